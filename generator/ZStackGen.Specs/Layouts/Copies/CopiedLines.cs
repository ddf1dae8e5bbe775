using System;
using ZStackGen.Specs.Layouts.Manuals;
using ZStackGen.Specs.Parsing.Headings;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Copies;

/// <summary>What the pieces of a copied page are that belong to no table.</summary>
internal static class CopiedLines
{
    public static void Read(PageText page, ManualPage manual, CopiedPiece piece)
    {
        TextRange line = piece.Range;
        ReadOnlySpan<char> text = page[line];
        if (piece.IsJson)
            manual.Sample(line);
        else if (RequestLine.IsAt(text))
            manual.Request(line);
        else if (text.StartsWith("Authorization".AsSpan(), StringComparison.OrdinalIgnoreCase))
            manual.Session();
        else if (IsCurl(text))
            manual.Curl(line);
        else if (SdkSample.NameIn(text) is { } api)
            manual.Sdk(api);
        else if (SectionLabels.Of(text) is var label and not SectionLabel.None)
            manual.Label(label);
        else if (text[0] == '#' && Characters.IsName(text.Slice(1)))
            manual.Anchor(text.Slice(1).ToString());
        else if (text[0] is not ('|' or '\\') && !IsRuler(text))
            manual.Prose(line);
    }

    private static bool IsCurl(ReadOnlySpan<char> text) =>
        text.StartsWith("curl ".AsSpan(), StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("-H ".AsSpan(), StringComparison.Ordinal)
        || text.StartsWith("-X ".AsSpan(), StringComparison.Ordinal)
        || text.StartsWith("-d ".AsSpan(), StringComparison.Ordinal)
        || ((text.StartsWith("http://".AsSpan(), StringComparison.Ordinal) || text.StartsWith("https://".AsSpan(), StringComparison.Ordinal)) && text.IndexOf("/v1/".AsSpan()) > 0);

    private static bool IsRuler(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (c is not ('-' or '|' or ':' or ' ' or '='))
                return false;
        }

        return true;
    }
}
