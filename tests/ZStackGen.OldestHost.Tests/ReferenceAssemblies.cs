using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using ZStackGen.Testing;

namespace ZStackGen.Generator.Tests.Support;

/// <summary>The references of a project that the generator runs on: those of the running framework, since packages of references need a newer compiler.</summary>
internal static class ReferenceAssemblies
{
    public static IEnumerable<MetadataReference> All => RunningFramework.References;
}
