using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace ZStackGen.Specs.Tests;

/// <summary>Changes outside of tables: headings, labels, samples, request lines and sections.</summary>
internal static class SectionMutations
{
    private static readonly string[] s_forms =
    [
        "{0} {1} {0}", "{0} **{1}**", "{0} `{1}`", "{0} {1}:", "{0} {1}：", "{0} 1.2 {1}", "{0} 3. {1}", "{0} 一、{1}", "{0} （二）{1}", "{0} {1} {{#anchor-1}}", "{0} {1} <a id=\"x\"></a>", "{0} <a name=\"x\"></a>{1}", "{0} [{1}](#x)",
        "{0}{1}", "{0}\u00a0{1}", "{0} 📦 {1}", "**{1}**", "__{1}__", "<h3>{1}</h3>", "{1}", "{1}\n---", "  {0} {1}", "{0} _{1}_", "{0} {1} [¶](#x \"Permanent link\")", "{0} {1}[](#x)", "{0} <span>{1}</span>", "h2. {1}", "== {1} ==", "= {1}",
        "- {0} {1}", "> {0} {1}", "\\{0} {1}", "{0} \\[{1}\\]", "{0} *{1}*", "* {1}", "1. {1}", "【{1}】", "■ {1}", "**{1}:**", "{0} **{1}**[#](#x)", "{0} {1}\u200b", "<summary>{1}</summary>", "{0} {1} (v2)",
    ];

