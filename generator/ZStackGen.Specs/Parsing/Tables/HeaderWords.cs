using System;
using System.Collections.Generic;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>The header words of API tables in both languages. They can be decorated, cut off or misspelled.</summary>
internal static class HeaderWords
{
    /// <summary>The maximum length of a header cell.</summary>
    private const int Longest = 32;

    private static readonly (string Words, ColumnRole Role)[] s_words =
    [
        ("名字", ColumnRole.Name), ("类型", ColumnRole.Type), ("描述", ColumnRole.Description), ("起始版本", ColumnRole.Since),
        ("位置", ColumnRole.Location), ("可选值", ColumnRole.Values),
        ("Name", ColumnRole.Name), ("Type", ColumnRole.Type), ("Description", ColumnRole.Description), ("Location", ColumnRole.Location),
        ("Starting Version", ColumnRole.Since), ("Since", ColumnRole.Since), ("Values", ColumnRole.Values),
        ("Optional Value", ColumnRole.Values), ("Valid Value", ColumnRole.Values), ("Allowed Values", ColumnRole.Values),
        ("Optional Values", ColumnRole.Values), ("Valid Values", ColumnRole.Values), ("Allowed Value", ColumnRole.Values), ("Value", ColumnRole.Values),
        ("Possible Values", ColumnRole.Values), ("Value Range", ColumnRole.Values),
        ("Start Version", ColumnRole.Since), ("Version", ColumnRole.Since), ("Initial Version", ColumnRole.Since), ("Since Version", ColumnRole.Since),
        ("Introduced in", ColumnRole.Since), ("Parameter", ColumnRole.Name), ("Field", ColumnRole.Name), ("Parameter Name", ColumnRole.Name),
        ("Field Name", ColumnRole.Name), ("Data Type", ColumnRole.Type), ("In", ColumnRole.Location), ("Position", ColumnRole.Location),
        ("名称", ColumnRole.Name), ("参数", ColumnRole.Name), ("参数名", ColumnRole.Name), ("参数名称", ColumnRole.Name), ("字段", ColumnRole.Name),
        ("字段名", ColumnRole.Name), ("字段名称", ColumnRole.Name), ("数据类型", ColumnRole.Type), ("参数类型", ColumnRole.Type), ("参数位置", ColumnRole.Location),
        ("说明", ColumnRole.Description), ("参数说明", ColumnRole.Description), ("参数描述", ColumnRole.Description), ("取值", ColumnRole.Values), ("取值范围", ColumnRole.Values),
        ("可选取值", ColumnRole.Values), ("版本", ColumnRole.Since), ("引入版本", ColumnRole.Since), ("开始版本", ColumnRole.Since),
        ("Required", ColumnRole.Required), ("Mandatory", ColumnRole.Required), ("Is Required", ColumnRole.Required), ("Required?", ColumnRole.Required),
        ("必填", ColumnRole.Required), ("是否必填", ColumnRole.Required), ("必选", ColumnRole.Required), ("是否必选", ColumnRole.Required), ("是否必须", ColumnRole.Required),
        ("必填项", ColumnRole.Required), ("必需", ColumnRole.Required), ("是否必需", ColumnRole.Required), ("必传", ColumnRole.Required), ("是否必传", ColumnRole.Required), ("Req", ColumnRole.Required),
        ("Req.", ColumnRole.Required), ("Req'd", ColumnRole.Required), ("M/O", ColumnRole.Required), ("Mandatory?", ColumnRole.Required), ("Required/Optional", ColumnRole.Required), ("Presence", ColumnRole.Required),
        ("R", ColumnRole.Required), ("M", ColumnRole.Required), ("R/O", ColumnRole.Required), ("O/M", ColumnRole.Required), ("Must", ColumnRole.Required), ("Requirement", ColumnRole.Required),
        ("Optionality", ColumnRole.Required), ("Not Null", ColumnRole.Required), ("必须", ColumnRole.Required), ("必要", ColumnRole.Required), ("非空", ColumnRole.Required), ("是否非空", ColumnRole.Required),
        ("O", ColumnRole.Optional), ("Opt", ColumnRole.Optional), ("Opt.", ColumnRole.Optional), ("Nullable", ColumnRole.Optional), ("Nullable?", ColumnRole.Optional), ("Is Nullable", ColumnRole.Optional),
        ("Null", ColumnRole.Optional), ("Null?", ColumnRole.Optional), ("Allow Null", ColumnRole.Optional), ("Allows Null", ColumnRole.Optional), ("可空", ColumnRole.Optional), ("可为空", ColumnRole.Optional),
        ("允许为空", ColumnRole.Optional), ("是否可空", ColumnRole.Optional), ("是否为空", ColumnRole.Optional), ("是否允许为空", ColumnRole.Optional),
        ("Optional", ColumnRole.Optional), ("Is Optional", ColumnRole.Optional), ("Optional?", ColumnRole.Optional),
        ("是否可选", ColumnRole.Optional), ("Explanation", ColumnRole.Description), ("Meaning", ColumnRole.Description), ("Remarks", ColumnRole.Description), ("Notes", ColumnRole.Description), ("Details", ColumnRole.Description),
        ("含义", ColumnRole.Description), ("备注", ColumnRole.Description), ("Options", ColumnRole.Values), ("枚举值", ColumnRole.Values), ("Enum", ColumnRole.Values),
        ("Comment", ColumnRole.Description), ("Comments", ColumnRole.Description), ("注释", ColumnRole.Description), ("解释", ColumnRole.Description),
        ("Choices", ColumnRole.Values), ("有效值", ColumnRole.Values), ("Added in", ColumnRole.Since), ("支持版本", ColumnRole.Since), ("加入版本", ColumnRole.Since),
        ("Wrapper", ColumnRole.Wrapper), ("Body Wrapper", ColumnRole.Wrapper), ("所在结构", ColumnRole.Wrapper),
    ];

