using System.Globalization;
using System.Linq;
using System.Threading;
using ZStackGen.Specs.Writing;
using ZStackGen.Tool.Formatting;

namespace ZStackGen.Tool.Importing.Planning;

/// <summary>
/// Finds text of a page in our format that an import would drop. Such a page was written by hand, and its import can overwrite it.
/// </summary>
internal static class ImportLoss
{
    /// <summary>Returns the message about the first line that would be lost; <see langword="null"/> if there is none.</summary>
    public static string? Of(ImportedPage page, CancellationToken cancellationToken)
    {
        // Text that was converted from HTML contains the menus of its site.
        if (!page.IsUseful || page.IsConverted || !LostText.IsOwnFormat(page.Text, page.Page))
            return null;
        if (page.Findings.FirstOrDefault(static placed => UnreadContent.IsUnread(placed.Finding.Id)) is { } unread)
            return Message(page, unread.Place.Line, "not read, so the text would be lost ('zstackgen check' shows the reason)");
        return LostText.FirstLine(page.Text, PageWriter.Write(page.Page), page.Page, cancellationToken) is > 0 and var line
            ? Message(page, line, "the page format has no place for this text; move it to a description or to '## Notes', or remove it")
            : null;
    }

    private static string Message(ImportedPage page, int line, string reason) =>
        string.Create(CultureInfo.InvariantCulture, $"{page.Source.ShownPath}({line}): the page is not imported: {reason}");
}
