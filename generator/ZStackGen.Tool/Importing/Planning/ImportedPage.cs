using System.Collections.Generic;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Importing.Html;
using ZStackGen.Tool.Importing.Sources;

namespace ZStackGen.Tool.Importing.Planning;

/// <summary>A page that an import has read.</summary>
/// <param name="Source">The file or the address.</param>
/// <param name="Text">The text that was read: the page's own, or the text converted from its HTML.</param>
/// <param name="Page">The content of the page.</param>
/// <param name="Locations">The places of the elements in <paramref name="Text"/>.</param>
/// <param name="Findings">The findings of the page, in text order.</param>
/// <param name="UnreadLines">The number of lines that resemble a part of an API but were not read.</param>
/// <param name="Links">The addresses that an HTML page links to, as written.</param>
internal sealed record ImportedPage(
    ImportSource Source, string Text, PageModel Page, ElementLocations Locations, IReadOnlyList<PlacedFinding> Findings, int UnreadLines, IReadOnlyList<string> Links)
{
    /// <summary>Gets whether <see cref="Text"/> was converted from HTML.</summary>
    public bool IsConverted { get; init; }

    /// <summary>Gets the address that an HTML page states as the base of its links, as written.</summary>
    public string? Base { get; init; }

    /// <summary>Gets whether the page describes an API or a type.</summary>
    public bool IsUseful => Page.Apis.Count + Page.Types.Count > 0;
}

/// <summary>A finding with its place in the file that was imported, which may be HTML.</summary>
/// <param name="Finding">The finding; its span refers to the text that was read.</param>
/// <param name="Place">The place in the file.</param>
internal sealed record PlacedFinding(Finding Finding, TextPosition Place);
