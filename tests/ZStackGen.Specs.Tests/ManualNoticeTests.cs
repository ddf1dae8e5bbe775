using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>A deprecation on a page of the manual belongs to the API, and a row that contradicts the example is reported.</summary>
public sealed class ManualNoticeTests
{
    [Theory]
    [InlineData("#### 添加门（已废弃）(AddDoor)", "")]
    [InlineData("#### [已废弃] 添加门(AddDoor)", "")]
    [InlineData("#### 添加门(AddDoor) 已废弃", "")]
    [InlineData("#### ~~添加门(AddDoor)~~", "")]
    [InlineData("#### 添加门（已废弃）(AddDoor)", "添加一扇门。")]
    [InlineData("#### 添加门(AddDoor)", "> **警告:** 该接口已废弃，请使用OpenDoor。")]
    [InlineData("#### 添加门(AddDoor)", "该接口自4.7.0起废弃。")]
    public void A_notice_above_the_request_deprecates_the_api(string title, string notice)
    {
        ApiModel api = Assert.Single(Read($"{title}\n\n{notice}\n\n##### API请求\n\n URLs\n\n```\nPOST zstack/v1/doors\n```\n\n{Rows("body(包含在**params**结构中)")}").Page.Apis);
        Assert.Equal("AddDoor", api.Name);
        Assert.True(Lifetime.Of(api.Description).IsDeprecated);
        Assert.Empty(api.Notes);
    }

    [Fact]
    public void A_notice_below_the_request_deprecates_the_api() =>
        Assert.True(Lifetime.Of(Assert.Single(Read($"#### 添加门(AddDoor)\n\n##### API请求\n\n URLs\n\n```\nPOST zstack/v1/doors\n```\n\n> **警告:** 该接口已废弃。\n\n{Rows("body(包含在**params**结构中)")}").Page.Apis).Description).IsDeprecated);

    [Fact]
    public void A_remark_about_a_deprecation_below_the_tables_is_a_note()
    {
        ApiModel api = Assert.Single(Read($"#### 添加门(AddDoor)\n\n##### API请求\n\n URLs\n\n```\nPOST zstack/v1/doors\n```\n\n{Rows("body(包含在**params**结构中)")}\n> **注意:** 该参数已废弃。\n").Page.Apis);
        Assert.True(Lifetime.Of(api.Description).IsCurrent);
        Assert.Single(api.Notes);
    }

    [Theory]
    [InlineData("body", 1)]
    [InlineData("request body", 1)]
    [InlineData("请求体", 1)]
    [InlineData("body(包含在**params**结构中)", 0)]
    public void A_row_outside_of_the_wrapper_is_reported_if_the_example_has_it_inside(string location, int findings) =>
        Assert.Equal(findings, Read($"#### 添加门(AddDoor)\n\n##### API请求\n\n URLs\n\n```\nPOST zstack/v1/doors\n```\n\n Body\n\n```\n{{\"params\": {{\"name\": \"a\", \"color\": \"b\"}}}}\n```\n\n{Rows(location)}").Findings.Count(finding => finding.Id == "ZSG1021"));

    private static string Rows(string location) =>
        $" 参数列表\n\n| 名字 | 类型 | 位置 | 描述 | 可选值 | 起始版本 |\n| --- | --- | --- | --- | --- | --- |\n| name | String | {location} | 名称 |  | 0.6 |\n| color | String | {location} | 颜色 |  | 0.6 |\n";

    private static PageReadResult Read(string text) => SpecReader.Read("door.md", text, TestContext.Current.CancellationToken);
}
