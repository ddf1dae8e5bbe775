using System;
using System.Collections.Generic;
using System.IO;

namespace ZStackGen.Tool.Pages;

/// <summary>Finds the pages for the paths of a command line.</summary>
internal static class PageFinder
{
    private const string Extensions = ".md or .txt, and in .html or .mhtml for 'zstackgen import'";

    private const string PageNames = "pages are files ending in " + Extensions;

    private const int MostNamed = 5;

    /// <summary>Finds all pages below <paramref name="paths"/>, each once, in ordinal order of their names.</summary>
    /// <param name="paths">Files and folders as given on the command line.</param>
    /// <param name="terminal">The terminal for notes about skipped files. Paths are relative to its working directory.</param>
    /// <exception cref="ToolException">A path does not exist or a folder cannot be listed.</exception>
    public static IReadOnlyList<PageFile> Find(IReadOnlyList<string> paths, Terminal terminal)
    {
        List<PageFile> found = FindAny(paths, HasPageExtension, _ => { }, terminal);
        if (found.Count == 0)
            terminal.Error.WriteLine($"zstackgen: note: no page found; {PageNames}");
        return found;
    }

    /// <summary>Finds all files below <paramref name="paths"/> that can be imported. A note names documents that cannot.</summary>
    /// <param name="paths">Files and folders as given on the command line.</param>
    /// <param name="terminal">The terminal for notes about skipped files. Paths are relative to its working directory.</param>
    /// <exception cref="ToolException">A path does not exist or a folder cannot be listed.</exception>
    public static IReadOnlyList<PageFile> FindSources(IReadOnlyList<string> paths, Terminal terminal)
    {
        var documents = new List<string>();
        List<PageFile> found = FindAny(paths, HasSourceExtension, documents.Add, terminal);
        documents.Sort(StringComparer.Ordinal);
        if (documents.Count > 0)
        {
            string names = string.Join(", ", documents.GetRange(0, Math.Min(documents.Count, MostNamed))) + (documents.Count > MostNamed ? ", …" : "");
            terminal.Error.WriteLine($"zstackgen: note: {documents.Count} {(documents.Count == 1 ? "document is" : "documents are")} not read ({names}); save them as HTML, and import the HTML");
        }

        if (found.Count == 0)
            terminal.Error.WriteLine($"zstackgen: note: no page found; {PageNames}");
        return found;
    }

    private static List<PageFile> FindAny(IReadOnlyList<string> paths, Func<string, bool> hasExtension, Action<string> addDocument, Terminal terminal)
    {
        var pages = new Dictionary<string, PageFile>(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (string path in paths)
        {
            string full;
            try
            {
                full = terminal.FullPath(path);
            }
            catch (ArgumentException)
            {
                missing.Add($"'{path}' is not a path");
                continue;
            }

            if (Directory.Exists(full))
                AddFolder(path, full, hasExtension, addDocument, pages);
            else if (!File.Exists(full))
                missing.Add(path.StartsWith('-') ? $"'{path}' is neither an option nor an existing path" : $"'{path}' does not exist");
            else if (!hasExtension(full))
                missing.Add($"'{path}' is not a page: pages end in {Extensions}");
            else if (!HasPageName(Path.GetFileName(full)))
                terminal.Error.WriteLine($"zstackgen: note: '{path}' is skipped: README.md, glossary.md and names that start with '_' are not pages");
            else
                pages.TryAdd(full, new PageFile(full, Slashes(path), Slashes(path), Path.GetFileName(full)));
        }

        if (missing.Count > 0)
            throw new ToolException(string.Join("\n", missing));
        var found = new List<PageFile>(pages.Values);
        found.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name) is var c and not 0 ? c : string.CompareOrdinal(a.FullPath, b.FullPath));
        return found;
    }

    /// <summary>Finds the pages of a command that makes no sense without any.</summary>
    /// <param name="paths">Files and folders as given on the command line.</param>
    /// <param name="terminal">The terminal for notes about skipped files. Paths are relative to its working directory.</param>
    /// <exception cref="ToolException">A path does not exist, a folder cannot be listed, or there is no page.</exception>
    public static IReadOnlyList<PageFile> FindSome(IReadOnlyList<string> paths, Terminal terminal)
    {
        List<PageFile> found = FindAny(paths, HasPageExtension, _ => { }, terminal);
        return found.Count > 0 ? found : throw new ToolException($"no page found in {string.Join(", ", paths)}; {PageNames}");
    }

    /// <summary>Gets whether a file of this name is a page.</summary>
    public static bool IsPage(string fileName) => HasPageExtension(fileName) && HasPageName(fileName);

    private static bool HasPageName(string fileName) =>
        !fileName.StartsWith('_')
        && !fileName.Equals("README.md", StringComparison.OrdinalIgnoreCase)
        && !fileName.Equals("glossary.md", StringComparison.OrdinalIgnoreCase);

    private static bool HasPageExtension(string fileName) =>
        Path.GetExtension(fileName).ToUpperInvariant() is ".MD" or ".TXT" or ".HTML" or ".HTM";

    private static bool HasSourceExtension(string fileName) =>
        HasPageExtension(fileName) || Path.GetExtension(fileName).ToUpperInvariant() is ".XHTML" or ".MHTML" or ".MHT" or ".MARKDOWN" or ".MDX";

    private static bool HasDocumentExtension(string fileName) => Path.GetExtension(fileName).ToUpperInvariant() is
        ".DOC" or ".DOCX" or ".ODT" or ".RTF" or ".PDF" or ".EPUB" or ".CHM" or ".RST" or ".ADOC" or ".DITA";

    private static void AddFolder(string given, string full, Func<string, bool> hasExtension, Action<string> addDocument, Dictionary<string, PageFile> pages)
    {
        string folder = Path.TrimEndingDirectorySeparator(full);
        // The root of a file system has no name.
        string ownName = Path.GetFileName(folder);
        string shown = Slashes(given).TrimEnd('/') is { Length: > 0 } trimmed ? trimmed : "";
        var open = new Stack<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        open.Push(folder);
        while (open.TryPop(out string? current))
        {
            // A link to a folder above would cause an endless loop.
            if (!seen.Add(Resolve(current)))
                continue;
            try
            {
                foreach (FileSystemInfo entry in new DirectoryInfo(current).EnumerateFileSystemInfos())
                {
                    if (entry is DirectoryInfo)
                    {
                        // Hidden folders such as .git and .vs contain no pages.
                        if (!entry.Name.StartsWith('.'))
                            open.Push(entry.FullName);
                        continue;
                    }

                    string relative = Slashes(Path.GetRelativePath(folder, entry.FullName));
                    string name = ownName.Length == 0 ? relative : $"{ownName}/{relative}";
                    string shownPath = shown is "." ? relative : $"{shown}/{relative}";
                    if (HasDocumentExtension(entry.Name))
                        addDocument(shownPath);
                    if (!hasExtension(entry.Name) || !HasPageName(entry.Name))
                        continue;
                    pages.TryAdd(entry.FullName, new PageFile(entry.FullName, name, shownPath, relative));
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new ToolException($"'{current}' cannot be listed: {e.Message}");
            }
        }
    }

    private static string Resolve(string folder)
    {
        FileSystemInfo? target = new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true);
        return target?.FullName ?? folder;
    }

    private static string Slashes(string path)
    {
        string slashed = Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
        while (slashed.StartsWith("./", StringComparison.Ordinal) && slashed.Length > 2)
            slashed = slashed[2..].TrimStart('/');
        return slashed;
    }
}
