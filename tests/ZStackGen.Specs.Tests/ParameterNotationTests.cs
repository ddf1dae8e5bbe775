using System;
using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>Cells of parameters in other words than the published ones: locations, required parameters, allowed values.</summary>
public sealed class ParameterNotationTests
{
    private const string Chinese = "|名字|类型|位置|描述|可选值|起始版本|";

    [Theory]
    [InlineData("body(包含于**paintDoor**结构中)")]
    [InlineData("body（位于paintDoor结构）")]
    [InlineData("body(paintDoor 结构内)")]
    [InlineData("body (under paintDoor)")]
    [InlineData("body (inside of paintDoor)")]
    [InlineData("body (inside of the paintDoor object)")]
    [InlineData("Body (contains in paintDoor structure)")]
    [InlineData("body, part of the paintDoor object")]
    [InlineData("body.paintDoor")]
    [InlineData("body->paintDoor")]
    [InlineData("body/paintDoor")]
    [InlineData("body[paintDoor]")]
    public void A_location_that_names_the_wrapper_in_other_words_is_inside_the_wrapper(string location)
    {
        PageReadResult result = Read(Chinese, $"|colour|String|{location}|颜色||0.6|");
        Assert.True(Colour(result).InWrapper);
        Assert.Empty(result.Page.Apis[0].Notes);
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("body(请参考下面)", true)]
    [InlineData("body", false)]
    public void An_unknown_remark_in_the_location_follows_the_example(string location, bool inWrapper) =>
        Assert.Equal(inWrapper, Colour(Read(Chinese, $"|colour|String|{location}|颜色||0.6|", "{ \"paintDoor\": { \"colour\": \"Red\" } }")).InWrapper);

