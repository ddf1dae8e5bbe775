using System;
using System.Globalization;
using AngleSharp.Dom;

namespace ZStackGen.Tool.Importing.Html;

/// <summary>Recognizes headings: the elements of HTML, those that only their role marks, and titles of word processors.</summary>
internal static class HeadingElements
{
    private const int Deepest = 6;

    /// <summary>Returns the level of a heading.</summary>
    /// <param name="element">The element.</param>
    /// <returns>The level from 1 to 6; 0 if the element is not a heading.</returns>
    public static int LevelOf(IElement element)
    {
        if (element.LocalName is ['h', >= '1' and <= '6'])
            return element.LocalName[1] - '0';
        if (element.GetAttribute("role") == "heading")
            return int.TryParse(element.GetAttribute("aria-level"), NumberStyles.None, CultureInfo.InvariantCulture, out int level) ? Math.Clamp(level, 1, Deepest) : 2;
        if (element.LocalName != "p")
            return 0;
        // Word has nine levels of headings, but HTML has six.
        return element.ClassName is "MsoTitle" ? 1 : element.ClassName is "MsoHeading7" or "MsoHeading8" or "MsoHeading9" ? Deepest : 0;
    }
}
