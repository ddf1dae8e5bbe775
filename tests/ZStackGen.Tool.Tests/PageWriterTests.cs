using System;
using System.Threading;
using Xunit;
using ZStackGen.Specs;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Writing;
using ZStackGen.Tool.Formatting;

namespace ZStackGen.Tool.Tests;

/// <summary>Models in our own words are written in the page format and read back equal.</summary>
public sealed class PageWriterTests
{
    private static readonly ApiModel s_start = new()
    {
        Name = "StartRobot",
        Method = "PUT",
        Path = "/v1/robots/{uuid}/actions",
        Wrapper = "startRobot",
        Since = "4.7.0",
        IsAsync = true,
        Category = "robot",
        ChineseName = "启动机器人",
        Description = "Starts a robot.\nIt walks until it is stopped.",
        Parameters = new(
        [
            new ParameterModel { Name = "uuid", Type = "String", Location = ParameterLocation.Path, IsRequired = true, Since = "0.6", Description = "Which one." },
            new ParameterModel { Name = "gait", Type = "String", Location = ParameterLocation.Body, InWrapper = true, Values = new(["walk", "run, fast"]), Description = "a | b" },
            new ParameterModel { Name = "systemTags", Type = "List<String>", Location = ParameterLocation.Body },
        ]),
        Response = new ResponseModel(new(
        [
            new FieldModel { Name = "inventory", Type = "RobotInventory", Since = "0.6", StructureId = "s1" },
            new FieldModel { Name = "legs", Type = "List<Leg>", StructureId = "s2" },
        ])),
        Structures = new(
        [
            new StructureModel { Id = "s1", Name = "RobotInventory", Description = "A robot.", Since = "0.6", Fields = new([new FieldModel { Name = "uuid", Type = "String" }]) },
            new StructureModel { Id = "s2", Fields = new([new FieldModel { Name = "length", Type = "Integer", Values = new(["1", "2"]) }]) },
        ]),
        RequestExample = "{\n  \"startRobot\": {\"gait\": \"walk\"}\n}",
        ResponseExample = "{\"inventory\": {\"uuid\": \"x\"}}",
    };

    [Fact]
    public void An_API_is_written_as_the_page_format_describes() => Assert.Equal(
        """
        # StartRobot

        Starts a robot.

        It walks until it is stopped.

        `PUT /v1/robots/{uuid}/actions`

        Asynchronous.
        Since 4.7.0.
        Category: robot.
        Chinese: 启动机器人.

        ## Parameters

        | Name | Type | Location | Description | Values | Since |
        |---|---|---|---|---|---|
        | uuid | String | path | Which one. | | 0.6 |
        | gait (optional) | String | body: startRobot | a \| b | walk, run\, fast | |
        | systemTags (optional) | List\<String> | body | | | |

        ## Response

        | Name | Type | Description | Since |
        |---|---|---|---|
        | inventory | [RobotInventory](#robotinventory) | | 0.6 |
        | legs | List<[Leg](#anonymous)> | | |

        ### RobotInventory

        A robot.

        Since 0.6.

        | Name | Type | Description | Since |
        |---|---|---|---|
        | uuid | String | | |

        ### (anonymous)

        | Name | Type | Description | Values | Since |
        |---|---|---|---|---|
        | length | Integer | | 1, 2 | |

        ## Example

        ### Request

        ```json
        {
          "startRobot": {"gait": "walk"}
        }
        ```

        ### Response

        ```json
        {"inventory": {"uuid": "x"}}
        ```

        """.ReplaceLineEndings("\n"),
        PageWriter.Write(Page(s_start)));

    [Fact]
    public void An_API_reads_back_equal() => AssertReadsBack(Page(s_start));

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void A_page_with_other_line_endings_has_the_same_content(string lineEnd)
    {
        string text = PageWriter.Write(Page(s_start)).Replace("\n", lineEnd, StringComparison.Ordinal);
        Assert.Null(ModelDifference.Find(Page(s_start), SpecReader.Read("StartRobot.md", text, CancellationToken.None).Page));
    }