    public static IEnumerable<PageMutation> All { get; } =
    [
        .. s_forms.Select(form => new PageMutation($"heading as '{form.ReplaceLineEndings("/")}'", page => Heading(page, (level, words) => string.Format(CultureInfo.InvariantCulture, form, level, words)))),
        .. s_forms.Select(form => new PageMutation($"all headings as '{form.ReplaceLineEndings("/")}'", page =>
        {
            foreach (int i in page.Headings().AsEnumerable().Reverse())
                Form(page, i, (level, words) => string.Format(CultureInfo.InvariantCulture, form, level, words));
        })),
        new("title with words behind the name", page =>
        {
            if (page.Headings() is { Count: > 0 } headings)
                Form(page, headings[0], (level, words) => $"{level} {words} - {TableMutations.Pick(page, "Details", "API reference", "详情")}");
        }),
        new("heading one level deeper", page => Heading(page, (level, words) => $"{level}# {words}")),
        new("heading one level higher", page => Heading(page, (level, words) => $"{(level.Length > 1 ? level[1..] : level)} {words}")),
        new("all headings one level deeper", page => page.Each(line => line.StartsWith('#') ? "#" + line : line)),
        new("all headings one level higher", page => page.Each(line => line.StartsWith("##", StringComparison.Ordinal) ? line[1..] : line)),
        new("all headings of level 2", page => page.Each(line => line.StartsWith('#') ? "## " + line.TrimStart('#', ' ') : line)),
        new("heading removed", page =>
        {
            if (page.Headings() is { Count: > 0 } headings)
                page.Remove(headings[page.Random.Next(headings.Count)]);
        }),
        new("all headings removed", page =>
        {
            foreach (int i in page.Headings().Skip(1).Reverse())
                page.Remove(i);
        }),
        new("section doubled", page => Section(page, (start, end) => page.Insert(end, [.. Enumerable.Range(start, end - start).Select(i => page[i])]))),
        new("section removed and put at the end", page => Section(page, (start, end) =>
        {
            // Behind the samples of the SDK, the sentence about an empty response belongs to no section.
            page.Removed.Add("response");
            string[] lines = [.. Enumerable.Range(start, end - start).Select(i => page[i])];
            page.Remove(start, end - start);
            page.Insert(page.Count, ["", .. lines]);
        })),
        new("heading inserted", page => page.Insert(page.Headings() is { Count: > 1 } headings ? page.Random.Next(headings[1], page.Count) : page.Count, "", TableMutations.Pick(page, "## Notes", "### 注意事项", "## Overview", "## 错误码", "### Errors", "# Appendix", "## Changelog", "## Request Example", "## FAQ"), "")),
        new("headings in the other language", page => Heading(page, (level, words) => words switch
        {
            "Parameters" => $"{level} {TableMutations.Pick(page, "参数列表", "请求参数", "参数", "参数说明", "Request parameters", "Parameter List", "Arguments", "Input", "Inputs", "Request", "Body parameters", "入参")}",
            "Response" => $"{level} {TableMutations.Pick(page, "返回", "API返回", "响应", "返回值", "返回结果", "响应参数", "Returns", "Result", "Output", "Response fields", "出参", "Response body")}",
            "Example" => $"{level} {TableMutations.Pick(page, "示例", "Examples", "例子", "Sample", "Samples", "Usage")}",
            _ => $"{level} {words}",
        })),
        new("labels changed", page => page.Each(line => line.Trim() is "Request:" or "Response:" ? TableMutations.Pick(page, line.Trim(':'), $"**{line}**", $"*{line}*", $"### {line.Trim(':')}", $"- {line}", line.Replace("Re", "re", StringComparison.Ordinal), line.Replace(":", " example:", StringComparison.Ordinal), line.Replace(":", "：", StringComparison.Ordinal)) : line)),
        new("phrases decorated", page => page.Each(line => Regex.IsMatch(line, @"^(Synchronous|Asynchronous|No session required|Query API|Since .*|Category: .*|Wrapper: .*|Empty wrapper|No wrapper|Language: .*|The response is empty)\.$")
            ? string.Format(CultureInfo.InvariantCulture, TableMutations.Pick(page, "**{0}**", "*{0}*", "{0}  ", "{0}<br>", "{0}\\", "  {0}", "_{0}_", "{0} \u00a0"), line) : line)),
        new("phrases on one line", page =>
        {
            for (int i = page.Count - 1; i > 0; i--)
            {
                if (Regex.IsMatch(page[i], @"^(Since .*|Asynchronous|No session required)\.$") && Regex.IsMatch(page[i - 1], @"\.$"))
                {
                    page[i - 1] += " " + page[i];
                    page.Remove(i);
                }
            }
        }),
        new("request line in another form", page => page.Each(line => Regex.Match(line, "^`(GET|PUT|POST|DELETE) (/v1/[^`]*)`$") is { Success: true } match
            ? string.Format(CultureInfo.InvariantCulture, TableMutations.Pick(page, "{0} {1}", "**{0}** `{1}`", "`{0}` `{1}`", "- `{0} {1}`", "```\n{0} {1}\n```", "```http\n{0} {1} HTTP/1.1\n```", "`{0} zstack{1}`", "`{0} http://host:8080/zstack{1}`", "<kbd>{0}</kbd> {1}", "Method: {0}\n\nURL: {1}", "[{0} {1}](#x)", "**{0} {1}**", "> {0} {1}", "`{0}: {1}`", "`{0}` {1}", "{0}\n{1}", "| {0} | {1} |", "`{0}  {1}`", "`{0}\u00a0{1}`", "`{0} {1}?x={{x}}`", "    {0} {1}"), match.Groups[1].Value, match.Groups[2].Value)
            : line)),
        new("variables in another form", page => page.Each(line => Regex.IsMatch(line.Trim('`', ' '), "^(GET|PUT|POST|DELETE) .*\\{") ? Regex.Replace(line, @"\{(\w+)\}", TableMutations.Pick(page, ":$1", "<$1>", "&lt;$1&gt;", "$${$1}", "\\{$1\\}", "{{$1}}", "{ $1 }", "｛$1｝", "[$1]", "($1)", "%7B$1%7D")) : line, inFences: true)),
        new("sample removed", page => Fence(page, (start, end) => page.Remove(start, end - start))),
        new("sample emptied", page => Fence(page, (start, end) => page.Remove(start + 1, end - start - 2))),
        new("sample cut", page => Fence(page, (start, end) => page.Remove((start + end) / 2, Math.Max(0, end - 1 - ((start + end) / 2))))),
        new("sample with other quotes", page => Fence(page, (start, end) => Range(page, start, end, line => line.Replace('"', '”')))),
        new("sample on one line", page => Fence(page, (start, end) => page.Replace(start + 1, end - 1, [string.Join(' ', Enumerable.Range(start + 1, end - start - 2).Select(i => page[i].Trim()))]))),
        new("sample without its fence", page => Fence(page, (start, end) =>
        {
            page.Remove(end - 1);
            page.Remove(start);
        })),
        new("sample indented", page => Fence(page, (start, end) =>
        {
            Range(page, start + 1, end - 1, line => "    " + line);
            page.Remove(end - 1);
            page.Remove(start);
        })),
        new("sample with tildes", page => Fence(page, (start, end) => Range(page, start, end, line => line.Replace("```", "~~~", StringComparison.Ordinal)))),
        new("fence not closed", page => Fence(page, (_, end) => page.Remove(end - 1))),
        new("fence not opened", page => Fence(page, (start, _) => page.Remove(start))),
        new("sample in a list", page => Fence(page, (start, end) => Range(page, start, end, line => "  " + line))),
        new("sample in a quote", page => Fence(page, (start, end) => Range(page, start, end, line => "> " + line))),
        new("sample with a comment", page => Fence(page, (start, _) => page.Insert(start + 1, TableMutations.Pick(page, "// example", "# example", "HTTP/1.1 200 OK", "<!-- x -->", "Response body:")))),
        new("list markers changed", page => page.Each(line => Regex.Replace(line, "^( *)- ", "$1" + TableMutations.Pick(page, "* ", "+ ", "• ", "1. ", "-\t", "–  ", "· ")))),
        new("paragraphs wrapped", page => page.Each(line => line.Length > 40 && !line.Contains('|', StringComparison.Ordinal) && !line.StartsWith('#') && !line.StartsWith('`') && line.IndexOf(' ', 30) is var at and > 0 ? line[..at] + "\n" + line[(at + 1)..] : line)),
        new("structure heading with other words", page => Heading(page, (level, words) => Regex.IsMatch(words, "^[A-Z][A-Za-z]+(Inventory|Struct|View|Spec|Ref)?$") && level.Length > 2
            ? $"{level} {string.Format(CultureInfo.InvariantCulture, TableMutations.Pick(page, "{0} structure", "{0} object", "Structure {0}", "The type {0}", "{0} fields", "{0} 结构", "结构体 {0}", "Fields of {0}", "org.zstack.header.{0}", "class {0}", "{0} (object)", "{0}:"), words)}" : $"{level} {words}")),
    ];

