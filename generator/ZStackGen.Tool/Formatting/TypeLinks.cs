using System;
using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Formatting;

/// <summary>The pages of types, so that tables can link to them.</summary>
internal sealed partial class TypeLinks
{
    private readonly Dictionary<string, string> _pages = new(StringComparer.Ordinal);

    /// <summary>Collects the type pages among <paramref name="pages"/>. If several pages describe a type, the first one is used.</summary>
    public static TypeLinks Of(ReadPage[] pages, string[] outputPaths)
    {
        var links = new TypeLinks();
        for (int i = 0; i < pages.Length; i++)
        {
            foreach (StructureModel type in pages[i].Page.Types)
            {
                if (type.Name is not null)
                    links._pages.TryAdd(type.Name, outputPaths[i]);
            }
        }

        return links;
    }

    /// <summary>Returns the addresses of type pages relative to <paramref name="outputPath"/>.</summary>
    public Func<string, string?> From(ReadPage page, string outputPath)
    {
        Dictionary<string, string> written = LinksWritten(page, outputPath);
        string folder = Path.GetDirectoryName(outputPath)!;
        return name =>
        {
            if (_pages.TryGetValue(name, out string? target))
                return target == outputPath ? null : Path.GetRelativePath(folder, target).Replace(Path.DirectorySeparatorChar, '/');
            return written.GetValueOrDefault(name);
        };
    }

    // The type page may not be among the pages to format: an existing link stays if it is still valid.
    private static Dictionary<string, string> LinksWritten(ReadPage page, string outputPath)
    {
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Path.GetDirectoryName(outputPath) != Path.GetDirectoryName(page.File.FullPath))
            return written;
        foreach (Match match in PageLink().Matches(page.Text))
            written.TryAdd(match.Groups["name"].Value, match.Groups["address"].Value);
        return written;
    }

    [GeneratedRegex(@"\[(?<name>[A-Za-z_][A-Za-z0-9_]*)\]\((?<address>[^()\s#:]+\.md)\)", RegexOptions.CultureInvariant)]
    private static partial Regex PageLink();
}
