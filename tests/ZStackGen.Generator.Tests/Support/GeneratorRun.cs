using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace ZStackGen.Generator.Tests.Support;

/// <summary>A run of the generator on a project of pages: its sources, its diagnostics, and those of the C# compiler.</summary>
internal sealed class GeneratorRun
{
    private static readonly MetadataReference s_runtime = MetadataReference.CreateFromFile(typeof(global::ZStack.ZStackAction).Assembly.Location);

    private GeneratorRun(GeneratorDriverRunResult result, Compilation compilation)
    {
        Result = result.Results[0];
        Compilation = compilation;
    }

    public GeneratorRunResult Result { get; }

    /// <summary>Gets the project with the generated sources.</summary>
    public Compilation Compilation { get; }

    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    public static CSharpParseOptions Language(LanguageVersion version) => new(version, DocumentationMode.Diagnose);

    public static GeneratorRun On(params (string Path, string Text)[] pages) => On(pages, new ProjectOptions());

    public static GeneratorRun On(
        IEnumerable<(string Path, string Text)> pages,
        ProjectOptions options,
        LanguageVersion language = LanguageVersion.CSharp12,
        NullableContextOptions nullable = NullableContextOptions.Enable,
        string? userCode = null)
    {
        CSharpParseOptions parse = Language(language);
        Compilation compilation = Project(parse, nullable, userCode);
        GeneratorDriver driver = Driver(pages, options, parse);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out _, CancellationToken.None);
        return new GeneratorRun(driver.GetRunResult(), updated);
    }

    public static GeneratorDriver Driver(IEnumerable<(string Path, string Text)> pages, ProjectOptions options, CSharpParseOptions parse, bool tracksSteps = true) =>
        CSharpGeneratorDriver.Create(
            [new ZStackGenerator().AsSourceGenerator()],
            pages.Select(page => (AdditionalText)new InMemoryText(page.Path, page.Text)),
            parse,
            options,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracksSteps));

    /// <summary>Creates a strict project that refers to the real runtime.</summary>
    public static CSharpCompilation Project(CSharpParseOptions parse, NullableContextOptions nullable = NullableContextOptions.Enable, string? userCode = null) =>
        CSharpCompilation.Create(
            "Consumer",
            userCode is null ? [] : [CSharpSyntaxTree.ParseText(userCode, parse, "User.cs")],
            [.. ReferenceAssemblies.All, s_runtime],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: nullable,
                generalDiagnosticOption: ReportDiagnostic.Default,
                warningLevel: 9999,
                // As in every project of the SDK, a newer version of a framework assembly replaces an older one.
                specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));

    /// <summary>Returns the generated source with a hint name.</summary>
    public string Source(string hintName) => Result.GeneratedSources.Single(source => source.HintName == hintName).SourceText.ToString();

    /// <summary>Returns all generated C# as one text.</summary>
    public string AllSources() => string.Concat(Result.GeneratedSources.Select(source => source.SourceText.ToString()));

    /// <summary>
    /// Fails if the generator threw or the compiler reports anything, including documentation comments. Enables the analysis of nullable
    /// references, which generated code disables to save compile time and which only adds warnings.
    /// </summary>
    public GeneratorRun CompilesWithoutWarnings()
    {
        Assert.Null(Result.Exception);
        NoWarnings(WithNullableAnalysis());
        return this;
    }

    /// <summary>Compiles the project. Fails for the same reasons as <see cref="CompilesWithoutWarnings"/>.</summary>
    /// <returns>The assembly.</returns>
    public byte[] EmitWithoutWarnings()
    {
        Assert.Null(Result.Exception);
        using var stream = new MemoryStream();
        NoWarnings(WithNullableAnalysis().Emit(stream, cancellationToken: TestContext.Current.CancellationToken).Diagnostics);
        return stream.ToArray();
    }

    /// <summary>Fails if the compiler reports anything about the project.</summary>
    public GeneratorRun CompilerHasNothingToSay()
    {
        NoWarnings(Compilation);
        return this;
    }

    private Compilation WithNullableAnalysis()
    {
        Compilation analyzed = Compilation;
        foreach (GeneratedSourceResult source in Result.GeneratedSources)
        {
            string text = source.SourceText.ToString();
            string full = text.Replace("\n#nullable enable annotations\n", "\n#nullable enable\n", StringComparison.Ordinal);
            Assert.NotEqual(text, full);
            analyzed = analyzed.ReplaceSyntaxTree(source.SyntaxTree, source.SyntaxTree.WithChangedText(SourceText.From(full)));
        }

        return analyzed;
    }

    private static void NoWarnings(Compilation compilation) => NoWarnings(compilation.GetDiagnostics(TestContext.Current.CancellationToken));

    private static void NoWarnings(ImmutableArray<Diagnostic> diagnostics)
    {
        List<string> messages = diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => diagnostic.ToString() + "\n    " + LineOf(diagnostic))
            .Take(20)
            .ToList();
        Assert.True(messages.Count == 0, string.Join("\n", messages));
    }

    private static string LineOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree
            ? tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim()
            : "";
}
