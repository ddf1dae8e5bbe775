using System;
using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>Notations that the page format does not define: they are read by their meaning, or reported.</summary>
public sealed class LooseNotationTests
{
    private const string Header = "| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n";
    private const string Uuid = "| uuid | String | path | The door. | | |\n";

    [Theory]
    [InlineData("PaintDoor (Beta)")]
    [InlineData("PaintDoor （Experimental）")]
    public void A_remark_in_brackets_is_not_the_name(string title) =>
        Assert.Equal("PaintDoor", SpecReader.Read("x.md", $"# {title}\n\n`PUT /v1/doors/{{uuid}}/actions`\n", TestContext.Current.CancellationToken).Page.Apis.Single().Name);

    [Theory]
    [InlineData("`PUT /v1/doors/<uuid>`")]
    [InlineData("**PUT** `/v1/doors/$uuid`")]
    [InlineData("`PUT /v1/doors/<uuid>`, in one piece")]
    public void A_path_variable_before_a_backtick_is_read(string request) =>
        Assert.Equal("/v1/doors/{uuid}", SpecReader.Read("x.md", $"# PaintDoor\n\n{request}\n\n{Header}{Uuid}", TestContext.Current.CancellationToken).Page.Apis.Single().Path);

    [Theory]
    [InlineData("[String]", "List<String>")]
    [InlineData("[int]", "List<int>")]
    [InlineData("[DoorInventory]", "DoorInventory")]
    public void Brackets_around_a_type_word_are_a_list(string type, string expected) =>
        Assert.Equal(expected, Own(rows: $"| colours | {type} | body: paintDoor | Colours. | | |\n").Page.Apis.Single().Parameters[1].Type);

    [Theory]
    [InlineData("String", "unique")]
    [InlineData("String", "UUID")]
    [InlineData("String", "^[a-z]+$")]
    [InlineData("String", "正整数")]
    public void A_rule_is_no_certain_value(string type, string cell)
    {
        PageReadResult result = Own(rows: $"| colour | {type} | body: paintDoor | Colour. | {cell} | |\n");
        Assert.True(result.Page.Apis.Single().Parameters[1].HasOpenValues);
        Assert.Equal("ZSG1023", Assert.Single(result.Findings).Id);
        Assert.False(Own(rows: $"| colour | {type} | body: paintDoor | Colour. | `{cell}` | |\n").Page.Apis.Single().Parameters[1].HasOpenValues);
    }

    [Theory]
    [InlineData("String", "Red (deprecated), Green (since 4.8.0)", "Red Green")]
    [InlineData("int", "0: off<br>1: on", "0 1")]
    [InlineData("String", "0=off; 1=on", "0 1")]
    [InlineData("String", "1:1, 2:1", "1:1 2:1")]
    [InlineData("int", "1,000..65,535", "1000..65535")]
    [InlineData("int", "100,200", "100 200")]
    public void Remarks_and_separators_of_digits_are_not_part_of_values(string type, string cell, string values)
    {
        PageReadResult result = Own(rows: $"| colour | {type} | body: paintDoor | Colour. | {cell} | |\n");
        Assert.Equal(values, string.Join(' ', result.Page.Apis.Single().Parameters[1].Values));
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("{0,4}  {1}")]
    [InlineData("{0}: {1}")]
    [InlineData("{0}|{1}")]
    [InlineData("> {1}")]
    public void Marks_in_front_of_all_lines_are_not_read(string format)
    {
        string[] lines = $"# PaintDoor\n\nPaints.\n\n`PUT /v1/doors/{{uuid}}/actions`\n\nNo session required.\n\n## Parameters\n\n{Header}{Uuid}| a | sting | body: paintDoor | A. | | |".Split('\n');
        string text = string.Join('\n', lines.Select((line, i) => string.Format(null, format.Replace("{1}", " {1}", StringComparison.Ordinal), i + 8, line)));
        PageReadResult result = SpecReader.Read("x.md", text, TestContext.Current.CancellationToken);
        ApiModel api = result.Page.Apis.Single();
        Assert.Equal(("PaintDoor", "Paints.", false, 2), (api.Name, api.Description, api.RequiresSession, api.Parameters.Count));
        Finding finding = Assert.Single(result.Findings);
        Assert.Equal("sting", text.Substring(finding.Span.Start, finding.Span.Length));
    }

