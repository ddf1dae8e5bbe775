using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;

namespace ZStackGen.Package.Tests;

/// <summary>
/// The references of the packed assemblies. A .NET Framework host binds no newer version of a library than its own, and loads only from the
/// analyzer folder. A reference that is too new prevents the generator from loading in Visual Studio, although all command line builds pass.
/// </summary>
public sealed class PackedReferenceTests(PackedFeed feed)
{
    private const string Slot = "analyzers/dotnet/roslyn4.8/cs/";

    /// <summary>The libraries of Roslyn 4.8 (Visual Studio 2022 17.8, SDK 8.0.100), with the versions of its .NET Framework build.</summary>
    private static readonly Dictionary<string, Version> s_floor = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 8, 0, 0),
        // Only editors load the code fixes, and they have the workspaces.
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 8, 0, 0),
        ["System.Collections.Immutable"] = new(7, 0, 0, 0),
        ["System.Reflection.Metadata"] = new(7, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 1, 2),
        ["System.Buffers"] = new(4, 0, 3, 0),
        ["System.Numerics.Vectors"] = new(4, 1, 4, 0),
        ["System.Runtime.CompilerServices.Unsafe"] = new(6, 0, 0, 0),
        ["System.Text.Encoding.CodePages"] = new(7, 0, 0, 0),
        ["System.Threading.Tasks.Extensions"] = new(4, 2, 0, 1),
    };

    private Dictionary<string, byte[]> PackedAssemblies => PackedFeed.Read(feed.PackagePath("ZStackGen"))
        .Where(e => e.Key.StartsWith(Slot, StringComparison.Ordinal)).ToDictionary(e => e.Key[Slot.Length..], e => e.Value);

    [Fact]
    public void Every_reference_is_to_a_packed_assembly_or_to_one_of_the_oldest_compiler()
    {
        var assemblies = PackedAssemblies.ToDictionary(e => Path.GetFileNameWithoutExtension(e.Key), e => Open(e.Value));
        Assert.Equal(["ZStackGen.CodeFixes", "ZStackGen.Generator", "ZStackGen.Markdig", "ZStackGen.Specs"], assemblies.Keys.Order(StringComparer.Ordinal));
        foreach ((string file, AssemblyDefinition assembly) in assemblies)
        {
            Assert.Equal(file, assembly.Name.Name);
            foreach (AssemblyNameReference reference in assembly.MainModule.AssemblyReferences)
            {
                if (assemblies.TryGetValue(reference.Name, out AssemblyDefinition? neighbour))
                {
                    Assert.Equal(neighbour.Name.Version, reference.Version);
                    continue;
                }

                Assert.True(s_floor.TryGetValue(reference.Name, out Version? floor), $"{file} refers to {reference.FullName}, which is neither packed nor beside the compiler.");
                Assert.True(reference.Version <= floor, $"{file} refers to {reference.FullName}; the oldest compiler has {floor}.");
            }
        }
    }

    [Fact]
    public void No_packed_assembly_is_or_references_a_Markdig_that_another_package_could_replace()
    {
        foreach ((string file, byte[] content) in PackedAssemblies)
        {
            using AssemblyDefinition assembly = Open(content);
            Assert.DoesNotContain(assembly.MainModule.AssemblyReferences.Select(r => r.Name).Append(assembly.Name.Name), n => n.Equals("Markdig", StringComparison.OrdinalIgnoreCase));
            Assert.False(assembly.Name.HasPublicKey, $"{file} is strong-named.");
        }
    }

    private static AssemblyDefinition Open(byte[] content) => AssemblyDefinition.ReadAssembly(new MemoryStream(content));
}
