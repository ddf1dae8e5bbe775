using System;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.Tool.Tests.Calling;

public sealed class HostileResponseTests(SimulatedCloud cloud) : IClassFixture<SimulatedCloud>
{
    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("yaml")]
    public async Task A_text_that_is_not_valid_Unicode_is_an_unreadable_response(string format)
    {
        ToolRun run = await QueryAsync("""{"inventories":[{"uuid":"a","name":"b\ud83d"}]}""", "-f", format);
        Assert.Equal((5, ""), (run.ExitCode, run.Output));
        Assert.Contains("$.inventories contains a text that is not valid Unicode", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"inventories":null}""")]
    [InlineData("""{"status":"up"}""")]
    public async Task A_response_to_a_query_without_the_list_is_not_an_empty_list(string body)
    {
        ToolRun run = await QueryAsync(body);
        Assert.Equal((5, ""), (run.ExitCode, run.Output));
        Assert.Contains("QueryZone: the response has no list at $.inventories", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("yaml")]
    public async Task Characters_that_act_on_a_terminal_are_not_printed(string format)
    {
        string name = "a\u001bb\u009bc\u2028d\u202ee\u2066f";
        ToolRun run = await QueryAsync(new JsonObject { ["inventories"] = new JsonArray(new JsonObject { ["uuid"] = "a", ["name"] = name }) }.ToJsonString(), "-f", format);
        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain(run.Output, static c => c != '\n' && (char.IsControl(c) || c is '\u2028' or '\u202e' or '\u2066'));
        if (format == "json")
            Assert.Equal(name, JsonDocument.Parse(run.Output).RootElement.GetProperty("inventories")[0].GetProperty("name").GetString());
    }

    private Task<ToolRun> QueryAsync(string body, params string[] options)
    {
        cloud.Simulator.AddFault(SimulatedFault.PlainText(200, body).For("QueryZone"));
        return cloud.RunAsync(["call", "QueryZone", .. options]);
    }
}
