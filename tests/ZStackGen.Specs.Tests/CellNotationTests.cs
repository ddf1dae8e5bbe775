using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>Cells in notations that authors use beside the documented ones, in our own format and in published layouts.</summary>
public sealed class CellNotationTests
{
    [Theory]
    [InlineData("1-10", "1..10")]
    [InlineData("1~10", "1..10")]
    [InlineData("1 – 10", "1..10")]
    [InlineData("[1,10]", "1..10")]
    [InlineData("(0, 100]", "1..100")]
    [InlineData("[1, +∞)", "1..")]
    [InlineData("0 to 100", "0..100")]
    [InlineData("between 1 and 10", "1..10")]
    [InlineData("1到10", "1..10")]
    [InlineData("１～１０", "1..10")]
    [InlineData("取值范围：1 至 10", "1..10")]
    [InlineData("&gt;= 1", "1..")]
    [InlineData("> 0", "1..")]
    [InlineData("≤ 9", "..9")]
    [InlineData("-5-5", "-5..5")]
    [InlineData("9-1", "9..1")]
    [InlineData("1, 2, 3", "1 2 3")]
    [InlineData("80", "80")]
    public void The_range_of_a_number_can_be_in_other_notations(string cell, string values)
    {
        Assert.Equal(values, string.Join(' ', Colour(Own("int", cell)).Values));
        Assert.Equal(values, string.Join(' ', Colour(Official("int", cell)).Values));
    }

    [Theory]
    [InlineData("1-10 (default 5)")]
    [InlineData("1~10，默认 5")]
    public void The_default_beside_a_range_stays_in_the_description(string cell)
    {
        ParameterModel parameter = Colour(Official("int", cell));
        Assert.Equal(["1..10"], parameter.Values);
        Assert.Equal("The colour.\n" + cell, parameter.Description);
    }

    [Theory]
    [InlineData("1-10 GB")]
    [InlineData("Red, Green")]
    [InlineData("2-4-6")]
    public void A_value_that_is_no_number_is_reported_once_for_a_number(string cell)
    {
        Finding finding = Assert.Single(Own("int", cell).Findings);
        Assert.Equal(("ZSG1023", 11), (finding.Id, finding.Span.StartLine));
    }

    [Theory]
    [InlineData("1-10")]
    [InlineData("1~10")]
    [InlineData("0 to 100")]
    public void A_text_can_have_such_a_value_but_it_is_reported_and_not_checked(string cell)
    {
        foreach (PageReadResult result in (PageReadResult[])[Own("String", cell), Official("String", cell)])
        {
            Assert.True(Colour(result).Values.Count == 0 || Colour(result).HasOpenValues);
            Finding? finding = result.Findings.SingleOrDefault();
            Assert.Equal(Colour(result).Values.Count == 0, finding is null);
            Assert.True(finding is null || (finding.Id == "ZSG1023" && finding.Message.Contains("'" + cell + "'", System.StringComparison.Ordinal)));
        }

        Assert.Empty(Own("String", "`" + cell + "`").Findings);
        Assert.Equal([cell], Colour(Own("String", "`" + cell + "`")).Values);
        Assert.False(Colour(Own("String", "`" + cell + "`")).HasOpenValues);
    }

    [Theory]
    [InlineData("1-255 characters", "length 1..255")]
    [InlineData("max 255 characters", "length ..255")]
    [InlineData("Maximum length: 64", "length ..64")]
    [InlineData("长度 1~64", "length 1..64")]
    [InlineData("不超过 64 个字符", "length ..64")]
    [InlineData("32 characters", "length 32..32")]
    public void The_length_of_a_text_can_be_in_words(string cell, string values)
    {
        Assert.Equal([values], Colour(Own("String", cell)).Values);
        Assert.Equal([values], Colour(Official("String", cell)).Values);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("TCP/UDP")]
    [InlineData("in use")]
    [InlineData("see OpenMode")]
    public void A_value_that_can_be_several_values_or_a_remark_is_not_checked(string cell) => Assert.True(Colour(Own("String", cell)).HasOpenValues);

