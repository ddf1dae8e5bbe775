using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
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
    private readonly List<(string Staged, string Target)> _staged = [];
    private readonly List<(string Target, bool WasThere)> _moved = [];
    private bool _isDone;

    /// <summary>Writes pages.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="cancellationToken">A token to cancel the operation. It has no effect after the first page was moved.</param>
    /// <exception cref="ToolException">A page cannot be written. No page was written.</exception>
    public static void Write(IReadOnlyList<PlannedPage> pages, CancellationToken cancellationToken)
    {
        using var writer = new PageSetWriter();
        string current = "";
        try
        {
            foreach (PlannedPage page in pages)
            {
                cancellationToken.ThrowIfCancellationRequested();
                current = page.ShownPath;
                writer.Stage(page);
            }

            cancellationToken.ThrowIfCancellationRequested();
            for (int i = 0; i < pages.Count; i++)
            {
                current = pages[i].ShownPath;
                writer.Move(writer._staged[i]);
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
            (string target, bool wasThere) = _moved[i];
            if (wasThere)
                Try(() => File.Move(target + _mark + Replaced, target, overwrite: true));
            else
                Try(() => File.Delete(target));
        }

        foreach ((string staged, _) in _staged)
            Try(() => File.Delete(staged));
        for (int i = _folders.Count - 1; i >= 0; i--)
            Try(() => Directory.Delete(_folders[i]));
    }

    private void Stage(PlannedPage page)
    {
        CreateFolder(Path.GetDirectoryName(page.FullPath)!);
        if (Directory.Exists(page.FullPath))
            throw new IOException("a folder has this name");
        string target = SavedFile.Target(page.FullPath), staged = target + _mark + Staged;
        _staged.Add((staged, target));
        SavedFile.Stage(staged, target, page.Text);
    }

    private void Move((string Staged, string Target) page)
    {
        bool wasThere = File.Exists(page.Target);
        SavedFile.Move(page.Staged, page.Target, page.Target + _mark + Replaced);
        _moved.Add((page.Target, wasThere));
    }

    private void Finish()
    {
        _isDone = true;
        foreach ((string target, bool wasThere) in _moved)
        {
            if (wasThere)
                Try(() => File.Delete(target + _mark + Replaced));
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
