using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using ZStackGen.Specs;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Writing;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Formatting;

/// <summary>
/// Converts pages of any layout to our page format. The new text is read back and compared: a page that would lose
/// content is not changed.
/// </summary>
internal static class PageFormatter
{
    /// <summary>Formats <paramref name="pages"/> on all cores and writes each to its path in <paramref name="outputPaths"/>.</summary>
    public static FormattedPage[] Format(ReadPage[] pages, string[] outputPaths, CancellationToken cancellationToken)
    {
        TypeLinks links = TypeLinks.Of(pages, outputPaths);
        var formatted = new FormattedPage[pages.Length];
        Parallel.For(0, pages.Length, new ParallelOptions { CancellationToken = cancellationToken }, i =>
            formatted[i] = Format(pages[i], outputPaths[i], links, cancellationToken));
        return formatted;
    }

    private static FormattedPage Format(ReadPage page, string outputPath, TypeLinks links, CancellationToken cancellationToken)
    {
        int errors = 0;
        foreach (Finding finding in page.Findings)
            errors += finding.Severity == FindingSeverity.Error ? 1 : 0;
        if (errors > 0)
            return Left($"it has {errors} error{(errors == 1 ? "" : "s")} ('zstackgen check' shows them)");
        if (page.Page.Apis.Count == 0 && page.Page.Types.Count == 0)
            return Left("it contains no API and no data structure");
        if (UnreadContent.Of(page) is { } unread)
            return Left(unread);
        string text = PageWriter.Write(page.Page, links.From(page, outputPath));
        PageModel again = SpecReader.Read(page.File.Name, text, cancellationToken).Page;
        if (ModelDifference.Find(page.Page, again) is { } difference)
            return Left($"the page format cannot express it: {difference}");
        // Pages of web sites contain menus and samples, which are dropped on purpose.
        if (LostText.IsOwnFormat(page.Text, page.Page) && LostText.FirstLine(page.Text, text, page.Page, cancellationToken) is > 0 and var line)
            return Left(string.Create(CultureInfo.InvariantCulture, $"{page.File.ShownPath}({line}): the page format has no place for this text; move it to a description or to '## Notes', or remove it"));
        return new FormattedPage(page, outputPath, text, null);

        FormattedPage Left(string reason) => new(page, outputPath, null, reason);
    }
}
