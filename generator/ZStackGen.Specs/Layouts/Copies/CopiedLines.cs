using System;
using ZStackGen.Specs.Layouts.Manuals;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Copies;

/// <summary>Reads the pieces of a copied page that are not part of a table.</summary>
internal static class CopiedLines
{
    public static void Read(PageText page, ManualPage manual, CopiedPiece piece)
    {
        TextRange line = piece.Range;
        ReadOnlySpan<char> text = page[line];
        if (piece.IsJson)
            manual.Sample(line);
        else if (text[0] == '#' && Characters.IsName(text.Slice(1)))
            manual.Anchor(text.Slice(1).ToString(), line);
        else if (!ManualLine.Read(page, manual, line) && text[0] is not ('|' or '\\'))
            manual.Prose(line);
    }
}
