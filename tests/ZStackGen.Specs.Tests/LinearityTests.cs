using System;
using System.Linq;
using System.Text;
using Xunit;

namespace ZStackGen.Specs.Tests;

/// <summary>
/// A page a hundred times as long costs a hundred times as much. The benchmark program measures time; here the allocated memory
/// represents the work, because it is the same in every run.
/// </summary>
public sealed class LinearityTests
{
    public static TheoryData<string> Kinds => new("rows", "fields", "apis", "repeated apis", "structures", "prose", "bars", "broken rows", "plain rows", "bullets", "request lines", "labels", "fences", "own structures", "samples", "waiting", "anchors", "equal labels", "slugs");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_work_grows_linearly_with_the_length_of_the_page(string kind)
    {
        Work(kind, 20);
        double small = Work(kind, 100), large = Work(kind, 10_000);
        Assert.True(large <= 115 * small, $"{kind}: {large / small:F1} times the memory for 100 times the page.");
    }

    private static double Work(string kind, int count)
    {
        string page = Page(kind, count);
        SpecReader.Read("specs/page1.md", page, TestContext.Current.CancellationToken);
        long before = GC.GetAllocatedBytesForCurrentThread();
        SpecReader.Read("specs/page1.md", page, TestContext.Current.CancellationToken);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Page(string kind, int count)
    {
        const string Header = "\nName | Type | Location | Description | Optional Value | Starting Version |\n---|---|---|---|---|---|\n";
        const string FieldHeader = "\nName | Type | Description | Starting Version |\n---|---|---|---|\n";
        const string Line = "GET zstack/v1/doors\nAuthorization: OAuth x\n";
        return kind switch
        {
            "rows" => Line + Header + Repeat(count, i => $"n{i} | String | query | Text. | 0.6 | |\n"),
            "fields" => Line + FieldHeader + Repeat(count, i => $"n{i} | String | Text. | 0.6 |\n"),
            "apis" => Repeat(count, i => Line.Replace("doors", "doors" + i, StringComparison.Ordinal) + Header + "n | int | query | N. | 0.6 | |\n" + $"Open{i}Action action = new Open{i}Action();\n"),
            "repeated apis" => Repeat(count, i => "OpenDoor\nPUT zstack/v1/doors/{uuid" + i + "}/actions\nAuthorization: OAuth x\n" + Header + (i > 0 ? "n0" : Repeat(count, row => $"n{row} | int | query | N. | 0.6 | |\n") + "n") + " | int | query | N. | 0.6 | |\n"),
            "structures" => Line + FieldHeader + "list | List | See list. | 0.6 |\n" + Repeat(count, i => FieldHeader + $"n{i} | List | See n{i}. | 0.6 |\n"),
            "prose" => Repeat(count, i => $"Words of line {i} before the page begins.\n") + Line + Header + "n | int | query | N. | 0.6 | |\n",
            "bars" => Line + Header + Repeat(count, _ => "|\n"),
            "broken rows" => Line + Header + Repeat(count, i => $"n{i} | String | query | Text.\nmore text\n|\n|\n0.6 |\n"),
            "plain rows" => Line + "Name Type Location Description Optional Value Starting Version\n" + Repeat(count, i => $"n{i} String query Text. 0.6\n"),
            "bullets" => Line + "Name Type Location Description Optional Value Starting Version\nn String query Text.\n" + Repeat(count, i => $"  • V{i}\n") + "0.6\n",
            "request lines" => Repeat(count, _ => "GET zstack/v1/doors\n"),
            "labels" => Line + Repeat(count, _ => "API Response\nSample\n#a\n"),
            "fences" => "### URLs\n```\nGET /v1/a\n```\n" + Repeat(count, i => "```\nx\n```\n### Headers\n"),
            "own structures" => "# OpenDoor\n\n`GET /v1/doors`\n\n## Response\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| a | String | A. | |\n\n" + Repeat(count, i => $"### Door{i}\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| a | [Door{i}](#door{i}) | A. | |\n\n"),
            "samples" => Line + Repeat(count, i => "{\n\"a\": 1\n}\n"),
            "waiting" => Line + FieldHeader + Repeat(count, i => $"n{i} | List | See n{i}. | 0.6 |\n") + Repeat(Math.Min(count, 100), _ => "#zz" + FieldHeader + "a | String | A. | 0.6 |\n"),
            "anchors" => "### URLs\n```\nGET /v1/a\n```\n" + Repeat(count, i => $"<a name=\"org.x.Y.n{i}\"> **#n{i}**<a/>\n\n|名字|类型|描述|起始版本|\n|---|---|---|---|\n|n|String|x|0.6|\n\n"),
            "equal labels" => "### URLs\n```\nGET /v1/a\n```\n\n### 返回\n\n|名字|类型|描述|起始版本|\n|---|---|---|---|\n" + Repeat(count, i => $"|n{i}|List|详情参考[door](#org.x.Y{i}.door)|0.6|\n") + "\n" + Repeat(count, i => $"<a name=\"org.x.Y{count - 1 - i}.door\"> **#door**<a/>\n\n|名字|类型|描述|起始版本|\n|---|---|---|---|\n|n|String|x|0.6|\n\n"),
            _ => "# OpenDoor\n\n`GET /v1/doors`\n\n" + Repeat(count, _ => "## Notes\n\nText.\n\n"),
        };
    }

    private static string Repeat(int count, Func<int, string> line)
    {
        var text = new StringBuilder();
        foreach (int i in Enumerable.Range(0, count))
            text.Append(line(i));
        return text.ToString();
    }
}
