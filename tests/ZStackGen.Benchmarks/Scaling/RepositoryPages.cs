using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;

namespace ZStackGen.Benchmarks.Scaling;

/// <summary>The pages of the repository: any number of APIs, with the types that they use.</summary>
internal sealed partial class RepositoryPages
{
    private readonly List<(string Path, string Text)> _apis = [];
    private readonly Dictionary<string, (string Path, string Text)> _types = new(StringComparer.Ordinal);

    public RepositoryPages()
    {
        string root = Path.GetFullPath(typeof(RepositoryPages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "AllPages").Value!);
        foreach (string category in Directory.GetDirectories(root).Order(StringComparer.Ordinal))
        {
            foreach (string file in Directory.GetFiles(category, "*.md").Order(StringComparer.Ordinal))
            {
                (string, string) page = ("/project/specs/" + Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file));
                if (Path.GetFileName(category) == "types")
                    _types.Add(Path.GetFileNameWithoutExtension(file), page);
                else
                    _apis.Add(page);
            }
        }
    }

    /// <summary>Gets the number of APIs.</summary>
    public int Count => _apis.Count;

    /// <summary>Gets all pages.</summary>
    public List<(string Path, string Text)> All => [.. _apis, .. _types.Values];

    /// <summary>Returns the pages of some APIs and of the types that they name, directly or through other types.</summary>
    public List<(string Path, string Text)> Some(int count)
    {
        List<(string Path, string Text)> pages = [.. SharedPages.Evenly(_apis, count)];
        var used = new HashSet<string>(StringComparer.Ordinal);
        // The list grows while it is read.
        for (int i = 0; i < pages.Count; i++)
            pages.AddRange(Name().Matches(pages[i].Text).Select(static match => match.Value).Where(name => _types.ContainsKey(name) && used.Add(name)).Select(name => _types[name]));
        return pages;
    }

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Name();
}
