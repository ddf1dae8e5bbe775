using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ZStackGen.Specs.Model;

namespace ZStack.Simulation;

/// <summary>A source of API pages for a simulator: a folder, files, or texts.</summary>
public sealed class SpecSource
{
    private readonly Func<IEnumerable<SpecText>> _read;

    private SpecSource(Func<IEnumerable<SpecText>> read) => _read = read;

    /// <summary>Gets a source without pages. The simulator then has only the built-in APIs for login, sessions, versions and long jobs.</summary>
    public static SpecSource None { get; } = new(static () => []);

    /// <summary>
    /// Creates a source from all <c>*.md</c> and <c>*.txt</c> files in a folder and its subfolders, except <c>README.md</c>, <c>glossary.md</c> and
    /// names that start with <c>_</c>.
    /// </summary>
    /// <param name="path">The folder. A relative path can also be relative to the folder of the program.</param>
    public static SpecSource Folder(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new(() => ReadFolder(path));
    }

    /// <summary>Creates a source from files.</summary>
    /// <param name="paths">The paths of the files.</param>
    public static SpecSource Files(params string[] paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return new(() => paths.Select(static path => new SpecText(path, ReadText(Locate(path)))));
    }

    /// <summary>Creates a source from texts.</summary>
    /// <param name="texts">The pages.</param>
    public static SpecSource Texts(params SpecText[] texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return new(() => texts);
    }

    /// <summary>Combines several sources.</summary>
    /// <param name="sources">The sources, in reading order.</param>
    public static SpecSource Combine(params SpecSource[] sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return new(() => sources.SelectMany(static source => source._read()));
    }

    /// <summary>Creates a source from a folder or a file.</summary>
    /// <param name="path">The folder or file.</param>
    public static SpecSource FromString(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new(() => File.Exists(Locate(path)) ? [new SpecText(path, ReadText(Locate(path)))] : ReadFolder(path));
    }

    /// <summary>Creates a source from a folder or a file.</summary>
    /// <param name="path">The folder or file.</param>
    public static implicit operator SpecSource(string path) => FromString(path);

    internal IReadOnlyList<SpecText> Read() => [.. _read()];

    private static IEnumerable<SpecText> ReadFolder(string path)
    {
        string folder = Locate(path);
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"The folder of API pages '{path}' does not exist (searched for '{Path.GetFullPath(path)}' and in the folder of the program).");
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(IsPage)
            .Select(file => (File: file, Name: Path.GetRelativePath(folder, file).Replace('\\', '/')))
            .OrderBy(static page => page.Name, StringComparer.Ordinal)
            .Select(static page => new SpecText(page.Name, ReadText(page.File)));
    }

    private static bool IsPage(string file)
    {
        string name = Path.GetFileName(file);
        return (name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
            && !name.StartsWith('_')
            && !name.Equals("README.md", StringComparison.OrdinalIgnoreCase)
            && !name.Equals("glossary.md", StringComparison.OrdinalIgnoreCase);
    }

    // Test runners start in other folders, so a relative path is also resolved against the folder of the program.
    private static string Locate(string path)
    {
        if (Path.IsPathRooted(path) || File.Exists(path) || Directory.Exists(path))
            return path;
        string beside = Path.Combine(AppContext.BaseDirectory, path);
        return File.Exists(beside) || Directory.Exists(beside) ? beside : path;
    }

    private static string ReadText(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"The API page '{path}' does not exist.", path);
        return File.ReadAllText(path);
    }
}

/// <summary>The text of an API page.</summary>
/// <param name="Path">The path of the page in messages.</param>
/// <param name="Text">The text.</param>
public sealed record SpecText(string Path, string Text)
{
    /// <summary>Gets the model of the page if it has already been read without errors.</summary>
    internal PageModel? Page { get; init; }
}
