using System;
using System.Collections.Generic;
using AngleSharp.Dom;

namespace ZStackGen.Tool.Importing.Html;

/// <summary>Identifies the elements that belong to the site and not to the document: menus, breadcrumbs, footers, line numbers.</summary>
internal static class SiteNavigation
{
    /// <summary>Selects tables and samples, which are always part of the document.</summary>
    public const string Content = "table,[role=table],[role=grid],pre";

    private const string Document = Content + ",main,article";

    private static readonly HashSet<string> s_neverShown = new(StringComparer.Ordinal)
    {
        "head", "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed", "audio", "video", "canvas", "button", "select", "input",
        "datalist", "dialog",
    };

    private static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        "nav", "navbar", "navigation", "menu", "toc", "table-of-contents", "tableofcontents", "footer", "site-footer", "page-footer", "pagination", "pager", "prev-next",
        "prevnext", "skip-link", "skip-to-content", "related-links", "relatedlinks", "familylinks", "mw-editsection", "mw-jump-link", "mw-navigation", "catlinks",
        "printfooter", "noprint", "siteSub", "contentSub", "jump-to-nav", "edit-link", "page-metadata", "wh_tools", "wh_header", "wh_footer", "wy-nav-side",
        "cookie-banner", "mw-panel", "mw-head", "side-bar", "sidenav", "side-nav",
    };

    private static readonly HashSet<string> s_headingAnchors = new(StringComparer.OrdinalIgnoreCase)
    {
        "headerlink", "anchor-link", "hash-link", "header-anchor", "heading-anchor", "anchorjs-link", "heading-link", "permalink", "copy-to-clipboard-button",
    };

    private static readonly HashSet<string> s_lineNumbers = new(StringComparer.OrdinalIgnoreCase)
    {
        "gutter", "linenos", "lineno", "linenodiv", "line-number", "line-numbers-rows", "rouge-gutter", "blob-num",
    };

    private static readonly HashSet<string> s_notes = new(StringComparer.OrdinalIgnoreCase)
    {
        "note", "notes", "admonition", "alert", "tip", "warning", "caution", "important", "notice",
    };

    /// <summary>Gets whether to omit an element with all its content.</summary>
    /// <param name="element">The element.</param>
    /// <returns><see langword="true"/> if the element is not part of the document.</returns>
    public static bool Holds(IElement element)
    {
        string name = element.LocalName;
        if (s_neverShown.Contains(name) && !CodeElements.IsScript(element))
            return true;
        if (Has(element, s_headingAnchors) || Has(element, s_lineNumbers))
            return true;
        if (name is "nav" or "footer")
            return true;
        // Some sites write samples and tables beside the text.
        if (name == "aside")
            return !IsNote(element) && element.QuerySelector(Content) is null;
        if (name is "html" or "body" or "main" or "article" or "table" or "thead" or "tbody" or "tr" or "td" or "th" or "pre" or "code")
            return false;
        string? role = element.GetAttribute("role");
        if (role is "navigation" or "search" or "contentinfo" || (role == "complementary" && element.QuerySelector(Content) is null))
            return true;
        // A class is only a hint: the page's own frame may have the class "with-sidebar".
        return HasNavigationWord(element) && element.QuerySelector(Document) is null;
    }

    /// <summary>Gets whether a list is a menu or a list of pages: its items contain only links to other pages.</summary>
    /// <param name="list">The list.</param>
    /// <returns><see langword="true"/> for a list of links.</returns>
    public static bool IsLinkList(IElement list)
    {
        int linked = 0;
        foreach (IElement link in list.QuerySelectorAll("a[href]"))
        {
            if (link.GetAttribute("href") is { Length: > 0 } address && address[0] != '#')
                linked += Visible(link);
        }

        return linked > 0 && linked == Visible(list);

        static int Visible(IElement element)
        {
            int count = 0;
            foreach (char c in element.TextContent)
                count += char.IsWhiteSpace(c) ? 0 : 1;
            return count;
        }
    }

    /// <summary>Gets whether an element is the header of the site or of the document, of which only the headings are read.</summary>
    /// <param name="element">The element.</param>
    /// <returns><see langword="true"/> for a header.</returns>
    public static bool IsHeader(IElement element) =>
        (element.LocalName == "header" || element.GetAttribute("role") == "banner") && element.QuerySelector(Document) is null;

    /// <summary>Gets whether an element is a remark.</summary>
    /// <param name="element">The element.</param>
    /// <returns><see langword="true"/> for a remark that contains no table, sample or heading.</returns>
    public static bool IsNote(IElement element) =>
        (element.LocalName == "blockquote" || (element.LocalName is "div" or "aside" or "section" && HasNoteWord(element)))
        && element.QuerySelector(Content + ",h1,h2,h3,h4,h5,h6") is null;

    private static bool HasNoteWord(IElement element)
    {
        foreach (string word in element.ClassList)
        {
            if (s_notes.Contains(word) || word.EndsWith("-information-macro", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool HasNavigationWord(IElement element)
    {
        if (element.Id is { Length: > 0 } id && IsNavigationWord(id))
            return true;
        foreach (string word in element.ClassList)
        {
            if (IsNavigationWord(word))
                return true;
        }

        return false;
    }

    private static bool IsNavigationWord(string word) =>
        s_words.Contains(word)
        || word.Contains("breadcrumb", StringComparison.OrdinalIgnoreCase)
        || word.Contains("sidebar", StringComparison.OrdinalIgnoreCase)
        || word.EndsWith("-toc", StringComparison.OrdinalIgnoreCase)
        || word.EndsWith("_toc", StringComparison.OrdinalIgnoreCase);

    private static bool Has(IElement element, HashSet<string> words)
    {
        foreach (string word in element.ClassList)
        {
            if (words.Contains(word))
                return true;
        }

        return false;
    }
}
