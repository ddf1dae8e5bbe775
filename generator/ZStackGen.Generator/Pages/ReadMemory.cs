using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ZStackGen.Generator.Pages;

/// <summary>Caches the pages of the last run, so that an edit reads only the edited page. Thread-safe.</summary>
/// <remarks>
/// With an item for each file, the compiler would examine all items in each step of an edit, and copy its tables of them. With 2,783 pages, this
/// took almost half of the time of an edit.
/// </remarks>
internal sealed class ReadMemory
{
    // More files change at once only if a tool rewrites, adds or moves them.
    private const int MostEdited = 8;

    private volatile Run? _last;

    /// <summary>Reads the pages among the files.</summary>
    /// <param name="files">The additional files of the project.</param>
    /// <param name="filter">The selection of the pages.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>An item for each file; <see langword="null"/> if the file is no page. The last array if all items are equal.</returns>
    public ImmutableArray<PageResult?> Read(ImmutableArray<AdditionalText> files, PageFilter filter, CancellationToken cancellationToken)
    {
        ImmutableArray<PageResult?> pages = _last is { } last && last.Filter.Equals(filter)
            ? Update(last, files, filter, cancellationToken)
            : ReadAll(files, filter, cancellationToken);
        _last = new Run(files, filter, pages);
        return pages;
    }

    private static ImmutableArray<PageResult?> ReadAll(ImmutableArray<AdditionalText> files, PageFilter filter, CancellationToken cancellationToken)
    {
        ImmutableArray<PageResult?>.Builder pages = ImmutableArray.CreateBuilder<PageResult?>(files.Length);
        foreach (AdditionalText file in files)
            pages.Add(ReadFile(file, filter, cancellationToken));
        return pages.MoveToImmutable();
    }

    private static ImmutableArray<PageResult?> Update(Run last, ImmutableArray<AdditionalText> files, PageFilter filter, CancellationToken cancellationToken)
    {
        // Most edits keep the number and the order of the files.
        Dictionary<AdditionalText, PageResult?>? moved = files.Length == last.Files.Length && CountEdited(last, files) <= MostEdited ? null : PagesByFile(last);
        ImmutableArray<PageResult?>.Builder pages = ImmutableArray.CreateBuilder<PageResult?>(files.Length);
        bool areSame = files.Length == last.Files.Length;
        for (int i = 0; i < files.Length; i++)
        {
            PageResult? before = i < last.Pages.Length ? last.Pages[i] : null;
            PageResult? page = i < last.Files.Length && ReferenceEquals(files[i], last.Files[i]) ? before
                : moved is not null && moved.TryGetValue(files[i], out PageResult? known) ? known
                : ReadFile(files[i], filter, cancellationToken);
            // Later steps compare by reference first.
            if (page is not null && page.Equals(before))
                page = before;
            areSame &= ReferenceEquals(page, before);
            pages.Add(page);
        }

        return areSame ? last.Pages : pages.MoveToImmutable();
    }

    private static int CountEdited(Run last, ImmutableArray<AdditionalText> files)
    {
        int count = 0;
        for (int i = 0; i < files.Length; i++)
        {
            if (!ReferenceEquals(files[i], last.Files[i]))
                count++;
        }

        return count;
    }

    private static Dictionary<AdditionalText, PageResult?> PagesByFile(Run last)
    {
        var pages = new Dictionary<AdditionalText, PageResult?>(last.Files.Length);
        for (int i = 0; i < last.Files.Length; i++)
            pages[last.Files[i]] = last.Pages[i];
        return pages;
    }

    private static PageResult? ReadFile(AdditionalText file, PageFilter filter, CancellationToken cancellationToken)
    {
        if (filter.IsPage(file.Path))
            return PageResult.Read(file, cancellationToken);
        return filter.IsCandidate(file.Path) && PageResult.Read(file, cancellationToken) is { Page.Page.Apis.Count: > 0 } page ? page : null;
    }

    private sealed record Run(ImmutableArray<AdditionalText> Files, PageFilter Filter, ImmutableArray<PageResult?> Pages);
}
