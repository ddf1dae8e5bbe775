using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Comparing;

/// <summary>The pages of a set that have errors. An API that is missing in the set may be on one of these pages.</summary>
internal sealed class UnreadablePages
{
    private readonly Dictionary<string, string> _pageOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> _described = new(StringComparer.Ordinal);
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _fileNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _isWholeSet;

    /// <summary>Initializes a new instance of the <see cref="UnreadablePages"/> class.</summary>
    /// <param name="pages">All pages of the set.</param>
    public UnreadablePages(IReadOnlyList<ReadPage> pages)
    {
        foreach (ReadPage page in pages)
        {
            string[] names = [.. page.Page.Apis.Select(static api => api.Name), .. page.Page.Types.Select(static type => type.Name).OfType<string>()];
            foreach (string name in names)
                _pageOf.TryAdd(name, page.File.RelativePath);
            if (!page.Findings.Any(static finding => finding.Severity == FindingSeverity.Error))
                continue;
            _described.UnionWith(names);
            _files.Add(page.File.RelativePath);
            _fileNames.Add(Path.GetFileNameWithoutExtension(page.File.RelativePath));
        }

        Paths = [.. pages.Where(page => _files.Contains(page.File.RelativePath)).Select(static page => page.File.ShownPath)];
        _isWholeSet = _files.Count > 0 && _files.Count == pages.Count;
    }

    /// <summary>Gets the paths of the pages.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>Gets whether an API or a type was read from a page with errors, so that some of its members may be missing.</summary>
    /// <param name="name">The name of the API or the type.</param>
    public bool Describe(string name) => _described.Contains(name);

    /// <summary>Gets whether a page with errors may describe an API or a type that was not read.</summary>
    /// <param name="name">The name of the API or the type.</param>
    /// <param name="other">The pages of the other set, which describes it. Both sets use the same names of files.</param>
    public bool MayDescribe(string name, UnreadablePages other) =>
        _isWholeSet || _described.Contains(name) || _fileNames.Contains(name) || (other._pageOf.TryGetValue(name, out string? page) && _files.Contains(page));
}
