using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing.Cells;

namespace ZStackGen.Specs.Tests;

/// <summary>Remarks and system tags in manuals and in the project's own format.</summary>
public sealed class RemarksTests
{
    private const string Opening = """
        #### 粉刷门(PaintDoor)

        ##### API请求

         URLs

        ```
        PUT zstack/v1/doors/{uuid}/actions
        ```

         参数列表

        | 名字 | 类型 | 位置 | 描述 | 可选值 | 起始版本 |
        | --- | --- | --- | --- | --- | --- |
        | uuid | String | url | 门 |  | 4.7.0 |
        | systemTags (可选) | List | body | 标签 |  | 4.7.0 |


        """;

    [Theory]
    [InlineData("staticIp::<l3NetworkUuid>::<ip>", "staticIp::{l3NetworkUuid}::{ip}")]
    [InlineData("`driver::{name}`", "driver::{name}")]
    [InlineData("ceph::rootPoolName::{pool}", "ceph::rootPoolName::{pool}")]
    [InlineData("use cdroms::$first::$second here", "cdroms::{first}::{second}")]
    [InlineData("范围：startVlan::{a}::endVlan::{b}。", "startVlan::{a}::endVlan::{b}")]
    [InlineData("ram\\::{size}", null)]
    [InlineData("2002:2001::02", null)]
    [InlineData("std::", null)]
    [InlineData("no tag", null)]
    public void A_system_tag_is_found_with_its_variables(string line, string? tag) => Assert.Equal(tag, SystemTagText.Find(line, out _));

    [Fact]
    public void A_manual_s_list_of_system_tags_and_its_remarks_are_in_the_model()
    {
        ApiModel api = Read(Opening + """
            支持的systemTags：

            - 指定IP
                - `staticIp::<l3NetworkUuid>::<ip>`
                - `staticIp::<l3NetworkUuid>::<ip>`
            - driver::{name} 网卡驱动
            -

            > **注意:** uuid与name至少需要一个。

            ##### API返回
            """);
        Assert.Equal(["staticIp::{l3NetworkUuid}::{ip}|指定IP", "driver::{name}|网卡驱动"], api.SystemTags.Select(tag => $"{tag.Tag}|{tag.Description}"));
        Assert.Contains("uuid与name至少需要一个。", api.Notes);
    }

    [Fact]
    public void A_remark_after_the_location_is_kept()
    {
        ApiModel api = Read(Opening.Replace("| List | body |", "| List | body 说明: 可为空 |"));
        Assert.Equal("systemTags: 说明: 可为空", Assert.Single(api.Notes));
    }

    [Fact]
    public void The_format_s_own_sections_are_read()
    {
        ApiModel api = Read("""
            # PaintDoor

            `PUT /v1/doors/{uuid}/actions`

            ## Parameters

            | Name | Type | Location | Description | Values | Since |
            |---|---|---|---|---|---|
            | uuid | String | path | The door. | | 4.7.0 |
            | colour | String | body: paintDoor | The color. | Red, Green, … | 4.7.0 |

            ## System tags

            | Tag | Description | Since |
            |---|---|---|
            | `gloss::{percent}` | How glossy the paint is. | 4.8.0 |

            ## Notes

            The door must be closed.

            It dries for an hour.
            """);
        Assert.Equal(new SystemTagModel("gloss::{percent}", "How glossy the paint is.", "4.8.0"), Assert.Single(api.SystemTags));
        Assert.Equal(["The door must be closed.", "It dries for an hour."], api.Notes);
        Assert.Equal(["Red", "Green"], api.Parameters[1].Values);
        Assert.True(api.Parameters[1].HasOpenValues);
    }

    [Fact]
    public void A_row_that_is_not_a_system_tag_is_reported_in_its_cell()
    {
        PageReadResult result = SpecReader.Read("x.md", "# PaintDoor\n\n`PUT /v1/doors`\n\n## System tags\n\n| Tag | Description |\n|---|---|\n| gloss | How glossy. |\n", TestContext.Current.CancellationToken);
        Finding finding = Assert.Single(result.Findings);
        Assert.Equal("ZSG1005 9:3", $"{finding.Id} {finding.Span.StartLine + 1}:{finding.Span.StartColumn + 1}");
        Assert.Contains("'gloss'", finding.Message, System.StringComparison.Ordinal);
    }

    private static ApiModel Read(string text)
    {
        PageReadResult result = SpecReader.Read("page.md", text, TestContext.Current.CancellationToken);
        Assert.Empty(result.Findings.Select(finding => finding.Message));
        return Assert.Single(result.Page.Apis);
    }
}
