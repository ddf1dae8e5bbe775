using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading;

namespace ZStackGen.Tool.Pages;

/// <summary>The pages of all ZStack APIs that the tool contains, for commands without a path.</summary>
internal static class BundledPages
{
    private const string Root = "pages";

    /// <summary>Gets the paths of all bundled pages, <c>/</c> between segments.</summary>
    /// <exception cref="ToolException">The tool was installed without its pages.</exception>
    public static IReadOnlyList<string> Names()
    {
        using ZipArchive archive = Open();
        return [.. archive.Entries.Where(IsPage).Select(static entry => entry.FullName).Order(StringComparer.Ordinal)];
    }

    /// <summary>Reads the bundled pages with a path that meets a condition.</summary>
    /// <param name="matches">The condition on the path of a page.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ToolException">The tool was installed without its pages.</exception>
    public static ReadPage[] Read(Func<string, bool> matches, CancellationToken cancellationToken)
    {
        var found = new List<(PageFile File, byte[] Bytes)>();
        using (ZipArchive archive = Open())
        {
            foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => IsPage(entry) && matches(entry.FullName)).OrderBy(static entry => entry.FullName, StringComparer.Ordinal))
            {
                using Stream content = entry.Open();
                using var bytes = new MemoryStream((int)entry.Length);
                content.CopyTo(bytes);
                string name = Root + "/" + entry.FullName;
                found.Add((new PageFile(name, name, name, entry.FullName), bytes.ToArray()));
            }
        }

        return [.. found.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(page => PageReader.Read(page.File, page.Bytes, cancellationToken))];
    }

    private static bool IsPage(ZipArchiveEntry entry) => entry.Name.Length > 0 && PageFinder.IsPage(entry.Name);

    private static ZipArchive Open()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "pages.zip");
        return File.Exists(path) ? ZipFile.OpenRead(path) : throw new ToolException("the tool's own pages are missing; specify a folder of pages");
    }
}
