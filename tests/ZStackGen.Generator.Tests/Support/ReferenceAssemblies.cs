using System.Collections.Generic;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

namespace ZStackGen.Generator.Tests.Support;

/// <summary>The references of a project that the generator runs on.</summary>
internal static class ReferenceAssemblies
{
    public static IEnumerable<MetadataReference> All => Net80.References.All;
}
