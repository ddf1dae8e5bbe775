using System;
using System.Collections.Generic;
using System.Linq;

namespace ZStackGen.Specs.Tests;

/// <summary>Changes of cells: decorations, other signs for the same text, and notes beside it.</summary>
internal static class CellMutations
{
    private static readonly (string Open, string Close)[] s_marks =
    [
        ("**", "**"), ("`", "`"), ("*", "*"), ("_", "_"), ("~~", "~~"), ("<b>", "</b>"), ("<code>", "</code>"), ("<span style=\"color:red\">", "</span>"), ("[", "](#x)"), ("[", "](https://example.org/a_b)"),
        ("\"", "\""), ("“", "”"), ("‘", "’"), ("「", "」"), ("\u00a0", "\u00a0"), ("\u200b", ""), ("\u3000", "\u3000"), ("", "<br>"), ("<br/>", ""), ("", "[^1]"), ("", "<sup>1</sup>"), ("", " \\*"), ("", "*"), ("- ", ""),
        ("• ", ""), ("", ":"), ("", "："), ("", "."), ("", ","), ("<p>", "</p>"), ("<font color=\"red\">", "</font>"), ("[", "]{.mark}"), ("[", "]{.underline}"), ("{{", "}}"), ("\\", ""), ("└ ", ""), ("> ", ""), ("", "¹"), ("", " (1)"),
        ("&nbsp;", ""), ("<!-- x -->", ""), ("", "<!-- x -->"), ("==", "=="), ("$", "$"), ("🔴 ", ""), ("* ", ""), ("", " ★"), ("", " (new)"), ("", "（新增）"), ("", " (deprecated)"), ("NEW ", ""),
    ];