    [Theory]
    [InlineData("9-1", "int")]
    [InlineData("0.1 - 0.9", "Double")]
    [InlineData("0.1-0.9", "Decimal")]
    public void A_limit_that_cannot_be_checked_is_quoted_as_it_is_written(string cell, string type) =>
        Assert.Contains("'" + cell + "'", Assert.Single(Own(type, cell).Findings).Message, System.StringComparison.Ordinal);

    [Theory]
    [InlineData("R&amp;D, a &lt; b", "R&D|a < b")]
    [InlineData("R&#38;D; S&#x26;D", "R&D|S&D")]
    [InlineData("&nbsp;", "")]
    [InlineData("`&lt;`", "&lt;")]
    public void Entities_are_characters(string cell, string values) => Assert.Equal(values, string.Join('|', Colour(Own("String", cell)).Values));

    [Fact]
    public void Entities_in_descriptions_are_characters_except_in_code()
    {
        PageReadResult result = Own("String", "", "Less than &lt;5&gt; &amp; `&lt;`&nbsp;x&#10;y &unknown; \\&lt;");
        Assert.Equal("Less than <5> & `&lt;` x y &unknown; &lt;", Colour(result).Description);
    }

    [Theory]
    [InlineData("N/A")]
    [InlineData("n/a")]
    [InlineData("none")]
    [InlineData("无")]
    [InlineData("不限")]
    [InlineData("-")]
    [InlineData("—")]
    public void A_cell_that_says_there_are_no_values_has_none(string cell)
    {
        Assert.Empty(Colour(Own("String", cell)).Values);
        Assert.Empty(Colour(Official("String", cell)).Values);
        Assert.Equal("The colour.", Colour(Official("String", cell)).Description);
    }

    [Theory]
    [InlineData("`-`", "-")]
    [InlineData("N\\/A", "N/A")]
    [InlineData("`none`", "none")]
    [InlineData("None, TLS", "None|TLS")]
    [InlineData("<ul><li>none</li></ul>", "none")]
    [InlineData("A、B；C", "A|B|C")]
    [InlineData("A \\| B \\| C", "A|B|C")]
    [InlineData("A / B", "A|B")]
    [InlineData("text/plain", "text/plain")]
    [InlineData("{TCP, UDP}", "TCP|UDP")]
    [InlineData("[TCP, UDP]", "TCP|UDP")]
    [InlineData("(TCP, UDP)", "TCP|UDP")]
    [InlineData("enum(TCP, UDP)", "TCP|UDP")]
    [InlineData("TCP/UDP", "TCP|UDP")]
    [InlineData("TCP or UDP", "TCP|UDP")]
    [InlineData("A, B, or C", "A|B|C")]
    [InlineData("A, B or C", "A|B|C")]
    [InlineData("A, B, etc.", "A|B")]
    [InlineData("A, B.", "A|B")]
    [InlineData("e.g. A, B", "A|B")]
    [InlineData("One of: A, B", "A|B")]
    [InlineData("枚举值：A、B", "A|B")]
    [InlineData("A (default), B", "A|B")]
    [InlineData("A: on, B: off", "A|B")]
    [InlineData("\"A\", 'B'", "A|B")]
    [InlineData("**A**, [B](#b)", "A|B")]
    [InlineData("`A` `B`", "A|B")]
    [InlineData("in use, not in use", "in use|not in use")]
    [InlineData("Any name of a host.", "")]
    [InlineData("default: A", "")]
    public void Our_own_format_has_these_values(string cell, string values) => Assert.Equal(values, string.Join('|', Colour(Own("String", cell)).Values));