    public static TheoryData<string> Descriptions =>
    [
        "a | b \\| c", "C:\\dir\\|x", "ends with \\", "<b>bold</b> and <br> and a < b", "x<br/>y", "List<String>", "one\ntwo", "`a | b`", "`<br>`", "`code`, ``more``, `odd",
        "*emph* _emph_ [link](http://example.com)", "&lt; &amp; & x", "中文，标点。", "\"quoted\" 'single'", "--- | ---", "# no heading", "{uuid}", "See inventory.", "a \U0001F600 b",
    ];

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void Odd_text_reads_back_from_cells(string text)
    {
        ApiModel api = s_start with
        {
            Parameters = new([s_start.Parameters[0] with { Description = text }, s_start.Parameters[1] with { Description = "next" }]),
            Structures = new([s_start.Structures[0] with { Fields = new([new FieldModel { Name = "uuid", Type = "String", Description = text }]) }]),
            Response = new ResponseModel(new([s_start.Response!.Fields[0]])),
            Language = text[0] > '\u3000' ? PageLanguage.Chinese : PageLanguage.English,
        };
        AssertReadsBack(Page(api));
    }

    public static TheoryData<string> Paragraphs =>
    [
        "# no heading", "- no item", "* no item", "+ no item", "1. no item", "12) no item", "> no quote", "---", "***", "===", "```", "~~~", "`GET /v1/zones`", "`code` first",
        "Synchronous.", "Asynchronous.", "No session required.", "Since 0.6.", "Since it walks, it walks.", "Category: robot.", "Chinese: 机器人.", "Extends Base.", "The response is empty.",
        "| a | b |", "[x]: y", "<div>", "**bold** text", "a\nb", "Query API.",
    ];

    [Theory]
    [MemberData(nameof(Paragraphs))]
    public void Odd_text_reads_back_from_paragraphs(string text)
    {
        ApiModel api = s_start with
        {
            Description = "First.\n" + text + "\nLast.",
            Structures = new([s_start.Structures[0] with { Description = text }, s_start.Structures[1]]),
        };
        AssertReadsBack(Page(api));
        AssertReadsBack(Page(s_start with { Description = text }));
    }

    [Fact]
    public void Values_read_back_with_any_separators()
    {
        foreach (string[] values in new string[][] { ["a"], ["a, b", "c; d"], ["x，y", "z"], ["a|b", "<c>"], ["可选", "必填"], ["1.0", "a b"] })
        {
            // An example with a different value would make the list open.
            ApiModel api = s_start with { Language = PageLanguage.English, RequestExample = null, Parameters = new([s_start.Parameters[0], s_start.Parameters[1] with { Values = new(values) }]) };
            AssertReadsBack(Page(api));
        }
    }

    [Fact]
    public void Every_short_statement_of_an_API_reads_back()
    {
        ApiModel plain = new() { Name = "GetRobotCount", Method = "GET", Path = "/v1/robots/count" };
        AssertReadsBack(Page(plain));
        AssertReadsBack(Page(plain with { RequiresSession = false }));
        AssertReadsBack(Page(plain with { IsAsync = false }));
        AssertReadsBack(Page(plain with { IsQuery = true }));
        AssertReadsBack(Page(plain with { Name = "QueryRobot", Path = "/v1/robots", AlternatePaths = new(["/v1/robots/{uuid}"]), IsQuery = true }));
        AssertReadsBack(Page(plain with { Response = new ResponseModel(default), ResponseExample = "{}" }));
        AssertReadsBack(Page(plain with { Since = "4.10.6", Category = "robot group" }));
        AssertReadsBack(Page(plain with { Description = "数机器人。", Language = PageLanguage.Chinese }));
        AssertReadsBack(Page(plain with { Description = "数机器人。", Language = PageLanguage.English }));
        AssertReadsBack(Page(plain with { Description = "Counts.", Language = PageLanguage.Chinese }));
        AssertReadsBack(Page(plain with { Name = "CreateRobot", Method = "POST", Path = "/v1/robots", Wrapper = "params" }));
        AssertReadsBack(Page(plain with { Name = "StopRobot", Method = "PUT", Path = "/v1/robots/{uuid}/actions", Wrapper = "stopRobot" }));
        AssertReadsBack(Page(plain with { Name = "StopRobot", Method = "PUT", Path = "/v1/robots/{uuid}/actions", Wrapper = "haltRobot" }));
        AssertReadsBack(Page(plain with { Name = "StopRobot", Method = "PUT", Path = "/v1/robots/{uuid}/actions", Wrapper = "" }));
        AssertReadsBack(Page(plain with
        {
            Name = "StopRobot",
            Method = "PUT",
            Path = "/v1/robots/actions",
            Wrapper = "",
            Parameters = new([new ParameterModel { Name = "force", Type = "boolean", Location = ParameterLocation.Body, InWrapper = true }]),
        }));
        AssertReadsBack(Page(plain with { Name = "DeleteRobot", Method = "DELETE", Wrapper = "deleteRobot" }));
    }

