using System;
using System.Collections.Generic;

namespace ZStackGen.Tool.Importing.Html;

/// <summary>The elements that start a new line.</summary>
internal static class BlockElements
{
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu", "ol", "p", "pre", "search", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    };

    /// <summary>Gets whether an element starts a new line.</summary>
    /// <param name="name">The name of the element.</param>
    /// <returns><see langword="true"/> for a block.</returns>
    public static bool Contains(string name) => s_names.Contains(name);
}