    [Theory]
    [InlineData("1. Open\n2. Close\n4. Paint\n5. Lock\n")]
    [InlineData("> A quote.\n> Text.\n> Text.\n> Text.\n\nThe page.\n")]
    public void Marks_of_some_lines_are_text(string lines) =>
        Assert.StartsWith(lines[..1], Own(lines: lines).Page.Apis.Single().Description!.Split('\n')[1], StringComparison.Ordinal);

    [Theory]
    [InlineData("**Deprecated.** Use b.", null, "b")]
    [InlineData("> **Deprecated**: use CloseDoor.", null, "CloseDoor")]
    [InlineData("**Deprecated since 4.8.0.** Text.", "4.8.0", null)]
    [InlineData("_Deprecated_: use `b`.", null, "b")]
    [InlineData("⚠️ Deprecated in 4.8.0.", "4.8.0", null)]
    [InlineData("Text. (Deprecated)", null, null)]
    [InlineData("[Deprecated] Text.", null, null)]
    [InlineData("Deprecated: use Close(door).", null, "Close(door)")]
    [InlineData("Text (deprecated: use CloseDoor).", null, "CloseDoor")]
    [InlineData("Deprecated: use `a` or `b`.", null, "`a` or `b`")]
    public void A_deprecation_can_be_emphasized(string description, string? since, string? replacement) =>
        Assert.Equal(new Lifetime(true, since, null, replacement), Lifetime.Of(description));

    [Theory]
    [InlineData("Not Deprecated.")]
    [InlineData("Deprecated doors.")]
    [InlineData("Deprecated in winter.")]
    [InlineData("The state _Deprecated_ is final")]
    public void Other_sentences_are_no_deprecation(string description) => Assert.True(Lifetime.Of(description).IsCurrent);

    [Theory]
    [InlineData("zstack/V1/doors")]
    [InlineData("zstack/vl/doors")]
    [InlineData("/zstack/vI/doors")]
    [InlineData("zstack/doors")]
    public void The_version_of_a_path_can_be_misread(string path) =>
        Assert.Equal("/v1/doors", SpecReader.Read("PaintDoor.txt", $"# PaintDoor\n\n`POST {path}`\n\n{Header}| name | String | body: params | The name. | | |\n", TestContext.Current.CancellationToken).Page.Apis.Single().Path);

    [Theory]
    [InlineData("**{0}**")]
    [InlineData("`{0}`")]
    [InlineData("###### {0}")]
    [InlineData("#{0}")]
    public void A_label_of_a_table_can_be_emphasized_code_or_a_heading(string label)
    {
        const string fields = "| 名字 | 类型 | 描述 | 起始版本 |\n|---|---|---|---|\n";
        string page = "## 开门(OpenDoor)\n\n### URLs\n\n```\nPUT zstack/v1/doors/{uuid}/actions\n```\n\n### API返回\n\n" + fields
            + "| first | FirstPart | 甲 详情参考[first] | 4.7.0 |\n| inventory | DoorInventory | 门 详情参考[inventory] | 4.7.0 |\n\n"
            + string.Format(null, label, "inventory") + "\n\n" + fields + "| uuid | String | UUID | 4.7.0 |\n\n" + string.Format(null, label, "first") + "\n\n" + fields + "| name | String | 名字 | 4.7.0 |\n";
        ApiModel api = SpecReader.Read("x.md", page, TestContext.Current.CancellationToken).Page.Apis.Single();
        Assert.Equal(["FirstPart name", "DoorInventory uuid"], api.Response!.Fields.Select(field => api.Structures.Single(structure => structure.Id == field.StructureId)).Select(static structure => structure.Name + " " + structure.Fields[0].Name));
    }

    private static PageReadResult Own(string lines = "", string rows = "") =>
        SpecReader.Read("specs/door/PaintDoor.md", $"# PaintDoor\n\nPaints.\n\n`PUT /v1/doors/{{uuid}}/actions`\n{lines}\n\n{Header}{Uuid}{rows}", TestContext.Current.CancellationToken);
}
