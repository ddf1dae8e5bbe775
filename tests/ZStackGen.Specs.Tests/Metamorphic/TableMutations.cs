using System;
using System.Collections.Generic;
using System.Linq;

namespace ZStackGen.Specs.Tests;

/// <summary>Changes of whole tables: columns, headers, and the lines between and around rows.</summary>
internal static class TableMutations
{
    private static readonly (string Kind, string[] Words)[] s_headers =
    [
        ("name", ["Name", "名字", "名称", "参数", "参数名", "参数名称", "字段", "字段名", "Parameter", "Field", "Key", "Property", "Attribute", "属性", "Argument", "Param", "Parameters", "Fields", "Element", "变量名", "标识"]),
        ("type", ["Type", "类型", "数据类型", "参数类型", "字段类型", "Data Type", "Datatype", "Schema", "值类型", "Format"]),
        ("location", ["Location", "位置", "参数位置", "In", "Where", "Place", "Position", "传参方式", "所在位置", "Sent in"]),
        ("description", ["Description", "描述", "说明", "备注", "Meaning", "Purpose", "Comment", "字段说明", "用途", "Info"]),
        ("values", ["Values", "可选值", "取值", "取值范围", "Optional Value", "Allowed Values", "枚举值", "Enum", "Range", "允许值", "合法值"]),
        ("since", ["Since", "起始版本", "版本", "Version", "Starting Version", "Introduced", "Added", "From version", "始于版本", "引入", "生效版本", "First version"]),
    ];

