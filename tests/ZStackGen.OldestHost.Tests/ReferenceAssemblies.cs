using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using ZStackGen.Testing;

namespace ZStackGen.Generator.Tests.Support;

/// <summary>The references of a project that the generator runs on: the running framework, because packages with reference assemblies need a newer compiler.</summary>
internal static class ReferenceAssemblies
{
    public static IEnumerable<MetadataReference> All => RunningFramework.References;
}