    [Theory]
    [InlineData("4.0.0 及以后", "4.0.0")]
    [InlineData("from 4.1", "4.1")]
    [InlineData("4.1+", "4.1")]
    [InlineData(">= 4.1", "4.1")]
    [InlineData("≥4.1", "4.1")]
    [InlineData("4．７．0", "4.7.0")]
    [InlineData("**4.7.0**", "4.7.0")]
    [InlineData("`4.7.0`", "4.7.0")]
    [InlineData("4.7.0<br>", "4.7.0")]
    [InlineData("since 4.7.0 or later.", "4.7.0")]
    [InlineData("4.7.0起", "4.7.0")]
    [InlineData("&lt;= 4.7.0", "<= 4.7.0")]
    public void A_version_can_be_in_words_and_is_never_a_value(string cell, string since)
    {
        PageReadResult pipe = Pipe(cell);
        Assert.Equal(since, Colour(Own("String", "", since: cell)).Since);
        Assert.Equal(since, Colour(pipe).Since);
        Assert.Empty(Colour(pipe).Values);
        Assert.DoesNotContain(pipe.Findings, static finding => finding.Id == "ZSG1009");
    }

    [Theory]
    [InlineData("4.7.x")]
    [InlineData("4.7.0-rc1")]
    [InlineData("4.7.0, 4.8.0")]
    public void A_cell_that_resembles_a_version_is_reported_and_is_no_value(string cell)
    {
        PageReadResult pipe = Pipe(cell);
        Assert.Empty(Colour(pipe).Values);
        Assert.Contains(pipe.Findings, static finding => finding.Id == "ZSG1009");
    }

    [Theory]
    [InlineData("N/A")]
    [InlineData("-")]
    [InlineData("无")]
    public void A_version_cell_can_say_that_the_version_is_unknown(string cell)
    {
        PageReadResult result = Own("String", "", since: cell);
        Assert.Null(Colour(result).Since);
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("可选，颜色")]
    [InlineData("**可选** 颜色")]
    [InlineData("[可选] 颜色")]
    [InlineData("*Optional.* 颜色")]
    public void A_description_can_start_with_a_clause_or_a_decorated_mark_that_says_optional(string description)
    {
        ParameterModel parameter = Colour(Official("String", "", description));
        Assert.False(parameter.IsRequired);
        Assert.Equal("颜色", parameter.Description);
    }

