using System;
using System.Collections.Generic;

namespace ZStackGen.Tool.Importing.Html;

/// <summary>The text of a page made from HTML.</summary>
/// <param name="Text">The text: Markdown with pipe tables and fences.</param>
/// <param name="Positions">The place of each line in the HTML.</param>
internal sealed record ConvertedPage(string Text, IReadOnlyList<TextPosition> Positions)
{
    /// <summary>Gets the place in the HTML of a line of the text.</summary>
    /// <param name="line">The line, from 0.</param>
    /// <returns>The place in the HTML.</returns>
    public TextPosition this[int line] => Positions.Count == 0 ? new TextPosition(1, 1) : Positions[Math.Clamp(line, 0, Positions.Count - 1)];
}
