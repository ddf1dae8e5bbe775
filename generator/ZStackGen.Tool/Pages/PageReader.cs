using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ZStackGen.Specs;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.Pages;

/// <summary>A page file with its text, its content and its findings.</summary>
/// <param name="File">The file.</param>
/// <param name="Text">The text of the file.</param>
/// <param name="Page">The content of the page.</param>
/// <param name="Findings">The findings of the file and the page, in text order.</param>
/// <param name="Locations">The places of the page's elements.</param>
internal sealed record ReadPage(PageFile File, string Text, PageModel Page, IReadOnlyList<Finding> Findings, ElementLocations Locations)
{
    /// <summary>Gets the lines that resemble a part of an API but are not part of the model.</summary>
    public IReadOnlyList<UnreadLines> Unread { get; init; } = [];

    /// <summary>Gets the content of the page, identified by the path that the user gave.</summary>
    public PageModel ShownPage => Page with { Path = File.ShownPath };
}

/// <summary>Reads page files on all cores. The results are in the order of the files.</summary>
internal static class PageReader
{
    /// <summary>Reads <paramref name="files"/>.</summary>
    /// <exception cref="ToolException">A file cannot be read.</exception>
    public static ReadPage[] Read(IReadOnlyList<PageFile> files, CancellationToken cancellationToken) =>
        Read(files, static () => { }, cancellationToken);

    /// <summary>Reads <paramref name="files"/> and shows the progress on <paramref name="terminal"/>.</summary>
    /// <exception cref="ToolException">A file cannot be read.</exception>
    public static ReadPage[] Read(IReadOnlyList<PageFile> files, Terminal terminal, CancellationToken cancellationToken) =>
        WorkProgress.Run(terminal, "Reading pages", files.Count, done => Read(files, done, cancellationToken));

    private static ReadPage[] Read(IReadOnlyList<PageFile> files, Action done, CancellationToken cancellationToken)
    {
        var pages = new ReadPage[files.Count];
        var unreadable = new string?[files.Count];
        Parallel.For(0, files.Count, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            byte[] bytes;
            try
            {
                bytes = files[i].Length() == 0 ? [] : File.ReadAllBytes(files[i].FullPath);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                unreadable[i] = $"'{files[i].ShownPath}' cannot be read: {e.Message}";
                return;
            }

            pages[i] = Read(files[i], bytes, cancellationToken);
            done();
        });
        string[] messages = Array.FindAll(unreadable, static m => m is not null)!;
        return messages.Length > 0 ? throw new ToolException(string.Join("\n", messages)) : pages;
    }

    /// <summary>Reads the bytes of a page.</summary>
    public static ReadPage Read(PageFile file, byte[] bytes, CancellationToken cancellationToken)
    {
        PageText decoded = PageText.Decode(bytes);
        PageReadResult result = SpecReader.Read(file.Name, decoded.Text, cancellationToken);
        if (decoded.InvalidOffset < 0)
            return new ReadPage(file, decoded.Text, result.Page, [.. result.Findings], result.Locations) { Unread = result.Unread };
        List<Finding> findings = [.. result.Findings];
        int noText = findings.FindIndex(static f => f.Id == FindingRules.BinaryPage.Id);
        // For an image, the first invalid byte is of no interest. For text in another encoding, it is the better message.
        if (noText < 0 || !decoded.Text.Contains('\0', StringComparison.Ordinal))
        {
            if (noText >= 0)
                findings.RemoveAt(noText);
            // Characters are lost because of the invalid byte, which is already reported.
            findings.RemoveAll(static f => f.Id == FindingRules.LostCharacter.Id);
            int at = findings.FindIndex(f => f.Span.Start > decoded.InvalidOffset);
            findings.Insert(at < 0 ? findings.Count : at, decoded.ToFinding(file.Name));
        }

        return new ReadPage(file, decoded.Text, result.Page, findings, result.Locations) { Unread = result.Unread };
    }
}
