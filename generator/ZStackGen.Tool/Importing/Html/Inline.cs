using System;
using System.Buffers;
using AngleSharp.Dom;

namespace ZStackGen.Tool.Importing.Html;

/// <summary>Writes the elements inside a line: emphasis, code and links.</summary>
internal static class Inline
{
    private static readonly SearchValues<char> s_notInAddress = SearchValues.Create(" ()<>|\\\n\t");

    /// <summary>Gets whether an element is emphasis, code or a link.</summary>
    /// <param name="name">The name of the element.</param>
    /// <returns><see langword="true"/> if <see cref="Enter"/> writes the element.</returns>
    public static bool Is(string name) => MarkOf(name) is not null || name is "code" or "tt" or "kbd" or "samp";

    /// <summary>Starts an element, or writes it completely.</summary>
    /// <param name="element">The element.</param>
    /// <param name="text">The text to append to.</param>
    /// <returns><see langword="true"/> to write the children and then call <see cref="Leave"/>.</returns>
    public static bool Enter(IElement element, InlineText text)
    {
        if (element.LocalName is "code" or "tt" or "kbd" or "samp")
        {
            text.AppendCode(element.TextContent);
            return false;
        }

        if (MarkOf(element.LocalName) is { } mark)
        {
            text.Open(mark);
            return true;
        }

        if (!IsLink(element, text))
            return false;
        text.OpenLink();
        return true;
    }

    /// <summary>Ends an element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="text">The text to append to.</param>
    public static void Leave(IElement element, InlineText text)
    {
        if (MarkOf(element.LocalName) is not null)
            text.Close();
        else
            text.CloseLink(element.GetAttribute("href")!);
    }

    // Only links inside the page connect tables, and absolute links work from anywhere.
    private static bool IsLink(IElement element, InlineText text) =>
        element.LocalName == "a" && !text.IsPlain && element.GetAttribute("href") is { Length: > 1 and < 500 } address
        && (address[0] == '#' || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        && !address.AsSpan().ContainsAny(s_notInAddress) && !string.IsNullOrWhiteSpace(element.TextContent) && element.QuerySelector("table,pre,p,div,ul,ol,br") is null;

    private static string? MarkOf(string name) => name switch
    {
        "b" or "strong" => "**",
        "i" or "em" or "cite" or "var" or "dfn" => "*",
        _ => null,
    };
}
