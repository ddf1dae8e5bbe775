using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ZStackGen.Specs;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Text;
using ZStackGen.Tool.Importing.Html;
using ZStackGen.Tool.Importing.Sources;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Importing.Planning;

/// <summary>Reads a page in any layout, including HTML.</summary>
internal static class ImportReader
{
    /// <summary>Reads a page.</summary>
    /// <param name="source">The page.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The content of the page.</returns>
    public static ImportedPage Read(ImportSource source, CancellationToken cancellationToken)
    {
        PageText decoded = HtmlEncoding.Decode(source.Content, source.Charset);
        IHtmlDocument? document = null;
        ConvertedPage? converted = null;
        try
        {
            if (HtmlContent.IsHtml(decoded.Text))
            {
                document = HtmlDocumentParser.Parse(decoded.Text, cancellationToken);
                converted = HtmlPageConverter.Convert(document, cancellationToken);
            }
            else
            {
                converted = EmbeddedTables.Convert(decoded.Text, cancellationToken);
            }
        }
        catch (HtmlTooComplexException e)
        {
            var tooComplex = new Finding(FindingRules.ReaderGaveUp.Id, FindingSeverity.Error, source.ShownPath, default, $"The HTML cannot be read: {e.Message}.");
            return new ImportedPage(
                source, "", new PageModel(source.RelativePath, default, default), ElementLocations.None, [new PlacedFinding(tooComplex, new TextPosition(1, 1))], 0, []);
        }

        using (document)
        {
            string text = converted?.Text ?? decoded.Text;
            PageReadResult result = SpecReader.Read(source.RelativePath, text, cancellationToken);
            List<PlacedFinding> findings = [.. result.Findings.Select(finding => new PlacedFinding(finding, PlaceOf(finding, converted)))];
            if (decoded.InvalidOffset >= 0)
                AddEncodingFinding(source, decoded, findings);
            return new ImportedPage(source, text, result.Page, result.Locations, findings, UnreadLines(result), document is null ? [] : Links(document))
            {
                IsConverted = converted is not null,
                Base = document?.QuerySelector("base[href]")?.GetAttribute("href"),
            };
        }
    }

    private static int UnreadLines(PageReadResult result)
    {
        int count = 0;
        foreach (UnreadLines unread in result.Unread)
            count += unread.Count;
        return count;
    }

    private static TextPosition PlaceOf(Finding finding, ConvertedPage? converted) =>
        converted?[finding.Span.StartLine] ?? new TextPosition(finding.Span.StartLine + 1, finding.Span.StartColumn + 1);

    private static void AddEncodingFinding(ImportSource source, PageText decoded, List<PlacedFinding> findings)
    {
        int noText = findings.FindIndex(static placed => placed.Finding.Id == FindingRules.BinaryPage.Id);
        if (noText >= 0 && decoded.Text.Contains('\0', StringComparison.Ordinal))
            return;
        if (noText >= 0)
            findings.RemoveAt(noText);
        findings.RemoveAll(static placed => placed.Finding.Id == FindingRules.LostCharacter.Id);
        Finding finding = decoded.ToFinding(source.ShownPath);
        findings.Insert(0, new PlacedFinding(finding, new TextPosition(finding.Span.StartLine + 1, finding.Span.StartColumn + 1)));
    }

    private static List<string> Links(IHtmlDocument document)
    {
        var links = new List<string>();
        // An index can consist of nothing but the address of its newest version: "0; url=latest/".
        if (document.QuerySelector("meta[http-equiv=refresh i]")?.GetAttribute("content") is { } refresh
            && refresh.IndexOf("url=", StringComparison.OrdinalIgnoreCase) is var at and >= 0)
            links.Add(refresh[(at + "url=".Length)..].Trim(' ', '\'', '"'));
        foreach (IElement element in document.QuerySelectorAll("a[href],frame[src],iframe[src]"))
        {
            if ((element.GetAttribute("href") ?? element.GetAttribute("src")) is { Length: > 0 } address && address[0] != '#')
                links.Add(address);
        }

        return links;
    }
}
