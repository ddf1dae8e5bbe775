using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>The facts of the fixed phrases are read in other words, and other sentences with the same words are descriptions.</summary>
public sealed class FactPhraseTests
{
    [Theory]
    [InlineData("Async", true)]
    [InlineData("*async*", true)]
    [InlineData("This call is asynchronous.", true)]
    [InlineData("Async? Yes", true)]
    [InlineData("**Type:** Asynchronous", true)]
    [InlineData("⏳ Asynchronous", true)]
    [InlineData("Sync: no", true)]
    [InlineData("Asynchronous = no", false)]
    [InlineData("This operation runs synchronously.", false)]
    [InlineData("该接口为异步接口", true)]
    [InlineData("异步", true)]
    [InlineData("| Is async | yes |\n|---|---|", true)]
    public void The_mode_is_read_in_other_words(string line, bool isAsync)
    {
        ApiModel api = Read(line);
        Assert.Equal((isAsync, "Paints."), (api.IsAsync, api.Description));
    }

    [Theory]
    [InlineData("No session is required.")]
    [InlineData("No login needed")]
    [InlineData("Does not require a session.")]
    [InlineData("This API requires no authentication.")]
    [InlineData("Auth: none")]
    [InlineData("Unauthenticated.")]
    [InlineData("Requires login: no")]
    [InlineData("🔓 No token required")]
    [InlineData("该接口无需会话")]
    [InlineData("免登录")]
    [InlineData("| Login required | no |\n|---|---|")]
    public void A_call_without_a_session_is_read_in_other_words(string line)
    {
        ApiModel api = Read(line);
        Assert.Equal((false, "Paints."), (api.RequiresSession, api.Description));
    }

    [Theory]
    [InlineData("This API was added in 4.7.0.")]
    [InlineData("First release: v4.7.0")]
    [InlineData("Supported since ZStack 4.7.0")]
    [InlineData("Requires version 4.7.0 or later.")]
    [InlineData("🆕 Since 4.7.0")]
    [InlineData("<sup>Since 4.7.0</sup>")]
    [InlineData("@since 4.7.0")]
    [InlineData("!!! info \"Since 4.7.0\"")]
    [InlineData("自 4.7.0 起支持")]
    [InlineData("4.7.0版本新增")]
    public void The_version_is_read_in_other_words(string line)
    {
        ApiModel api = Read(line);
        Assert.Equal(("4.7.0", "Paints."), (api.Since, api.Description));
    }

    [Theory]
    [InlineData("Asynchronous, and not synchronous.")]
    [InlineData("- [ ] Asynchronous")]
    [InlineData("The paint is asynchronous.")]
    [InlineData("Async\\.")]
    [InlineData("Session required.")]
    [InlineData("No session is no problem.")]
    [InlineData("Requires a door.")]
    [InlineData("Supported versions are 4.7.0 and 4.8.0.")]
    [InlineData("Not supported since 4.7.0 in Cloud.")]
    [InlineData("Requires ZStack 5")]
    [InlineData("异步任务的名称")]
    public void Other_lines_are_descriptions(string line)
    {
        ApiModel api = Read(line);
        Assert.Equal((null, true, null), (api.IsAsync, api.RequiresSession, api.Since));
        Assert.StartsWith("Paints.\n", api.Description, System.StringComparison.Ordinal);
    }

    private static ApiModel Read(string line)
    {
        PageReadResult result = SpecReader.Read("door.md", $"# PaintDoor\n\nPaints.\n\n`PUT /v1/doors/{{uuid}}/actions`\n\n{line}\n\n## Parameters\n\n| Name | Type | Location | Description | Since |\n|---|---|---|---|---|\n| uuid | String | path | The door. | |\n", TestContext.Current.CancellationToken);
        Assert.Empty(result.Findings);
        return Assert.Single(result.Page.Apis);
    }
}