    private static readonly (string Words, ColumnRole Role)[][] s_byLength = ByLength();

    private static readonly string s_firstLetters = FirstLetters();

    /// <summary>Returns the role that the words of the cell state literally, ignoring case and surrounding white space.</summary>
    public static ColumnRole Exact(ReadOnlySpan<char> cell)
    {
        cell = CellText.Trim(cell);
        // Called for the first cells of every row.
        if (cell.Length >= s_byLength.Length)
            return ColumnRole.Other;
        foreach ((string known, ColumnRole role) in s_byLength[cell.Length])
        {
            if ((known[0] | 0x20) == (cell[0] | 0x20) && cell.Equals(known.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return role;
        }

        return ColumnRole.Other;
    }

    /// <summary>Returns the role that the words of the cell mean: without emphasis, backticks and brackets, then with spelling errors.</summary>
    public static ColumnRole Meant(ReadOnlySpan<char> cell)
    {
        ColumnRole role = Exact(cell);
        if (role != ColumnRole.Other || cell.Length > 2 * Longest)
            return role;
        ReadOnlySpan<char> words = CellText.Words(cell).AsSpan();
        // The choices in brackets: Required (Y/N).
        if (words.IndexOf('(') is var bracket and > 0 && Exact(words.Slice(0, bracket)) is var choice and (ColumnRole.Required or ColumnRole.Optional))
            return choice;
        role = Exact(words);
        return role != ColumnRole.Other || words.Length > Longest ? role : BySpelling(words);
    }

    /// <summary>Determines whether a known word starts with a letter, in either case.</summary>
    public static bool MayBegin(char letter) => s_firstLetters.IndexOf((char)(letter | 0x20)) >= 0;

    /// <summary>Returns the length of the longest known words at the start of a line, followed by a blank or the end of the line.</summary>
    public static int AtBegin(ReadOnlySpan<char> line, out ColumnRole role)
    {
        int best = 0;
        role = ColumnRole.Other;
        // Called for every line. Nearly all lines start with another letter.
        int first = line.IsEmpty ? 0 : line[0] | 0x20;
        foreach ((string words, ColumnRole candidate) in s_words)
        {
            if ((words[0] | 0x20) == first && words.Length > best && line.StartsWith(words.AsSpan(), StringComparison.OrdinalIgnoreCase)
                && (line.Length == words.Length || Characters.IsBlank(line[words.Length])))
            {
                (best, role) = (words.Length, candidate);
            }
        }

        return best;
    }

    private static ColumnRole BySpelling(ReadOnlySpan<char> words)
    {
        if (words.Length < 2)
            return ColumnRole.Other;
        ColumnRole best = ColumnRole.Other;
        int least = int.MaxValue;
        bool chinese = Characters.IsChinese(words[0]);
        foreach ((string known, ColumnRole role) in s_words)
        {
            if (Characters.IsChinese(known[0]) != chinese)
                continue;
            // A word that was cut off keeps its beginning. Two Chinese characters allow no wrong character.
            int most = chinese ? (known.Length + 1) / 4 : known.Length switch { < 4 => 0, < 8 => 1, _ => 2 };
            bool isCut = words.Length >= (chinese ? 2 : 4) && words.Length * 2 > known.Length && known.Length > words.Length && known.AsSpan().StartsWith(words, StringComparison.OrdinalIgnoreCase);
            int distance = isCut ? 1 : most == 0 ? int.MaxValue : Spelling.Distance(words, known.AsSpan(), most);
            if (!isCut && distance > most)
                continue;
            if (distance < least)
                (least, best) = (distance, role);
        }

        return best;
    }

    private static string FirstLetters()
    {
        var letters = new HashSet<char>();
        foreach ((string words, _) in s_words)
            letters.Add((char)(words[0] | 0x20));
        return string.Concat(letters);
    }

    private static (string, ColumnRole)[][] ByLength()
    {
        int longest = 0;
        foreach ((string words, _) in s_words)
            longest = Math.Max(longest, words.Length);
        var byLength = new (string, ColumnRole)[longest + 1][];
        for (int length = 0; length < byLength.Length; length++)
            byLength[length] = Array.FindAll(s_words, entry => entry.Words.Length == length);
        return byLength;
    }
}
