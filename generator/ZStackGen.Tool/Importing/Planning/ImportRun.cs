using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ZStackGen.Tool.Importing.Sources;

namespace ZStackGen.Tool.Importing.Planning;

/// <summary>Reads all sources of an import.</summary>
internal static class ImportRun
{
    /// <summary>Reads files, folders and addresses.</summary>
    /// <param name="arguments">The arguments of the command.</param>
    /// <param name="limits">The limits of the import.</param>
    /// <param name="terminal">The terminal for notes and progress.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The pages, and the broken links.</returns>
    public static async Task<(IReadOnlyList<ImportedPage> Pages, IReadOnlyList<string> Problems)> ReadAsync(
        string[] arguments, ImportLimits limits, Terminal terminal, CancellationToken cancellationToken)
    {
        string[] addresses = Array.FindAll(arguments, PageAddress.IsAddress);
        // Report a wrong address before a long download.
        foreach (string address in addresses)
            PageAddress.Parse(address);
        IReadOnlyList<ImportSource> files = await FileSources.ReadAsync(
            Array.FindAll(arguments, static argument => !PageAddress.IsAddress(argument)), limits, terminal, cancellationToken).ConfigureAwait(false);
        var pages = new List<ImportedPage>(ReadFiles(files, terminal, cancellationToken));
        if (addresses.Length == 0)
            return (pages, []);
        using var downloader = new PageDownloader(limits);
        IReadOnlyList<string> problems = await WorkProgress.RunAsync(terminal, "Downloading pages", async report =>
        {
            var web = new WebImport(downloader, limits, report);
            foreach (string address in addresses)
                pages.AddRange(await web.ReadAsync(address, cancellationToken).ConfigureAwait(false));
            return web.Problems;
        }).ConfigureAwait(false);
        return (pages, problems);
    }

    private static ImportedPage[] ReadFiles(IReadOnlyList<ImportSource> files, Terminal terminal, CancellationToken cancellationToken) =>
        WorkProgress.Run(terminal, "Reading pages", files.Count, done =>
        {
            var pages = new ImportedPage[files.Count];
            Parallel.For(0, files.Count, new ParallelOptions { CancellationToken = cancellationToken }, i =>
            {
                pages[i] = ImportReader.Read(files[i], cancellationToken);
                done();
            });
            return pages;
        });
}
