using System;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Headings;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Manuals;

/// <summary>Takes the remarks beside a manual's tables, and the system tags that it lists below the parameters.</summary>
internal sealed class ManualRemarks
{
    /// <summary>Words that open a quote and say nothing.</summary>
    private static readonly string[] s_openings = ["注意", "说明", "提示", "备注", "Note", "Notes", "Tip", "Important"];

    /// <summary>The line above the tags at hand, which describes those that have no words of their own.</summary>
    private string? _above;

    /// <summary>Begins the remarks behind a table.</summary>
    public void Begin() => _above = null;

    /// <summary>Takes a line.</summary>
    public void Take(ApiDraft? api, ReadOnlySpan<char> line)
    {
        if (api is null)
            return;
        ReadOnlySpan<char> text = WithoutOpening(WithoutBullet(CellText.Trim(line)));
        if (text.IsEmpty || IsAboutTags(text))
            return;
        if (SystemTagText.Find(text, out TextRange place) is { } tag)
        {
            string? words = Description(text, place);
            if (!api.SystemTags.Exists(known => known.Tag == tag))
                api.SystemTags.Add(new SystemTagModel(tag, words ?? _above, null));
            return;
        }

        string? note = CellText.Description(text);
        if (note is null || Boilerplate.IsDescription(note.AsSpan()))
            return;
        _above = note.TrimEnd(':', '：');
        // A line that only opens a list is no remark.
        bool opensList = note[note.Length - 1] is ':' or '：' || note.Length < 16 && note.IndexOf("ystemTag", StringComparison.Ordinal) >= 0;
        if (!opensList && !api.Notes.Contains(note))
            api.Notes.Add(note);
    }

    private static string? Description(ReadOnlySpan<char> text, TextRange tag)
    {
        string before = CellText.Words(text.Slice(0, tag.Start)).Trim('-', ',', '，', '、', '=', ' '), behind = CellText.Words(text.Slice(tag.End)).Trim('-', ',', '，', '、', '=', '>', ' ');
        // A conversion may write an item twice.
        if (SystemTagText.Find(behind.AsSpan(), out TextRange again) is not null)
            behind = CellText.Words(behind.AsSpan(0, again.Start)) + CellText.Words(behind.AsSpan(again.End));
        string words = before.Length == 0 ? behind : behind.Length == 0 ? before : before + " " + behind;
        return words.Length < 2 ? null : words;
    }

    private static ReadOnlySpan<char> WithoutBullet(ReadOnlySpan<char> text)
    {
        int start = 0;
        while (start < text.Length && (text[start] is '-' or '*' or '+' or '•' or '·' or '◦' or '▪' or '●' or '○' or '>' || Characters.IsBlank(text[start])))
        {
            // Two stars are emphasis.
            if (text[start] == '*' && start + 1 < text.Length && text[start + 1] == '*')
                break;
            start++;
        }

        return text.Slice(start);
    }

    private static ReadOnlySpan<char> WithoutOpening(ReadOnlySpan<char> text)
    {
        while (true)
        {
            ReadOnlySpan<char> rest = text.TrimStart("*".AsSpan());
            bool found = false;
            foreach (string opening in s_openings)
            {
                if (!rest.StartsWith(opening.AsSpan(), StringComparison.OrdinalIgnoreCase))
                    continue;
                ReadOnlySpan<char> behind = rest.Slice(opening.Length).TrimStart("*".AsSpan());
                if (behind.IsEmpty || behind[0] is not (':' or '：'))
                    continue;
                text = CellText.Trim(behind.Slice(1).TrimStart("*".AsSpan()));
                found = true;
                break;
            }

            if (!found)
                return text;
        }
    }

    /// <summary>The sentence of every page that both kinds of tags may be left out of the body.</summary>
    private static bool IsAboutTags(ReadOnlySpan<char> text) =>
        text.IndexOf("systemTags".AsSpan()) >= 0 && text.IndexOf("userTags".AsSpan()) >= 0;
}
