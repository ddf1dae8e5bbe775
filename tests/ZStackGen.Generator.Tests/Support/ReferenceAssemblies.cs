using System.Collections.Generic;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

namespace ZStackGen.Generator.Tests.Support;

/// <summary>What a project that the generator runs on refers to.</summary>
internal static class ReferenceAssemblies
{
    public static IEnumerable<MetadataReference> All => Net80.References.All;
}