    public static IEnumerable<PageMutation> All { get; } =
    [
        new("columns reordered", page => Table(page, rows =>
        {
            int[] order = [.. Enumerable.Range(0, rows[0].Count)];
            page.Random.Shuffle(order);
            return [.. rows.Select(row => Take(row, order))];
        })),
        new("column dropped", page => Table(page, rows =>
        {
            int column = page.Random.Next(rows[0].Count);
            if (Kind(rows[0][column]) is { } kind and not ("name" or "type" or "location"))
                page.Removed.Add(kind);
            if (Kind(rows[0][column]) is "description")
                page.Removed.UnionWith(["values", "required"]);
            return [.. rows.Select(row => Take(row, [.. Enumerable.Range(0, row.Count).Where(i => i != column)]))];
        })),
        new("header renamed", page => Table(page, rows =>
        {
            int column = page.Random.Next(rows[0].Count);
            rows[0][column] = s_headers.FirstOrDefault(header => header.Kind == Kind(rows[0][column])).Words is { } words ? words[page.Random.Next(words.Length)] : rows[0][column];
            return rows;
        })),
        new("all headers renamed", page => Table(page, rows =>
        {
            for (int i = 0; i < rows[0].Count; i++)
                rows[0][i] = s_headers.FirstOrDefault(header => header.Kind == Kind(rows[0][i])).Words is { } words ? words[page.Random.Next(words.Length)] : rows[0][i];
            return rows;
        })),
        new("header removed", page => Table(page, rows =>
        {
            rows[0] = [.. rows[0].Select(_ => "")];
            return rows;
        })),
        new("header cell empty", page => Table(page, rows =>
        {
            rows[0][page.Random.Next(rows[0].Count)] = "";
            return rows;
        })),
        new("column of numbers in front", page => Column(page, 0, Pick(page, "No.", "#", "序号", "", "Nr", "编号"), (_, row) => row.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        new("column of examples behind", page => Column(page, int.MaxValue, Pick(page, "Example", "示例", "示例值", "Sample"), (name, row) => row % 3 == 0 ? "" : name + "-1")),
        new("column of defaults behind", page => Column(page, int.MaxValue, Pick(page, "Default", "默认值", "缺省值"), (_, row) => (row % 3) switch { 0 => "", 1 => "0", _ => "null" })),
        new("column of remarks behind", page => Column(page, int.MaxValue, Pick(page, "Remark", "备注", "Owner", "审核"), (_, row) => row % 2 == 0 ? "" : "checked")),
        new("column of groups in front", page => Column(page, 0, Pick(page, "Group", "分组", "Category"), (_, row) => row % 2 == 0 ? "" : "Basic")),
        new("column of parents in front", page => Column(page, 0, Pick(page, "Object", "Parent", "Structure", "对象"), (_, row) => row % 2 == 0 ? "" : "params")),
        new("empty column", page => Column(page, page.Random.Next(7), "", (_, _) => "")),
        new("table split by a sentence", page => Split(page, "", "The following rows are used rarely.", "")),
        new("table split by a Chinese sentence", page => Split(page, "", "以下参数较少使用：", "")),
        new("table split by a blank line", page => Split(page, "")),
        new("table split by two blank lines", page => Split(page, "", "")),
        new("table split by a ruler", page => Split(page, "", "---", "")),
        new("table split by a bold line", page => Split(page, "", Pick(page, "**Optional parameters**", "**续表**", "**高级参数**", "**Advanced**"), "")),
        new("table split by a heading", page => Split(page, "", Pick(page, "### Optional parameters", "#### 续表", "#### Advanced", "##### More"), "")),
        new("table split by a comment", page => Split(page, "<!-- checked -->")),
        new("table split by a page number", page => Split(page, "", "12", "")),
        new("table split by a page footer", page => Split(page, "", "ZStack Cloud 4.8.0 Developer Guide | 113", "")),
        new("table split with its header repeated", page => SplitWithHeader(page, "", Pick(page, "(continued)", "续表", "The rest:", "---"), "")),
        new("header repeated in the table", page => SplitWithHeader(page)),
        new("group row", page => Insert(page, cells => Enumerable.Repeat("", cells - 1).Prepend(Pick(page, "**Optional**", "高级选项", "Networking", "*since 4.0*")))),
        new("empty row", page => Insert(page, cells => Enumerable.Repeat("", cells))),
        new("row of dots", page => Insert(page, cells => Enumerable.Repeat("...", cells))),
        new("table indented by two", page => Prefix(page, "  ")),
        new("table indented by four", page => Prefix(page, "    ")),
        new("table indented by a tab", page => Prefix(page, "\t")),
        new("table in a quote", page => Prefix(page, "> ")),
        new("table in a list", page => Prefix(page, "   ", "1. Parameters:")),
        new("rows indented", page => Lines(page, (line, row) => row > 2 && row % 2 == 0 ? "  " + line : line)),
        new("row indented by four", page => Lines(page, (line, row) => row > 2 ? "    " + line : line)),
        new("rows as list items", page => Lines(page, (line, row) => row > 1 ? "- " + line : line)),
        new("last bars lost", page => Lines(page, (line, _) => line.TrimEnd().TrimEnd('|'))),
        new("first bars lost", page => Lines(page, (line, _) => line.TrimStart().TrimStart('|'))),
        new("bars at both ends lost", page => Lines(page, (line, _) => line.Trim().Trim('|'))),
        new("dashes lost", page =>
        {
            if (page.AnyTable() is { } table)
                page.Remove(table.Start + 1);
        }),
        new("dashes with dashes of Word", page => Lines(page, (line, row) => row == 1 ? line.Replace("---", "—", StringComparison.Ordinal) : line)),
        new("short dashes", page => Lines(page, (line, row) => row == 1 ? System.Text.RegularExpressions.Regex.Replace(line, ":?-+:?", ":-:") : line)),
        new("dashes for too few columns", page => Lines(page, (line, row) => row == 1 ? EditedPage.Row(EditedPage.Cells(line).Skip(1)) : line)),
        new("blank line under the dashes", page => Between(page, 2, "")),
        new("blank line under the header", page => Between(page, 1, "")),
        new("blank lines between all rows", page => Lines(page, (line, row) => row > 1 ? line + "\n" : line)),
        new("caption in front", page => Between(page, 0, Pick(page, "Table 3-1 Request details", "表 12 参数说明", "**Table 1.**", ": Parameters"))),
        new("caption directly in front", page => Between(page, 0, "<a id=\"t1\"></a>")),
        new("no blank line in front", page =>
        {
            if (page.AnyTable() is { Start: > 0 } table && page[table.Start - 1].Length == 0)
                page[table.Start - 1] = "The following table lists them:";
        }),
        new("sentence directly behind", page =>
        {
            if (page.AnyTable() is { } table)
                page.Insert(table.End, Pick(page, "The other members are optional.", "其余参数可以省略。", "(1) Only for KVM."));
        }),
        new("rows wrapped", page => Lines(page, (line, row) => row > 1 && row % 2 == 0 && line.LastIndexOf(' ', line.Length * 2 / 3) is var at and > 20 ? line[..at] + "\n" + line[(at + 1)..] : line)),
        new("rows doubled", page => Lines(page, (line, row) => row == 3 ? line + "\n" + line : line)),
        new("table transposed", page => Table(page, rows => [.. Enumerable.Range(0, rows[0].Count).Select(i => rows.Select(row => i < row.Count ? row[i] : "").ToList())])),
        new("table doubled", page =>
        {
            if (page.AnyTable() is { } table)
                page.Insert(table.End, [.. Enumerable.Range(table.Start, table.End - table.Start).Select(i => page[i]).Prepend("")]);
        }),
    ];

    /// <summary>Returns the kind of the facts in a column.</summary>
    public static string? Kind(string header) => s_headers.FirstOrDefault(known => known.Words.Contains(header, StringComparer.OrdinalIgnoreCase)).Kind;

    /// <summary>Changes the cells of a table without its dashes.</summary>
    public static void Table(EditedPage page, Func<List<List<string>>, List<List<string>>> change)
    {
        if (page.AnyTable() is not { } table)
            return;
        List<List<string>> rows = page.Rows(table.Start, table.End);
        List<List<string>> changed = change(rows);
        page.Replace(table.Start, table.End, changed.Select(EditedPage.Row).Take(1).Append(EditedPage.Row(changed[0].Select(_ => "---"))).Concat(changed.Skip(1).Select(EditedPage.Row)));
    }

    public static string Pick(EditedPage page, params string[] choices) => choices[page.Random.Next(choices.Length)];

    private static List<string> Take(List<string> row, int[] columns) => [.. columns.Select(i => i < row.Count ? row[i] : "")];

    private static void Column(EditedPage page, int at, string header, Func<string, int, string> cell) => Table(page, rows =>
    {
        for (int i = 0; i < rows.Count; i++)
            rows[i].Insert(Math.Min(at, rows[i].Count), i == 0 ? header : cell(rows[i][0].Split(' ')[0], i));
        return rows;
    });

    /// <summary>Changes the lines of a table: 0 is the header, 1 are the dashes.</summary>
    private static void Lines(EditedPage page, Func<string, int, string> change)
    {
        if (page.AnyTable() is { } table)
            page.Replace(table.Start, table.End, Enumerable.Range(table.Start, table.End - table.Start).SelectMany(i => change(page[i], i - table.Start).Split('\n')).ToList());
    }

    private static void Prefix(EditedPage page, string prefix, string? first = null)
    {
        if (page.AnyTable() is not { } table)
            return;
        for (int i = table.Start; i < table.End; i++)
            page[i] = prefix + page[i];
        if (first is not null)
            page.Insert(table.Start, first, "");
    }

    private static void Split(EditedPage page, params string[] lines)
    {
        if (page.AnyTable() is { } table && table.End - table.Start > 3)
            page.Insert(page.Random.Next(table.Start + 3, table.End), lines);
    }

    private static void SplitWithHeader(EditedPage page, params string[] lines)
    {
        if (page.AnyTable() is { } table && table.End - table.Start > 3)
            page.Insert(page.Random.Next(table.Start + 3, table.End), [.. lines, page[table.Start], page[table.Start + 1]]);
    }

    private static void Insert(EditedPage page, Func<int, IEnumerable<string>> cells)
    {
        if (page.AnyTable() is { } table)
            page.Insert(page.Random.Next(table.Start + 2, table.End), EditedPage.Row(cells(EditedPage.Cells(page[table.Start]).Count)));
    }

    private static void Between(EditedPage page, int row, string line)
    {
        if (page.AnyTable() is { } table)
            page.Insert(table.Start + row, line);
    }
}
