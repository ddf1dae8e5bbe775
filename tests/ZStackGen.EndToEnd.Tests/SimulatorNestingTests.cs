using System;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>Deep, long and ambiguous input of a caller is refused in little time and never ends the process.</summary>
public sealed class SimulatorNestingTests
{
    private const int Many = 55_000;

    public static TheoryData<string, string> DeepZql => new()
    {
        { "parentheses", "query zone where " + new string('(', Many) + "name = 'x'" + new string(')', Many) },
        { "sub-queries", "query zone where " + string.Concat(Enumerable.Repeat("uuid in (query zone.uuid where ", 70)) + "name = 'x'" + new string(')', 70) },
        { "dots", "query zone where a" + string.Concat(Enumerable.Repeat(".a", Many / 2)) + " = 'x'" },
        { "statements", string.Concat(Enumerable.Repeat("count zone;", 1000)) },
        { "length", "query zone where name = '" + new string('x', 70_000) + "'" },
        { "pattern", "query zone where name like '" + string.Concat(Enumerable.Repeat("%a", 10_000)) + "'" },
    };

    [Theory]
    [MemberData(nameof(DeepZql))]
    public async Task ZQL_beyond_a_limit_is_a_plain_text_400(string kind, string zql)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        // The server does not compare the method, so the text can be in a body.
        RawAnswer answer = await client.PostAsync("v1/zql", $$$"""{"params":{"zql":{{{System.Text.Json.JsonSerializer.Serialize(zql)}}}}}""");

        Assert.True(answer.Status == 400, $"{kind}: {answer.Status} {answer.Text}");
        Assert.Equal(200, (await client.GetAsync("v1/zones")).Status);
    }

    [Theory]
    [InlineData("where name = 'x'", " or name = 'x'", "")]
    [InlineData("where name = 'x'", " and name = 'x'", "")]
    [InlineData("restrict by (zone.name = 'x'", ",zone.name='x'", ")")]
    [InlineData("order by name", ",name", "")]
    [InlineData("where name in ('x'", ",'x'", ")")]
    public async Task Long_lists_in_ZQL_are_executed(string start, string repeated, string end)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();
        string zql = "query zone.name " + start + string.Concat(Enumerable.Repeat(repeated, 60_000 / repeated.Length)) + end;

        RawAnswer answer = await client.PostAsync("v1/zql", $$$"""{"params":{"zql":"{{{zql}}}"}}""");

        Assert.True(answer.Status == 200, answer.Text[..Math.Min(answer.Text.Length, 200)]);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public async Task A_deep_body_is_a_400(string opening)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer answer = await client.PostAsync("v1/zones", "{\"params\":{\"name\":" + string.Concat(Enumerable.Repeat(opening, Many)));

        Assert.Equal(400, answer.Status);
        Assert.Contains("nested", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_within_the_limit_comes_back_from_its_job()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();
        zstack.OnCall("CreateZone", static call => SimulatedResponse.Success((System.Text.Json.Nodes.JsonObject)call.Arguments.DeepClone()));
        string deep = new string('[', 61) + new string(']', 61);

        RawAnswer answer = await client.RunAsync("POST", "v1/zones", "{\"params\":{\"name\":\"z\",\"other\":" + deep + "}}");

        Assert.Contains(deep, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"params":{"name":"a","name":"b"}}""")]
    [InlineData("""{"params":{"name":"a"},"params":{"name":"b"}}""")]
    [InlineData("""{"params":{"name":"a","n\u0061me":"b"}}""")]
    [InlineData("""{"params":{"name":"\uD800"}}""")]
    [InlineData("""{"params":{"name":"\uDC00\uD800"}}""")]
    [InlineData("""{"params":{"name":"a","\ud800":1}}""")]
    public async Task Duplicate_names_and_lone_surrogates_are_a_400(string body)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        Assert.Equal(400, (await client.PostAsync("v1/zones", body)).Status);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_a_400()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();
        using var http = zstack.CreateClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "OAuth " + client.Session);
        // A lone surrogate, encoded like a character.
        using var content = new System.Net.Http.ByteArrayContent([.. "{\"params\":{\"name\":\""u8, 0xED, 0xA0, 0x80, .. "\"}}"u8]);

        using System.Net.Http.HttpResponseMessage response = await http.PostAsync("v1/zones", content, TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)response.StatusCode);
    }

    [Fact]
    public async Task Repeated_query_parameters_take_linear_time()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();
        await TimeAsync(1000);

        // Quadratic work takes tens of seconds for this number.
        Assert.InRange(await TimeAsync(200_000), TimeSpan.Zero, TimeSpan.FromSeconds(5));

        async Task<TimeSpan> TimeAsync(int count)
        {
            long start = Stopwatch.GetTimestamp();
            RawAnswer answer = await client.GetAsync("v1/zones?q=name=hall-a" + string.Concat(Enumerable.Repeat("&q=name=hall-a", count)));
            Assert.Equal(200, answer.Status);
            Assert.Single(answer.Json["inventories"]!.AsArray());
            return Stopwatch.GetElapsedTime(start);
        }
    }

    [Theory]
    [InlineData("v1/zones?q=a{0}=x", ".a", 400)]
    [InlineData("v1/zones?sort=name{0}", ",name", 200)]
    [InlineData("v1/zones?fields=name{0}", ",name", 200)]
    [InlineData("v1/zones?q=name?=x{0}", ",x", 200)]
    [InlineData("v1/zones{0}", "/a", 404)]
    public async Task Long_lists_in_a_query_are_executed_or_refused(string path, string repeated, int status)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        Assert.Equal(status, (await client.GetAsync(string.Format(null, path, string.Concat(Enumerable.Repeat(repeated, 20_000))))).Status);
    }
}
