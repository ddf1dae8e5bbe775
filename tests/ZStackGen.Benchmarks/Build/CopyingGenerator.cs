using System;
using System.IO;
using System.Linq;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace ZStackGen.Benchmarks.Build;

/// <summary>
/// A generator that adds the additional files of a project as they are. Its cost is the cost of the host, which every generator of the same C# has: the compiler
/// parses plain files on all processors, but generated files on one, and embeds generated files into the symbols.
/// </summary>
internal static class CopyingGenerator
{
    private const string Source = """
        using Microsoft.CodeAnalysis;
        using Microsoft.CodeAnalysis.Text;

        [Generator(LanguageNames.CSharp)]
        public sealed class CopyingGenerator : IIncrementalGenerator
        {
            public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
                context.AdditionalTextsProvider,
                static (output, text) => output.AddSource(System.IO.Path.GetFileNameWithoutExtension(text.Path), SourceText.From(text.GetText(output.CancellationToken)!.ToString(), System.Text.Encoding.UTF8)));
        }
        """;

    /// <summary>Writes the assembly for a compiler to a folder. Returns its path.</summary>
    public static string Write(string folder, SdkCompiler compiler)
    {
        string assembly = Path.Combine(folder, "CopyingGenerator.dll");
        var references = compiler.Assemblies.Select(path => MetadataReference.CreateFromFile(path));
        EmitResult result = CSharpCompilation.Create("CopyingGenerator", [CSharpSyntaxTree.ParseText(Source)], [.. Net100.References.All, .. references], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release)).Emit(assembly);
        return result.Success ? assembly : throw new InvalidOperationException("The generator does not compile: " + string.Join("\n", result.Diagnostics));
    }
}
