using System;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

// Reads the deprecation or removal that a name or version cell states, and adds it to the description.
internal sealed partial class RowReader
{
    /// <summary>The sentence that the name cell of the row states; <see langword="null"/> if there is none.</summary>
    private string? _ended;

    /// <summary>Removes <c>(deprecated)</c>, <c>(optional, removed in 5.0.0)</c> or the strikethrough of a whole name.</summary>
    private ReadOnlySpan<char> WithoutLifetime(ReadOnlySpan<char> name, out bool isOptional)
    {
        _ended = null;
        isOptional = false;
        // Nearly all names end with a letter.
        if (name.Length < 5 || Characters.IsAsciiLetter(name[name.Length - 1]))
            return name;
        if (name.StartsWith("~~".AsSpan()) && name.EndsWith("~~".AsSpan()))
        {
            _ended = "Deprecated.";
            return name.Slice(2, name.Length - 4);
        }

        int open = name[name.Length - 1] is ')' or '）' or ']' ? name.LastIndexOfAny("(（[".AsSpan()) : -1;
        if (open <= 0)
            return name;
        ReadOnlySpan<char> remark = name.Slice(open + 1, name.Length - open - 2);
        ReadOnlySpan<char> optional = remark;
        bool isMarked = remark.IndexOfAny(',', '，', ';') > 0 && OptionalMarker.TakeFromDescription(ref optional);
        if (isMarked)
            remark = optional;
        string text = remark.Trim().ToString();
        if (text.Length == 0 || Lifetime.Of(text) is { IsCurrent: true })
            return name;
        isOptional = isMarked;
        _ended = char.ToUpperInvariant(text[0]) + text.Substring(1) + ".";
        ReadOnlySpan<char> rest = CellText.Trim(name.Slice(0, open));
        return rest.StartsWith("~~".AsSpan()) && rest.EndsWith("~~".AsSpan()) && rest.Length > 4 ? rest.Slice(2, rest.Length - 4) : rest;
    }

    /// <summary>Adds the deprecation or removal that the name or the version cell states to the description.</summary>
    private string? WithRemark(string? description)
    {
        description = Joined(description, _ended);
        return VersionRemark.TryRead(table[_since], out _, out string sentence) ? Joined(description, sentence) : description;
    }

    private static string? Joined(string? description, string? sentence) => sentence is null ? description : description is null ? sentence : description + "\n" + sentence;
}