    private static void Heading(EditedPage page, Func<string, string, string> form)
    {
        if (page.Headings() is { Count: > 0 } headings)
            Form(page, headings[page.Random.Next(headings.Count)], form);
    }

    private static void Form(EditedPage page, int line, Func<string, string, string> form)
    {
        string words = page[line].TrimStart('#');
        string[] changed = form(page[line][..^words.Length], words.Trim()).Split('\n');
        page[line] = changed[0];
        if (changed.Length > 1)
            page.Insert(line + 1, changed[1..]);
    }

    private static void Section(EditedPage page, Action<int, int> change)
    {
        List<int> headings = page.Headings();
        if (headings.Count < 2)
            return;
        int chosen = page.Random.Next(1, headings.Count);
        int level = page[headings[chosen]].TakeWhile(c => c == '#').Count();
        int next = headings.Skip(chosen + 1).FirstOrDefault(i => page[i].TakeWhile(c => c == '#').Count() <= level, page.Count);
        change(headings[chosen], next);
    }

    private static void Fence(EditedPage page, Action<int, int> change)
    {
        if (page.Fences().Where(fence => fence.End - fence.Start > 2 && !Regex.IsMatch(page[fence.Start + 1], "^(GET|PUT|POST|DELETE|curl) |^Authorization")).ToList() is { Count: > 0 } fences)
        {
            (int start, int end) = fences[page.Random.Next(fences.Count)];
            change(start, end);
        }
    }

    private static void Range(EditedPage page, int start, int end, Func<string, string> change)
    {
        for (int i = start; i < end; i++)
            page[i] = change(page[i]);
    }
}
