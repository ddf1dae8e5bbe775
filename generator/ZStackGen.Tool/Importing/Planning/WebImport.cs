using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ZStackGen.Tool.Importing.Sources;

namespace ZStackGen.Tool.Importing.Planning;

/// <summary>Downloads and reads the page at an address and, if it is a list of pages, the pages below it.</summary>
internal sealed class WebImport(PageDownloader downloader, ImportLimits limits, Action<int, int> report)
{
    /// <summary>Enough to hide the latency, and few enough not to overload a server.</summary>
    private const int AtOnce = 4;

    private readonly HashSet<Uri> _seen = [];
    private readonly List<ImportedPage> _pages = [];
    private readonly List<string> _problems = [];

    /// <summary>Gets the messages about broken links.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Downloads the page at <paramref name="argument"/> and the pages it leads to.</summary>
    /// <param name="argument">The address as given.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The pages in ordinal order of their addresses.</returns>
    /// <exception cref="ToolException">The page cannot be downloaded, or it leads to more pages than the limit allows.</exception>
    public async Task<IReadOnlyList<ImportedPage>> ReadAsync(string argument, CancellationToken cancellationToken)
    {
        PageAddress given = PageAddress.Parse(argument);
        DownloadedPage first;
        try
        {
            first = await downloader.DownloadAsync(given, given.Address, cancellationToken).ConfigureAwait(false);
        }
        catch (PageNotDownloadedException e)
        {
            throw new ToolException(e.Message);
        }

        PageAddress site = PageAddress.At(first.Address);
        ImportedPage index = Read(first, site, isNamed: true, cancellationToken);
        _seen.Add(given.Address);
        _seen.Add(first.Address);
        _pages.Clear();
        _pages.Add(index);
        if (site.IsFolder || !index.IsUseful)
            await FollowAsync(site, Targets(site, first.Address, index), cancellationToken).ConfigureAwait(false);
        // A list of pages may not describe anything itself.
        if (_pages.Count > 1)
            _pages[0] = index with { Source = index.Source with { IsNamed = false } };
        return [.. _pages.OrderBy(static page => page.Source.ShownPath, StringComparer.Ordinal)];
    }

    private static ImportedPage Read(DownloadedPage page, PageAddress site, bool isNamed, CancellationToken cancellationToken) => ImportReader.Read(
        new ImportSource(page.Address.ToString(), site.Relative(page.Address), page.Content, page.Charset, isNamed), cancellationToken);

    private async Task FollowAsync(PageAddress site, List<Uri> targets, CancellationToken cancellationToken)
    {
        while (targets.Count > 0)
        {
            if (_seen.Count > limits.MostPages + 1)
                throw new ToolException($"{site.Address} leads to more than {limits.MostPages} pages; import a part of the site, or increase --max-pages");
            var found = new List<Uri>();
            var gate = new object();
            await Parallel.ForEachAsync(targets, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (target, token) =>
            {
                report(_pages.Count, _seen.Count);
                try
                {
                    DownloadedPage page = await downloader.DownloadAsync(site, target, token).ConfigureAwait(false);
                    ImportedPage? read = site.Contains(page.Address) ? Read(page, site, isNamed: false, token) : null;
                    lock (gate)
                    {
                        if (read is null || (page.Address != target && !_seen.Add(page.Address)))
                            return;
                        _pages.Add(read);
                        found.AddRange(Targets(site, page.Address, read));
                    }
                }
                catch (PageNotDownloadedException e)
                {
                    lock (gate)
                        _problems.Add(e.Message);
                }
            }).ConfigureAwait(false);
            targets = found;
        }
    }

    private List<Uri> Targets(PageAddress site, Uri page, ImportedPage read)
    {
        var targets = new List<Uri>();
        Uri start = read.Base is { } stated && Uri.TryCreate(page, stated, out Uri? address) ? address : page;
        foreach (string link in read.Links)
        {
            if (site.Follow(start, link) is { } target && _seen.Add(target))
                targets.Add(target);
        }

        return targets;
    }
}
