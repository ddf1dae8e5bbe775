using System.Linq;
using Xunit;
using ZStackGen.Facts.Examples;
using ZStackGen.Facts.Parity;
using ZStackGen.Specs.Model;

namespace ZStackGen.Facts.Tests;

/// <summary>The examples of the pages contain realistic values.</summary>
public sealed class PlaceholderTests
{
    [Theory]
    [InlineData("taskData", "task-data")]
    [InlineData("taskData", "taskData")]
    [InlineData("taskData", "TaskData")]
    [InlineData("taskData", "task-data-1")]
    [InlineData("labelValue", "value-1")]
    [InlineData("authKey", "key-1")]
    [InlineData("sshPassword", "password")]
    [InlineData("apiNames", "api-name")]
    [InlineData("rule", "rule")]
    public void A_text_that_repeats_the_name_is_found(string name, string text) => Assert.True(PlaceholderCheck.Repeats(name, text));

    [Theory]
    [InlineData("taskData", "{}")]
    [InlineData("taskData", "task")]
    [InlineData("clusterName", "cluster-1")]
    [InlineData("speed", "16 Gbit")]
    [InlineData("key", "keystone")]
    [InlineData("statusDetail", "")]
    public void Another_text_is_accepted(string name, string text) => Assert.False(PlaceholderCheck.Repeats(name, text));

    [Fact]
    public void A_placeholder_is_found_in_a_request_a_response_a_list_and_a_map()
    {
        var api = new ApiModel
        {
            Name = "PaintDoor",
            Method = "PUT",
            Path = "/v1/doors/{uuid}/actions",
            Wrapper = "paintDoor",
            Parameters = new[] { Parameter("colour"), Parameter("mode", "mode") }.ToEquatableArray(),
            Response = new ResponseModel(new[] { Field("pots", "List<String>"), Field("results", "Map<String, String>"), Field("brush", "Object") }.ToEquatableArray()),
            RequestExample = """{ "paintDoor": { "colour": "colour", "mode": "mode" }, "systemTags": ["system-tag"] }""",
            ResponseExample = """{ "pots": ["pot"], "results": { "result": "done" }, "brush": { "hairKind": "hair-kind" } }""",
        };

        Assert.Equal(
            ["PaintDoor request.colour", "PaintDoor request.systemTags", "PaintDoor response.pots", "PaintDoor response.results, key", "PaintDoor response.brush.hairKind"],
            new PlaceholderCheck(new PageLookup(Repository.Pages)).Check(api).Select(static problem => problem[..problem.LastIndexOf(": \"", System.StringComparison.Ordinal)]));
    }

    [Fact]
    public void No_example_of_a_page_contains_a_placeholder()
    {
        var check = new PlaceholderCheck(new PageLookup(Repository.Pages));
        ApiModel[] apis = [.. Repository.Pages.Apis];
        string[] problems = [.. apis.SelectMany(check.Check)];
        Assert.True(problems.Length == 0, $"{problems.Length} values only repeat the name of their member; replace them by realistic ones:\n{string.Join('\n', problems.Take(50))}");
        Assert.True(apis.Count(static api => api.ResponseExample is not null) > 1000);
    }

    private static ParameterModel Parameter(string name, params string[] values) => new() { Name = name, Type = "String", Location = ParameterLocation.Body, InWrapper = true, Values = values.ToEquatableArray() };

    private static FieldModel Field(string name, string type) => new() { Name = name, Type = type };
}
