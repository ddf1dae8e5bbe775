using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using ZStackGen.Specs;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Writing;
using ZStackGen.Tool.Formatting;

namespace ZStackGen.Tool.Importing.Planning;

/// <summary>Decides which pages an import writes: one per API in the folder of its category, one per type in <c>types</c>.</summary>
internal sealed partial class ImportPlan
{
    private const string TypeFolder = "types";

    private readonly string _root;
    private readonly string _workingDirectory;
    private readonly Dictionary<string, string> _present;
    private readonly Dictionary<string, (PageModel Page, ImportedPage Source)> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, string FullPath, PageModel Page, ImportedPage Source)> _models = [];
    private readonly List<PlannedPage> _pages = [];
    private readonly List<string> _leftOut = [];

    private ImportPlan(string root, string workingDirectory)
    {
        _root = root;
        _workingDirectory = workingDirectory;
        _present = PagesBelow(root);
    }

    /// <summary>Gets the pages to write, in ordinal order of their paths.</summary>
    public IReadOnlyList<PlannedPage> Pages => _pages;

    /// <summary>Gets the messages about APIs and types that are not written.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    /// <summary>Gets the number of APIs that are written.</summary>
    public int ApiCount { get; private set; }

    /// <summary>Gets the number of types that are written.</summary>
    public int TypeCount { get; private set; }

    /// <summary>Creates the plan.</summary>
    /// <param name="pages">The pages read.</param>
    /// <param name="root">The folder to write below.</param>
    /// <param name="workingDirectory">The folder that shown paths are relative to.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The plan.</returns>
    public static ImportPlan Make(IReadOnlyList<ImportedPage> pages, string root, string workingDirectory, CancellationToken cancellationToken)
    {
        var plan = new ImportPlan(root, workingDirectory);
        bool isChapter = pages.Count(static page => page.Page.Apis.Count > 0) > 1;
        foreach (ImportedPage page in pages)
            plan.Take(page, isChapter, cancellationToken);
        foreach ((string name, string path, PageModel model, ImportedPage source) in plan._models.OrderBy(static entry => entry.FullPath, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            plan.Write(name, path, model, source, cancellationToken);
        }

        return plan;
    }

    private static Dictionary<string, string> PagesBelow(string root)
    {
        var present = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!Directory.Exists(root))
            return present;
        foreach (string file in Directory.EnumerateFiles(root, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            present.TryAdd(Key(file, string.Equals(Path.GetFileName(Path.GetDirectoryName(file)), TypeFolder, StringComparison.OrdinalIgnoreCase)), file);
        return present;
    }

    private static string Key(string file, bool isType) => (isType ? "type " : "api ") + Path.GetFileNameWithoutExtension(file);

    private void Take(ImportedPage page, bool isChapter, CancellationToken cancellationToken)
    {
        if (ImportLoss.Of(page, cancellationToken) is { } lost)
        {
            _leftOut.Add(lost);
            return;
        }

        foreach (ApiModel api in page.Page.Apis)
        {
            if (ErrorIn(api, page) is { } error)
                _leftOut.Add($"{page.Source.ShownPath}: {api.Name} is not imported: {error}");
            else
                Add(api.Name, CategoryFolders.Of(api, page, isChapter), new PageModel("", new EquatableArray<ApiModel>([api]), default), page, isType: false);
        }

        // Types that refer to each other's tables stay on one page.
        if (page.Page.Types.Any(static type => type.Fields.Any(static field => field.StructureId is not null)))
        {
            Add(page.Page.Types[0].Name, TypeFolder, new PageModel("", default, page.Page.Types), page, isType: true);
            return;
        }

        foreach (StructureModel type in page.Page.Types)
            Add(type.Name, TypeFolder, new PageModel("", default, new EquatableArray<StructureModel>([type])), page, isType: true);
    }

    private void Add(string? name, string folder, PageModel model, ImportedPage page, bool isType)
    {
        if (name is null || !FileName().IsMatch(name))
        {
            _leftOut.Add($"{page.Source.ShownPath}: {(name is null ? "a type without a name" : $"'{OutputConsole.Visible(name)}'")} is not imported: a page name consists of letters and digits");
            return;
        }

        string key = (isType ? "type " : "api ") + name;
        if (!_taken.TryAdd(key, (model, page)))
        {
            (PageModel first, ImportedPage source) = _taken[key];
            if (ModelDifference.Find(first, model) is { } difference)
                _leftOut.Add($"{page.Source.ShownPath}: {name} is not imported: {source.Source.ShownPath} also describes it, with a difference ({difference})");
            return;
        }

        // An existing page keeps its path, even in another folder.
        string path = _present.GetValueOrDefault(key) ?? Path.Combine(_root, folder, name + ".md");
        _models.Add((name, path, model, page));
    }

    private void Write(string name, string path, PageModel model, ImportedPage source, CancellationToken cancellationToken)
    {
        string text = PageWriter.Write(model, type => LinkToType(path, type));
        PageModel again = SpecReader.Read(path, text, cancellationToken).Page;
        if (ModelDifference.Find(model, again) is { } difference)
        {
            _leftOut.Add($"{source.Source.ShownPath}: {name} is not imported: the page format cannot express it: {difference}");
            return;
        }

        ApiCount += model.Apis.Count;
        TypeCount += model.Types.Count;
        string shown = Path.GetRelativePath(_workingDirectory, path).Replace(Path.DirectorySeparatorChar, '/');
        _pages.Add(new PlannedPage(name, path, shown, text, source, StateOf(path, text)));
    }

    private static TargetState StateOf(string path, string text)
    {
        if (!File.Exists(path))
            return TargetState.Absent;
        try
        {
            return File.ReadAllText(path).ReplaceLineEndings("\n") == text ? TargetState.Same : TargetState.Different;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{path}' cannot be read: {e.Message}");
        }
    }

    private string? LinkToType(string page, string type)
    {
        string key = "type " + type;
        string? target = _present.GetValueOrDefault(key) ?? (_taken.ContainsKey(key) ? Path.Combine(_root, TypeFolder, type + ".md") : null);
        return target is null || target == page || !string.Equals(Path.GetFileNameWithoutExtension(target), type, StringComparison.Ordinal)
            ? null
            : Path.GetRelativePath(Path.GetDirectoryName(page)!, target).Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>Returns the first error between the start of the API and the next API.</summary>
    private static string? ErrorIn(ApiModel api, ImportedPage page)
    {
        if (page.Page.Apis.Count == 1)
            return Error(static _ => true);
        int start = page.Locations[api.Name].Start, end = int.MaxValue;
        foreach (ApiModel other in page.Page.Apis)
        {
            if (page.Locations[other.Name].Start is var next && next > start && next < end)
                end = next;
        }

        return Error(at => at >= start && at < end);

        string? Error(Func<int, bool> isInside) =>
            page.Findings.FirstOrDefault(placed => placed.Finding.Severity == FindingSeverity.Error && isInside(placed.Finding.Span.Start))?.Finding.Message;
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]{0,120}\z", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