    [Fact]
    public void Types_with_and_without_links_read_back()
    {
        StructureModel leg = new() { Id = "s1", Name = "Leg", Fields = new([new FieldModel { Name = "next", Type = "Leg", StructureId = "s1" }, new FieldModel { Name = "other", Type = "List<Leg>" }]) };
        FieldModel tied = new() { Name = "a", Type = "List<Leg>", StructureId = "s1" };
        FieldModel untied = new() { Name = "b", Type = "Leg" };
        FieldModel second = new() { Name = "c", Type = "Leg", StructureId = "s2" };
        FieldModel untyped = new() { Name = "d", Type = "Map<String, List<Leg>>", StructureId = "s2" };
        AssertReadsBack(Page(s_start with
        {
            Response = new ResponseModel(new([tied, untied, second, untyped])),
            Structures = new([leg, leg with { Id = "s2", Fields = new([new FieldModel { Name = "x", Type = "String" }]) }]),
        }));
    }

    [Fact]
    public void The_structure_of_a_parameter_reads_back() => AssertReadsBack(Page(s_start with
    {
        Parameters = new([s_start.Parameters[0], new ParameterModel { Name = "leg", Type = "Leg", Location = ParameterLocation.Body, InWrapper = true, StructureId = "s1" }]),
        Response = null,
        Structures = new([new StructureModel { Id = "s1", Name = "Leg", Fields = new([new FieldModel { Name = "length", Type = "int" }]) }]),
        ResponseExample = null,
    }));

    [Fact]
    public void Several_APIs_on_a_page_read_back() =>
        AssertReadsBack(Page(s_start, s_start with { Name = "StopRobot", Wrapper = "stopRobot", RequestExample = null }, s_start with { Name = "LiftRobot", Wrapper = "liftRobot", Response = null, Structures = default, RequestExample = null }));

    [Fact]
    public void Type_pages_and_enumerations_read_back()
    {
        StructureModel leg = new()
        {
            Id = "s1",
            Name = "Leg",
            Description = "A leg.",
            Extends = "Limb",
            Since = "3.0.0",
            Fields = new([new FieldModel { Name = "state", Type = "LegState", StructureId = "s2" }, new FieldModel { Name = "size", Type = "Timestamp", Values = new(["x"]) }]),
        };
        StructureModel state = new() { Id = "s2", Name = "LegState", Values = new(["Up", "Down, slowly", "- x"]) };
        AssertReadsBack(new PageModel("Leg.md", default, new([leg with { Fields = new([leg.Fields[1]]) }])));
        AssertReadsBack(new PageModel("Leg.md", default, new([leg, state])));
        AssertReadsBack(new PageModel("LegState.md", default, new([state with { Id = "s1" }])));
    }

    [Fact]
    public void A_type_with_its_own_page_is_linked()
    {
        string text = PageWriter.Write(Page(s_start with { Response = new ResponseModel(new([new FieldModel { Name = "arms", Type = "List<Arm>" }])), Structures = default }), static name => name == "Arm" ? "../types/Arm (2).md" : null);
        Assert.Contains("| arms | List<[Arm](<../types/Arm (2).md>)> |", text, StringComparison.Ordinal);
    }

    private static PageModel Page(params ApiModel[] apis) => new("StartRobot.md", new(apis), default);

    private static void AssertReadsBack(PageModel page)
    {
        string text = PageWriter.Write(page);
        PageModel again = SpecReader.Read(page.Path, text, CancellationToken.None).Page;
        string? difference = ModelDifference.Find(page, again);
        Assert.True(difference is null, difference + "\n" + text);
        Assert.Equal(text, PageWriter.Write(again));
    }
}
