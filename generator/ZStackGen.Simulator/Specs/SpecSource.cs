using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ZStackGen.Specs.Model;

namespace ZStack.Simulation;

/// <summary>Where a simulator gets its API pages from: a folder, single files, or texts at hand.</summary>
public sealed class SpecSource
{
    private readonly Func<IEnumerable<SpecText>> _read;

    private SpecSource(Func<IEnumerable<SpecText>> read) => _read = read;

    /// <summary>No pages: only the APIs every ZStack has for login, sessions and versions.</summary>
    public static SpecSource None { get; } = new(static () => []);

    /// <summary>All <c>*.md</c> and <c>*.txt</c> files below a folder, but not <c>README.md</c>, <c>glossary.md</c> and names that begin with <c>_</c>.</summary>
    /// <param name="path">The folder, as it is or relative to the program's own folder.</param>
    public static SpecSource Folder(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new(() => ReadFolder(path));
    }

    /// <summary>Single files.</summary>
    /// <param name="paths">The files.</param>
    public static SpecSource Files(params string[] paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return new(() => paths.Select(static path => new SpecText(path, ReadText(Locate(path)))));
    }

    /// <summary>Texts that need no file.</summary>
    /// <param name="texts">The pages.</param>
    public static SpecSource Texts(params SpecText[] texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return new(() => texts);
    }

    /// <summary>Several sources as one.</summary>
    /// <param name="sources">The sources, in the order in which they are read.</param>
    public static SpecSource Combine(params SpecSource[] sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return new(() => sources.SelectMany(static source => source._read()));
    }

    /// <summary>A folder, or one file.</summary>
    /// <param name="path">The folder or file.</param>
    public static SpecSource FromString(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new(() => File.Exists(Locate(path)) ? [new SpecText(path, ReadText(Locate(path)))] : ReadFolder(path));
    }

    /// <summary>A folder, or one file.</summary>
    /// <param name="path">The folder or file.</param>
    public static implicit operator SpecSource(string path) => FromString(path);

    internal IReadOnlyList<SpecText> Read() => [.. _read()];

    private static IEnumerable<SpecText> ReadFolder(string path)
    {
        string folder = Locate(path);
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"The folder of API pages '{path}' does not exist (looked for '{Path.GetFullPath(path)}' and below the program's folder).");
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

    // Test runners start in folders of their own, so that a relative path also means: beside the program.
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

/// <summary>The text of one API page.</summary>
/// <param name="Path">What to call the page in messages.</param>
/// <param name="Text">The text.</param>
public sealed record SpecText(string Path, string Text)
{
    /// <summary>What the page states, where it has been read without an error.</summary>
    internal PageModel? Page { get; init; }
}
