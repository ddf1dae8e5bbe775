using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ZStackGen.Tool.Importing.Planning;

namespace ZStackGen.Tool.Importing.Writing;

/// <summary>
/// Writes all pages or none. Each page is first written next to its target under a temporary name, then all are moved. A failure undoes
/// the completed steps.
/// </summary>
internal sealed class PageSetWriter : IDisposable
{
    /// <summary>Not the extension of a page, so a build that runs at the same time does not read the file.</summary>
    private const string Staged = ".import";
    private const string Replaced = ".replaced";

    private readonly string _mark = "." + Path.GetRandomFileName();
    private readonly List<string> _folders = [];
    private readonly List<string> _staged = [];
    private readonly List<(string Path, bool WasThere)> _moved = [];
    private bool _isDone;

    /// <summary>Writes pages.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="cancellationToken">A token to cancel the operation. It has no effect after the first page was moved.</param>
    /// <returns>A task that ends when all pages are written.</returns>
    /// <exception cref="ToolException">A page cannot be written. No page was written.</exception>
    public static async Task WriteAsync(IReadOnlyList<PlannedPage> pages, CancellationToken cancellationToken)
    {
        using var writer = new PageSetWriter();
        string current = "";
        try
        {
            foreach (PlannedPage page in pages)
            {
                current = page.ShownPath;
                await writer.StageAsync(page, cancellationToken).ConfigureAwait(false);
            }

            cancellationToken.ThrowIfCancellationRequested();
            foreach (PlannedPage page in pages)
            {
                current = page.ShownPath;
                writer.Move(page);
            }

            writer.Finish();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{current}' cannot be written, so no page was written: {e.Message}");
        }
    }

    /// <summary>Undoes the steps of an unfinished operation.</summary>
    public void Dispose()
    {
        if (_isDone)
            return;
        for (int i = _moved.Count - 1; i >= 0; i--)
        {
            (string path, bool wasThere) = _moved[i];
            Try(() => File.Delete(path));
            if (wasThere)
                Try(() => File.Move(path + _mark + Replaced, path));
        }

        foreach (string staged in _staged)
            Try(() => File.Delete(staged));
        for (int i = _folders.Count - 1; i >= 0; i--)
            Try(() => Directory.Delete(_folders[i]));
    }

    private async Task StageAsync(PlannedPage page, CancellationToken cancellationToken)
    {
        CreateFolder(Path.GetDirectoryName(page.FullPath)!);
        if (Directory.Exists(page.FullPath))
            throw new IOException("a folder has this name");
        string staged = page.FullPath + _mark + Staged;
        _staged.Add(staged);
        await File.WriteAllTextAsync(staged, page.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken).ConfigureAwait(false);
    }

    private void Move(PlannedPage page)
    {
        bool isThere = File.Exists(page.FullPath);
        if (isThere)
            File.Move(page.FullPath, page.FullPath + _mark + Replaced);
        _moved.Add((page.FullPath, isThere));
        File.Move(page.FullPath + _mark + Staged, page.FullPath);
    }

    private void Finish()
    {
        _isDone = true;
        foreach ((string path, bool wasThere) in _moved)
        {
            if (wasThere)
                Try(() => File.Delete(path + _mark + Replaced));
        }
    }

    private void CreateFolder(string folder)
    {
        var missing = new Stack<string>();
        for (string? current = folder; current is not null && !Directory.Exists(current); current = Path.GetDirectoryName(current))
            missing.Push(current);
        while (missing.TryPop(out string? next))
        {
            Directory.CreateDirectory(next);
            _folders.Add(next);
        }
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Undo as much as possible, and report the error that caused it.
        }
    }
}
