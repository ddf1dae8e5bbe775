using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.QuickInfo;
using Microsoft.CodeAnalysis.Text;

namespace ZStackGen.Editor.Tests;

/// <summary>A project in an editor: the workspace and the language services of editors, the generator, the repository's pages.</summary>
internal sealed class EditorProject : IDisposable
{
    private const string Folder = "/project/";

    private readonly AdhocWorkspace _workspace;
    private readonly ProjectId _project;
    private readonly DocumentId _program;

    public EditorProject(params string[] categories)
    {
        _workspace = new AdhocWorkspace(MefHostServices.DefaultHost);
        _project = ProjectId.CreateNewId();
        string generator = typeof(ZStackGenerator).Assembly.Location;
        string runtime = typeof(ZStackClient).Assembly.Location;
        Solution solution = _workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            _project, VersionStamp.Create(), "App", "App", LanguageNames.CSharp, Folder + "App.csproj",
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.CSharp13),
            metadataReferences: [.. Net100.References.All, MetadataReference.CreateFromFile(runtime, documentation: XmlDocumentationProvider.CreateFromFile(Path.ChangeExtension(runtime, ".xml")))],
            analyzerReferences: [new AnalyzerFileReference(generator, new Loader())]));
        solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(_project), ".globalconfig", SourceText.From(
            """
            is_global = true
            build_property.TargetFrameworkIdentifier = .NETCoreApp
            build_property.TargetFrameworkVersion = v10.0
            build_property.ProjectDir = /project/

            """), filePath: Folder + ".globalconfig");
        string specs = Path.Combine(AppContext.BaseDirectory, "specs");
        foreach (string category in categories)
        {
            foreach (string file in Directory.GetFiles(Path.Combine(specs, category), "*.md").Order(StringComparer.Ordinal))
                solution = WithPage(solution, category + "/" + Path.GetFileName(file), File.ReadAllText(file));
        }

        _program = DocumentId.CreateNewId(_project);
        solution = solution.AddDocument(_program, "Program.cs", SourceText.From(string.Empty), filePath: Folder + "Program.cs");
        Assert.True(_workspace.TryApplyChanges(solution));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Project Project => _workspace.CurrentSolution.GetProject(_project)!;

    public void AddPage(string path, string text) => Assert.True(_workspace.TryApplyChanges(WithPage(_workspace.CurrentSolution, path, text)));

    public void RemovePage(string path) => Assert.True(_workspace.TryApplyChanges(_workspace.CurrentSolution.RemoveAdditionalDocument(Page(path).Id)));

    public async Task EditPageAsync(string path, string oldText, string newText)
    {
        TextDocument page = Page(path);
        string before = (await page.GetTextAsync(Cancellation)).ToString();
        Assert.Contains(oldText, before, StringComparison.Ordinal);
        Assert.True(_workspace.TryApplyChanges(_workspace.CurrentSolution.WithAdditionalDocumentText(
            page.Id, SourceText.From(before.Replace(oldText, newText, StringComparison.Ordinal)))));
    }

    /// <summary>Returns the completion items at <c>$$</c> that start with the word before it.</summary>
    public async Task<IReadOnlyList<string>> CompletionAsync(string statement)
    {
        (Document document, int position) = Open(statement);
        CompletionService service = CompletionService.GetService(document)!;
        CompletionList list = await service.GetCompletionsAsync(document, position, cancellationToken: Cancellation);
        SourceText text = await document.GetTextAsync(Cancellation);
        string typed = text.ToString(TextSpan.FromBounds(list.Span.Start, position));
        return [.. list.ItemsList.Select(i => i.DisplayText).Where(t => t.StartsWith(typed, StringComparison.Ordinal))];
    }

    /// <summary>Returns the quick info for the word after <c>$$</c>.</summary>
    public async Task<string> QuickInfoAsync(string statement)
    {
        (Document document, int position) = Open(statement);
        QuickInfoItem? item = await QuickInfoService.GetService(document)!.GetQuickInfoAsync(document, position, Cancellation);
        Assert.NotNull(item);
        return string.Join("\n", item.Sections.Select(s => s.Text));
    }

    /// <summary>Returns the signatures that the editor shows at <c>$$</c>, with their documentation.</summary>
    public Task<IReadOnlyList<string>> SignaturesAsync(string statement)
    {
        (Document document, int position) = Open(statement);
        return SignatureHelp.ShowAsync(document, position, Cancellation);
    }

    /// <summary>Returns the symbol after <c>$$</c>.</summary>
    public async Task<ISymbol> SymbolAsync(string statement)
    {
        (Document document, int position) = Open(statement);
        ISymbol? symbol = await Microsoft.CodeAnalysis.FindSymbols.SymbolFinder.FindSymbolAtPositionAsync(document, position, Cancellation);
        Assert.NotNull(symbol);
        return symbol;
    }

    /// <summary>Returns the text of the generated document, starting at the declaration of the symbol.</summary>
    public async Task<string> DefinitionAsync(ISymbol symbol)
    {
        Location location = Assert.Single(symbol.Locations);
        SourceGeneratedDocument? document = Project.Solution.GetDocument(location.SourceTree) as SourceGeneratedDocument;
        Assert.NotNull(document);
        string text = (await document.GetTextAsync(Cancellation)).ToString();
        int line = text.LastIndexOf('\n', location.SourceSpan.Start) + 1;
        return text[line..text.IndexOf('\n', location.SourceSpan.Start)].Trim();
    }

    public async Task<IReadOnlyList<string>> ErrorsAsync(string statement)
    {
        (Document document, _) = Open(statement);
        SemanticModel model = (await document.GetSemanticModelAsync(Cancellation))!;
        return [.. model.GetDiagnostics(cancellationToken: Cancellation).Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id)];
    }

    /// <summary>Returns the generator's diagnostics for the inputs of the workspace. The workspace's own list is not public.</summary>
    public async Task<IReadOnlyList<Diagnostic>> PageDiagnosticsAsync(string path)
    {
        (GeneratorDriver driver, Compilation compilation) = await DriverAsync();
        return [.. driver.RunGenerators(compilation, Cancellation).GetRunResult().Diagnostics.Where(d => d.Location.GetLineSpan().Path == Folder + "specs/" + path)];
    }

    /// <summary>Returns the compilation after the generator ran together with another one.</summary>
    public async Task<Compilation> RunBesideAsync(IIncrementalGenerator other)
    {
        (GeneratorDriver driver, Compilation compilation) = await DriverAsync();
        driver.AddGenerators([other.AsSourceGenerator()]).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _, Cancellation);
        return output;
    }

    /// <summary>Sets an MSBuild property.</summary>
    public void SetProperty(string name, string value) => Assert.True(_workspace.TryApplyChanges(_workspace.CurrentSolution.AddAnalyzerConfigDocument(
        DocumentId.CreateNewId(_project), "More.globalconfig", SourceText.From("is_global = true\nbuild_property." + name + " = " + value + "\n"), filePath: Folder + "More.globalconfig")));

    private async Task<(GeneratorDriver Driver, Compilation Compilation)> DriverAsync()
    {
        Compilation compilation = (await Project.GetCompilationAsync(Cancellation))!;
        compilation = compilation.RemoveSyntaxTrees((await Project.GetSourceGeneratedDocumentsAsync(Cancellation)).Select(d => compilation.SyntaxTrees.Single(t => t.FilePath == d.FilePath)));
        return (CSharpGeneratorDriver.Create(
            Project.AnalyzerReferences.SelectMany(r => r.GetGenerators(LanguageNames.CSharp)),
            Project.AnalyzerOptions.AdditionalFiles,
            (CSharpParseOptions)Project.ParseOptions!,
            Project.AnalyzerOptions.AnalyzerConfigOptionsProvider), compilation);
    }

    public void Dispose() => _workspace.Dispose();

    private (Document Document, int Position) Open(string statement)
    {
        string text = "using System.Threading.Tasks;\nusing ZStack;\nusing ZStack.Api;\npublic static class Program\n{\n    public static async Task Run(ZStackClient client)\n    {\n        "
            + statement + "\n        await Task.Yield();\n    }\n}\n";
        int position = text.IndexOf("$$", StringComparison.Ordinal);
        text = text.Replace("$$", string.Empty, StringComparison.Ordinal);
        Assert.True(_workspace.TryApplyChanges(_workspace.CurrentSolution.WithDocumentText(_program, SourceText.From(text))));
        return (Project.GetDocument(_program)!, position);
    }

    private TextDocument Page(string path) => Assert.Single(Project.AdditionalDocuments, d => d.FilePath == Folder + "specs/" + path);

    private Solution WithPage(Solution solution, string path, string text) => solution.AddAdditionalDocument(
        DocumentId.CreateNewId(_project), Path.GetFileName(path), SourceText.From(text), filePath: Folder + "specs/" + path);

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
