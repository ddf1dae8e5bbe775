using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ZStackGen.EndToEnd.Tests.Documents;

/// <summary>Compiles a snippet in the project that its document describes.</summary>
internal static class SnippetCompiler
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp14, DocumentationMode.None);

    /// <summary>Compiles a snippet.</summary>
    /// <returns>The compilation and its errors and warnings, each with the document's line.</returns>
    public static (CSharpCompilation Compilation, string[] Problems) Compile(Snippet snippet)
    {
        SyntaxTree program = CSharpSyntaxTree.ParseText(Join(snippet), s_parse, "Program.cs");
        string usings = string.Concat(StatedReferences.Usings(snippet.Document).Select(static name => $"global using {name};\n"));
        bool isProgram = ((CompilationUnitSyntax)program.GetRoot()).Members.Any(static member => member is GlobalStatementSyntax);
        var options = new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        CSharpCompilation compilation = CSharpCompilation.Create("Snippet", [program, CSharpSyntaxTree.ParseText(usings, s_parse)], StatedReferences.References(snippet.Document), options);
        // CS0219: a variable that only a later block uses. CS1701, CS1702: the packages were built against older assemblies.
        string[] problems = [.. compilation.GetDiagnostics()
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id is not ("CS0219" or "CS1701" or "CS1702"))
            .Select(diagnostic => $"{snippet.Document.Path}({Place(diagnostic)}): {diagnostic.Id}: {diagnostic.GetMessage(null)}")];
        return (compilation, problems);
    }

    /// <summary>Runs a snippet that is a complete program, in this process.</summary>
    public static async Task RunAsync(Snippet snippet)
    {
        using var image = new MemoryStream();
        if (!Compile(snippet).Compilation.Emit(image).Success)
            throw new InvalidOperationException($"{snippet} does not compile.");
        image.Position = 0;
        MethodInfo main = new AssemblyLoadContext(snippet.ToString()).LoadFromStream(image).EntryPoint!;
        await Task.Run(() => main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Array.Empty<string>()], null));
    }

    // Order: usings, the statements of both blocks, the types.
    private static string Join(Snippet snippet)
    {
        IEnumerable<Snippet> parts = snippet.Start is { } start ? [start, snippet] : [snippet];
        CompilationUnitSyntax[] units = [.. parts.Select(static part => SyntaxFactory.ParseCompilationUnit($"#line {part.Line}\n{part.Code}\n", options: s_parse))];
        var text = new StringBuilder();
        foreach (UsingDirectiveSyntax directive in units.SelectMany(static unit => unit.Usings).DistinctBy(static directive => directive.ToString()))
            text.Append(directive.ToFullString());
        Append(text, units, static member => member is GlobalStatementSyntax);
        Append(text, units, static member => member is not GlobalStatementSyntax);
        return text.ToString();
    }

    private static void Append(StringBuilder text, CompilationUnitSyntax[] units, Func<MemberDeclarationSyntax, bool> isWanted)
    {
        foreach (MemberDeclarationSyntax member in units.SelectMany(static unit => unit.Members).Where(isWanted))
            text.Append("\n#line ").Append(LineOf(member)).Append('\n').Append(member.ToString()).Append('\n');
    }

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetMappedLineSpan().StartLinePosition.Line + 1;

    private static int Place(Diagnostic diagnostic) => diagnostic.Location.GetMappedLineSpan().StartLinePosition.Line + 1;
}