    [Theory]
    [InlineData("是否必填", "否", false)]
    [InlineData("是否必填", "是", true)]
    [InlineData("必填", "可选", false)]
    [InlineData("必选", "N", false)]
    [InlineData("Required", "yes", true)]
    [InlineData("Required", "**No**", false)]
    [InlineData("Required", "", false)]
    [InlineData("Mandatory", "M", true)]
    [InlineData("Mandatory", "O", false)]
    [InlineData("Mandatory", "optional", false)]
    [InlineData("Optional", "Yes", false)]
    [InlineData("Optional", "No", true)]
    [InlineData("Optional", "required", true)]
    public void A_column_says_which_parameters_are_required(string heading, string cell, bool isRequired)
    {
        PageReadResult result = Read($"|名字|类型|位置|{heading}|描述|可选值|起始版本|", $"|colour|String|body(包含在paintDoor结构中)|{cell}|颜色|Red, Green|0.6|");
        Assert.Equal(isRequired, Colour(result).IsRequired);
        Assert.Equal(["Red", "Green"], Colour(result).Values);
        Assert.Equal("颜色", Colour(result).Description);
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void A_cell_of_that_column_with_other_words_is_reported()
    {
        PageReadResult result = Read("|名字|类型|位置|Required|描述|可选值|起始版本|", "|colour|String|body(包含在paintDoor结构中)|on Mondays|颜色||0.6|");
        Assert.False(Colour(result).IsRequired);
        Assert.Equal("'on Mondays', which says whether colour is required, is neither yes nor no; colour is optional.", Assert.Single(result.Findings).Message);
    }

    [Theory]
    [InlineData("This parameter is optional. The colour.")]
    [InlineData("(Not required) The colour.")]
    [InlineData("Not mandatory. The colour.")]
    [InlineData("（选填）The colour.")]
    public void A_description_can_start_with_the_remark_that_the_parameter_is_optional(string description)
    {
        PageReadResult result = Read(Chinese, $"|colour|String|body(包含在paintDoor结构中)|{description}||0.6|");
        Assert.False(Colour(result).IsRequired);
        Assert.Equal("The colour.", Colour(result).Description);
    }

    [Theory]
    [InlineData("N/A", "")]
    [InlineData("无", "")]
    [InlineData("—", "")]
    [InlineData("{TCP, UDP}", "TCP UDP")]
    [InlineData("[TCP, UDP]", "TCP UDP")]
    [InlineData("enum(TCP,UDP)", "TCP UDP")]
    [InlineData("1. TCP 2. UDP", "TCP UDP")]
    [InlineData("TCP（默认）, UDP", "TCP UDP")]
    [InlineData("TCP, UDP (default)", "TCP UDP")]
    [InlineData("- TCP<br>- UDP", "TCP UDP")]
    [InlineData("TCP或UDP", "TCP UDP")]
    [InlineData("大和", "大和")]
    public void Marks_around_allowed_values_are_not_part_of_them(string cell, string values)
    {
        PageReadResult result = Read(Chinese, $"|colour|String|body(包含在paintDoor结构中)|颜色|{cell}|0.6|");
        Assert.Equal(values, string.Join(' ', Colour(result).Values));
        Assert.Equal("颜色", Colour(result).Description);
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("启用：enable，停用：disable")]
    [InlineData("enable（启用） disable（停用）")]
    [InlineData("默认值：enable")]
    public void The_text_of_a_values_cell_without_values_is_kept_in_the_description(string cell)
    {
        PageReadResult result = Read(Chinese, $"|colour|String|body(包含在paintDoor结构中)|颜色|{cell}|0.6|");
        Assert.Empty(Colour(result).Values);
        Assert.Equal("颜色\n" + cell, Colour(result).Description);
    }

    [Theory]
    [InlineData("|\n- Red\n- Green\n| 0.6 |")]
    [InlineData("| - Red\n- Green | 0.6 |")]
    public void Bullets_in_a_row_are_read_once_and_not_reported(string rest)
    {
        string page = "PUT zstack/v1/doors/{uuid}/actions\nAuthorization: OAuth x\nName | Type | Location | Description | Optional Value | Starting Version |\n---|---|---|---|---|---|\n"
            + "uuid | String | url | The door. | 0.6 | |\ncolour | String | body (contained in the paintDoor structure) | The colour. " + rest + "\nkey | String | body | The key. | 0.6 | |\n";
        PageReadResult result = SpecReader.Read("specs/door/PaintDoor.md", page, TestContext.Current.CancellationToken);
        Assert.Equal(["uuid", "colour", "key"], result.Page.Apis[0].Parameters.Select(static parameter => parameter.Name));
        Assert.Equal(["Red", "Green"], result.Page.Apis[0].Parameters[1].Values);
        Assert.DoesNotContain(result.Findings, static finding => finding.Id == "ZSG1040");
    }

    private static ParameterModel Colour(PageReadResult result) => result.Page.Apis.Single().Parameters.Single(static parameter => parameter.Name == "colour");

    private static PageReadResult Read(string header, string row, string? body = null)
    {
        string cells = string.Join('|', header.Trim('|').Split('|').Select(static _ => "---"));
        string page = "## door - 刷门(PaintDoor)\n\n### URLs\n\n```\nPUT /v1/doors/{uuid}/actions\n```\n\n### Headers\n\n```\nAuthorization: OAuth x\n```\n\n"
            + (body is null ? "" : "### Body\n\n```\n" + body + "\n```\n\n")
            + $"### 参数列表\n\n{header}\n|{cells}|\n{Uuid(header)}\n{row}\n";
        return SpecReader.Read("specs/door/PaintDoor.md", page, TestContext.Current.CancellationToken);
    }

    /// <summary>Returns the row of the path variable, with "yes" in a column for required parameters.</summary>
    private static string Uuid(string header) => header.Trim('|').Split('|').Length == 6
        ? "|uuid|String|url|门||0.6|"
        : "|uuid|String|url|" + (header.Contains("Optional", StringComparison.Ordinal) ? "no" : "yes") + "|门||0.6|";
}