    [Theory]
    [InlineData("colour [optional]", false)]
    [InlineData("colour【可选】", false)]
    [InlineData("**colour** *(optional)*", false)]
    [InlineData("`colour (optional)`", false)]
    [InlineData("_colour (optional)_", false)]
    [InlineData("colour _(optional)_", false)]
    [InlineData("colour<br>(optional)", false)]
    [InlineData("colour (required)", true)]
    public void A_name_can_have_a_decorated_mark(string name, bool isRequired)
    {
        PageReadResult result = Own("String", "", name: name);
        Assert.Equal(isRequired, Colour(result).IsRequired);
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void A_backslash_at_the_end_of_a_row_does_not_join_it_with_the_next()
    {
        PageReadResult result = Read("# PaintDoor\n\nPaints.\n\n`PUT /v1/doors/{uuid}/actions`\n\n| Name | Type | Location | Description\n|---|---|---|---\n| uuid | String | path | A \\| B \\\n| colour | String | body: paintDoor | C \\\n| tone | String | body: paintDoor | D \\\n");
        Assert.Equal(["uuid", "colour", "tone"], result.Page.Apis.Single().Parameters.Select(static parameter => parameter.Name));
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("`soft`/`hard`")]
    [InlineData("`soft` / `hard`")]
    [InlineData("`soft` \\| `hard`")]
    [InlineData("`soft` or `hard`")]
    [InlineData("`soft`、`hard`")]
    [InlineData("`soft` `hard`")]
    [InlineData("`soft`, `hard`")]
    public void Code_spans_are_values_with_any_separator(string cell)
    {
        PageReadResult result = Own("String", cell);
        Assert.Equal(["soft", "hard"], Colour(result).Values);
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("List", "1–65535")]
    [InlineData("array of integers", "1-10")]
    [InlineData("Set<String>", "1-10")]
    public void The_range_in_a_row_of_a_list_is_reported_and_refuses_no_other_value(string type, string cell)
    {
        PageReadResult result = Own(type, cell);
        Assert.True(Colour(result).HasOpenValues);
        Assert.Equal("ZSG1023", Assert.Single(result.Findings).Id);
    }

    [Theory]
    [InlineData("in path", ParameterLocation.Path)]
    [InlineData("路径参数", ParameterLocation.Path)]
    [InlineData("in: query", ParameterLocation.Query)]
    [InlineData("in the query string", ParameterLocation.Query)]
    [InlineData("查询参数", ParameterLocation.Query)]
    [InlineData("Request body", ParameterLocation.Body)]
    [InlineData("in the body", ParameterLocation.Body)]
    [InlineData("请求体", ParameterLocation.Body)]
    public void A_location_can_have_words_that_add_nothing(string cell, ParameterLocation location)
    {
        PageReadResult result = Read($"# PaintDoor\n\nPaints.\n\n`PUT /v1/doors/{{colour}}/actions`\n\n| Name | Type | Location | Description |\n|---|---|---|---|\n| {(location == ParameterLocation.Path ? "colour" : "uuid")} | String | {cell} | Text. |\n");
        ParameterModel parameter = result.Page.Apis.Single().Parameters[0];
        Assert.Equal((location, "Text."), (parameter.Location, parameter.Description));
        Assert.Equal(location == ParameterLocation.Body, result.Findings.Any(static finding => finding.Id == "ZSG1017" && finding.Message.Contains("says `body`", System.StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("in paintDoor")]
    [InlineData("the path of the body")]
    [InlineData("in the request")]
    public void Other_words_in_a_location_are_reported(string cell) =>
        Assert.Contains(Read($"# PaintDoor\n\nPaints.\n\n`PUT /v1/doors/actions`\n\n| Name | Type | Location | Description |\n|---|---|---|---|\n| uuid | String | {cell} | Text. |\n").Findings, static finding => finding.Id == "ZSG1017");

    [Theory]
    [InlineData("请求：")]
    [InlineData("Request: ")]
    public void The_label_of_a_request_line_is_not_a_description(string label) =>
        Assert.Null(Read($"## 刷门(PaintDoor)\n\n{label}PUT zstack/v1/doors/{{uuid}}/actions\n\n| 名字 | 类型 | 位置 | 描述 | 可选值 | 起始版本 |\n|---|---|---|---|---|---|\n| uuid | String | url | 门 |  | 0.6 |\n").Page.Apis.Single().Description is { } text && text.Contains(label.Trim(), System.StringComparison.Ordinal) ? text : null);

    private static ParameterModel Colour(PageReadResult result) => result.Page.Apis.Single().Parameters.Single(static parameter => parameter.Name == "colour");

    private static PageReadResult Own(string type, string values, string description = "The colour.", string since = "", string name = "colour") => Read(
        "# PaintDoor\n\nPaints.\n\n`PUT /v1/doors/{uuid}/actions`\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n"
        + $"| uuid | String | path | The door. | | |\n| {name} | {type} | body: paintDoor | {description} | {values} | {since} |\n");

    private static PageReadResult Official(string type, string values, string description = "The colour.") => Read(
        "#### 刷门(PaintDoor)\n\n##### API请求\n\n URLs\n\n```\nPUT zstack/v1/doors/{uuid}/actions\n```\n\n 参数列表\n\n| 名字 | 类型 | 位置 | 描述 | 可选值 | 起始版本 |\n|---|---|---|---|---|---|\n"
        + $"| uuid | String | url | 门 |  | 0.6 |\n| colour | {type} | body(包含在paintDoor结构中) | {description} | {values} | 0.6 |\n");

    private static PageReadResult Pipe(string since) => Read(
        "刷门。\nPUT zstack/v1/doors/{uuid}/actions\nAuthorization: OAuth x\n名字 | 类型 | 位置 | 描述 | 可选值 | 起始版本 |\n---|---|---|---|---|---|\n"
        + $"uuid | String | url | 门 | 0.6 | |\ncolour (可选) | String | body(包含在paintDoor结构中) | 颜色 | {since} | |\nPaintDoorAction action = new PaintDoorAction();\nPaintDoorAction.Result res = action.call();\n");

    private static PageReadResult Read(string text) => SpecReader.Read("specs/door/PaintDoor.md", text, TestContext.Current.CancellationToken);
}