    public static IEnumerable<PageMutation> All { get; } =
    [
        .. Columns("name", "type", "location", "values", "since", "header"),
        new("full-width marks", page => Cells(page, 2, cell => cell.Replace("(", "（", StringComparison.Ordinal).Replace(")", "）", StringComparison.Ordinal).Replace(",", "，", StringComparison.Ordinal).Replace(":", "：", StringComparison.Ordinal))),
        new("full-width letters in versions", page => Column(page, "since", cell => string.Concat(cell.Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c)))),
        new("versions with a prefix", page => Column(page, "since", cell => cell.Length == 0 ? cell : TableMutations.Pick(page, "v", "V", "ZStack ", "Cloud ", "since ", "自", "版本", ">= ", "ZStack Cloud v", "从 ") + cell)),
        new("versions with a suffix", page => Column(page, "since", cell => cell.Length == 0 ? cell : cell + TableMutations.Pick(page, "+", " and later", "及以上", "版本", " GA", "-", " (new)", " 起", "."))),
        new("versions ditto", page => Column(page, "since", cell => TableMutations.Pick(page, cell, "同上", "〃", "\"", "ditto", "same"), everyRow: true)),
        new("types in lower case", page => Column(page, "type", cell => Parsing.Cells.TypeWords.IsKnown(cell) ? cell.ToLowerInvariant() : cell)),
        new("types in upper case", page => Column(page, "type", cell => Parsing.Cells.TypeWords.IsKnown(cell) ? cell.ToUpperInvariant() : cell)),
        new("types with a package", page => Column(page, "type", cell => cell is "String" or "Integer" or "Boolean" or "Long" ? "java.lang." + cell : cell is "List" or "Map" ? "java.util." + cell : cell)),
        new("types with a mark", page => Column(page, "type", cell => cell.Length == 0 ? cell : cell + TableMutations.Pick(page, "?", " | null", "(64)", ", optional", " *", " 必填", "!", " or null", " (read-only)"))),
        new("optional in another place", page => Column(page, "name", cell => cell.Contains("(可选)", StringComparison.Ordinal) || cell.Contains("(optional)", StringComparison.Ordinal)
            ? TableMutations.Pick(page, "*optional* ", "[", "(可选) ", "可选 ", "? ") + cell.Replace("(可选)", "", StringComparison.Ordinal).Replace("(optional)", "", StringComparison.Ordinal).Trim() : cell)),
        new("optional in other words", page => Column(page, "name", cell => TableMutations.Pick(page, "[optional]", "（可选）", "【可选】", "<sup>optional</sup>", "<br>(optional)", "(opt.)", "(Optional)", "*(optional)*", "?", "选填", "(非必填)", "（非必选）", "- optional", ", optional", "_optional_") is var mark
            && cell.Contains("(可选)", StringComparison.Ordinal) ? cell.Replace("(可选)", mark, StringComparison.Ordinal) : cell.Replace("(optional)", mark, StringComparison.Ordinal))),
        new("names with a prefix", page => Column(page, "name", cell => cell.Length == 0 ? cell : TableMutations.Pick(page, "params.", "$.", "--", "body.", "&", ".", "- ", "1. ", "1) ") + cell)),
        new("names wrapped with a soft hyphen", page => Column(page, "name", cell => cell.Length > 6 ? cell[..4] + "\u00ad" + cell[4..] : cell)),
        new("names wrapped with a zero-width blank", page => Column(page, "name", cell => cell.Length > 6 ? cell[..4] + "\u200b" + cell[4..] : cell)),
        new("names wrapped with a blank", page => Column(page, "name", cell => cell.Length > 6 ? cell[..4] + " " + cell[4..] : cell)),
        new("names wrapped with a break", page => Column(page, "name", cell => cell.Length > 6 ? cell[..4] + "<br>" + cell[4..] : cell)),
        new("names wrapped with wbr", page => Column(page, "name", cell => cell.Length > 6 ? cell[..4] + "<wbr>" + cell[4..] : cell)),
        new("names in two languages", page => Column(page, "name", cell => cell.Length == 0 ? cell : cell + TableMutations.Pick(page, "（名称）", "<br>名称", " 名称", "/名称", " - name of it"))),
        new("names moved down by merged cells", page => Column(page, "name", cell => TableMutations.Pick(page, cell, "", "^^", "〃"), everyRow: true)),
        new("types merged", page => Column(page, "type", cell => TableMutations.Pick(page, cell, "", "^^", "〃", "同上"), everyRow: true)),
        new("locations merged", page => Column(page, "location", cell => TableMutations.Pick(page, cell, "", "^^", "〃", "同上"), everyRow: true)),
        new("locations in other words", page => Column(page, "location", cell => cell switch
        {
            "url" or "path" => TableMutations.Pick(page, "URL", "Path", "in path", "路径", "URL路径", "URI", "path parameter", "路径参数"),
            "query" => TableMutations.Pick(page, "Query", "query string", "querystring", "查询参数", "URL query", "?", "params"),
            "body" => TableMutations.Pick(page, "Body", "request body", "请求体", "JSON", "json body", "payload", "消息体"),
            _ => cell,
        })),
        new("locations of wrappers in other words", page => Column(page, "location", cell => System.Text.RegularExpressions.Regex.Match(cell, "^body.*?(?:in the |包含在)[`* ]*([a-zA-Z0-9]+)") is { Success: true } match
            ? string.Format(System.Globalization.CultureInfo.InvariantCulture, TableMutations.Pick(page, "body: {0}", "body.{0}", "body({0})", "body/{0}", "body（包含在{0}结构中）", "{0}", "body → {0}", "body > {0}", "Body (in {0})", "body ( contained in the `{0}` structure )", "body[{0}]", "{0} (body)", "in {0}"), match.Groups[1].Value) : cell)),
        new("values parted otherwise", page => Column(page, "values", cell => cell.Replace("<ul><li>", "", StringComparison.Ordinal).Replace("</li></ul>", "", StringComparison.Ordinal).Replace("</li><li>", ", ", StringComparison.Ordinal)
            .Replace(", ", TableMutations.Pick(page, " ", "/", ";", "、", " or ", "<br>", " , ", "\\|", " 或 ", "；", "<br/>", "\u3000", "，", " / ", " · ", ",", "<br>- ", "<br>• ", "&#124;", " and ", "\t", " & "), StringComparison.Ordinal))),
        new("values decorated", page => Column(page, "values", cell => cell.Length == 0 || cell.Contains('<', StringComparison.Ordinal) ? cell : TableMutations.Pick(page, "`|`", "\"|\"", "'|'", "**|**", "*|*", "“|”").Split('|') is var mark ? string.Join(", ", cell.Split(", ").Select(value => mark[0] + value + mark[1])) : cell)),
        new("values with a lead", page => Column(page, "values", cell => cell.Length == 0 || cell.Contains('<', StringComparison.Ordinal) ? cell : TableMutations.Pick(page, "One of: ", "Enum: ", "Options: ", "[", "(", "Possible values are ") is var lead ? lead + cell + (lead == "[" ? "]" : lead == "(" ? ")" : "") : cell)),
        new("values with defaults", page => Column(page, "values", cell => cell.Length == 0 || cell.Contains('<', StringComparison.Ordinal) ? cell : TableMutations.Pick(page, "{0} (default)", "{0}（默认）", "{0}(默认值)", "**{0}** (default)", "{0} [default]") is var format
            ? string.Join(", ", cell.Split(", ").Select((value, i) => i == 0 ? string.Format(System.Globalization.CultureInfo.InvariantCulture, format, value) : value)) : cell)),
        new("empty cells with a mark", page => Cells(page, 2, cell => cell.Length > 0 ? cell : TableMutations.Pick(page, "-", "—", "–", "/", "N/A", "无", "none", "&nbsp;", "\u00a0", "--", "n/a", "空", "*", "...", "TBD"))),
    ];

    private static IEnumerable<PageMutation> Columns(params string[] kinds) =>
        kinds.SelectMany(kind => s_marks.Where(mark => kind != "values" || !(mark.Open is "> " or "{{" or "==" or "$" or "\\" or "🔴 " or "└ " or "NEW " || mark.Close is " ★" or " \\*" or "]{.mark}" or "]{.underline}")).Select(mark => new PageMutation($"{kind} in '{mark.Open}' '{mark.Close}'", page =>
        {
            if (kind == "header")
                Cells(page, 0, cell => cell.Length == 0 ? cell : mark.Open + cell + mark.Close, last: 1);
            else
                Column(page, kind, cell => cell.Length == 0 ? cell : mark.Open + cell + mark.Close);
        })));

    /// <summary>Changes the cells of one column. Half of the times, all rows change; otherwise, one.</summary>
    private static void Column(EditedPage page, string kind, Func<string, string> change, bool everyRow = false)
    {
        List<(int Start, int End)> tables = [.. page.Tables().Where(table => EditedPage.Cells(page[table.Start]).Exists(header => TableMutations.Kind(header) == kind))];
        if (tables.Count == 0)
            return;
        (int start, int end) = tables[page.Random.Next(tables.Count)];
        int column = EditedPage.Cells(page[start]).FindIndex(header => TableMutations.Kind(header) == kind);
        int only = everyRow || page.Random.Next(2) == 0 ? -1 : page.Random.Next(start + 2, end);
        for (int i = start + 2; i < end; i++)
        {
            List<string> cells = EditedPage.Cells(page[i]);
            if ((only < 0 || only == i) && column < cells.Count && change(cells[column]) is var changed && changed != cells[column])
            {
                cells[column] = changed;
                page[i] = EditedPage.Row(cells);
            }
        }
    }

    private static void Cells(EditedPage page, int first, Func<string, string> change, int last = int.MaxValue)
    {
        if (page.AnyTable() is not { } table)
            return;
        for (int i = table.Start + first; i < table.End && i - table.Start < last; i++)
        {
            List<string> cells = EditedPage.Cells(page[i]);
            List<string> changed = [.. cells.Select(change)];
            if (!cells.SequenceEqual(changed))
                page[i] = EditedPage.Row(changed);
        }
    }
}
