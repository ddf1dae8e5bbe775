using System;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Headings;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Manuals;

/// <summary>Collects the remarks outside the tables of a manual, and the system tags listed below the parameters.</summary>
internal sealed class ManualRemarks
{
    /// <summary>The words that start a block quote and are not part of the remark.</summary>
    private static readonly string[] s_openings = ["注意", "说明", "提示", "备注", "Note", "Notes", "Tip", "Important"];

    /// <summary>The line above the current tags, used as the description of tags without one.</summary>
    private string? _above;

    /// <summary>Starts the remarks after a table.</summary>
    public void Begin() => _above = null;

    /// <summary>Adds a line.</summary>
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
        // A line that introduces a list is not a remark.
        bool opensList = note[note.Length - 1] is ':' or '：' || note.Length < 16 && note.IndexOf("ystemTag", StringComparison.Ordinal) >= 0;
        if (!opensList && !api.Notes.Contains(note))
            api.Notes.Add(note);
    }

    private static string? Description(ReadOnlySpan<char> text, TextRange tag)
    {
        string before = CellText.Words(text.Slice(0, tag.Start)).Trim('-', ',', '，', '、', '=', ' '), behind = CellText.Words(text.Slice(tag.End)).Trim('-', ',', '，', '、', '=', '>', ' ');
        // A conversion may repeat an item.
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
            // Two asterisks are emphasis.
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

    /// <summary>Returns whether a text is the sentence, found on every page, that both kinds of tags may be omitted from the body.</summary>
    private static bool IsAboutTags(ReadOnlySpan<char> text) =>
        text.IndexOf("systemTags".AsSpan()) >= 0 && text.IndexOf("userTags".AsSpan()) >= 0;
}
