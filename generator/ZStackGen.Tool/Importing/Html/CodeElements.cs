using System;
using System.Linq;
using AngleSharp.Dom;

namespace ZStackGen.Tool.Importing.Html;

/// <summary>Recognizes the elements that hold a sample, a request line or a command with its line breaks.</summary>
internal static class CodeElements
{
    /// <summary>The lines of editors and highlighters that show code without <c>pre</c>, or with <c>pre</c> around each line.</summary>
    public const string Lines = ".CodeMirror-line,.cm-line,.syntaxhighlighter td.code .line";

    /// <summary>Returns true if an element holds code.</summary>
    /// <param name="element">The element.</param>
    public static bool Contains(IElement element) => element.LocalName switch
    {
        "pre" or "listing" or "xmp" or "textarea" => true,
        "code" or "tt" or "kbd" or "samp" => element.QuerySelector("br") is not null || IsBlock(element),
        "script" => IsScript(element),
        "div" => IsFrame(element),
        _ => false,
    };

    /// <summary>Returns true if an element is a script that holds a sample for a highlighter, as in older wikis.</summary>
    /// <param name="element">The element.</param>
    public static bool IsScript(IElement element) =>
        element.LocalName == "script" && "syntaxhighlighter".Equals(element.GetAttribute("type"), StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns true if an element is an editor or a highlighter with <see cref="Lines"/>.</summary>
    /// <param name="element">The element.</param>
    public static bool IsFrame(IElement element) =>
        (element.ClassList.Contains("CodeMirror") || element.ClassList.Contains("cm-editor") || element.ClassList.Contains("syntaxhighlighter"))
        && element.QuerySelector(Lines) is not null;

    // Browsers collapse the lines of code in a sentence. Alone in its block, or with a style, code keeps them.
    private static bool IsBlock(IElement code)
    {
        string style = code.GetAttribute("style") ?? "";
        if (style.Contains("white-space", StringComparison.OrdinalIgnoreCase) && style.Contains("pre", StringComparison.OrdinalIgnoreCase))
            return true;
        return code.TextContent.AsSpan().Trim().Contains('\n')
            && code.ParentElement is { LocalName: "p" or "div" or "figure" or "section", ChildNodes.Length: <= 3 } parent
            && parent.ChildNodes.All(node => node == code || (node is IText text && string.IsNullOrWhiteSpace(text.Data)));
    }
}
