using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Xunit;
using ZStack;

namespace ZStackGen.Analyzers.Tests.Support;

/// <summary>The runtime, and the assemblies of the framework that the small programs of the tests need.</summary>
internal static class References
{
    private static readonly string[] s_needed =
    [
        "System.Collections", "System.Console", "System.Diagnostics.Debug", "System.Linq", "System.Memory", "System.Net.Http", "System.Net.Primitives",
        "System.Runtime", "System.Text.Json", "System.Threading", "System.Security.Cryptography.X509Certificates", "System.Security.Cryptography", "System.Net.Security",
    ];

    private static readonly ImmutableArray<MetadataReference> s_runtime =
    [
        .. Net80.References.All.Where(static reference => s_needed.Contains(Path.GetFileNameWithoutExtension(reference.FilePath ?? ""), StringComparer.Ordinal)),
        MetadataReference.CreateFromFile(typeof(ZStackClient).Assembly.Location),
    ];

    /// <summary>All that a user's program refers to, with the small API.</summary>
    public static ImmutableArray<MetadataReference> All { get; } = [.. s_runtime, Compile("SmallApi", SmallApi.Source)];

    /// <summary>Compiles a library that a user's program refers to.</summary>
    public static MetadataReference Compile(string name, string source)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp12))],
            s_runtime,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
