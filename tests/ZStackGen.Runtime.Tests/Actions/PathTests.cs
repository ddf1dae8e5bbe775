using System;
using System.Linq;
using System.Threading.Tasks;
using CsCheck;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Actions;

public class PathTests
{
    // Literals and variables in alternation; a variable can be a part of a segment.
    private static readonly Gen<(string Literal, string? Value)[]> s_parts = Gen.Select(
        Gen.Char["abz019-._~"].Array[1, 6].Select(chars => new string(chars).Trim('.') + "x"),
        Gen.Char["azAZ09 /?#%{}中"].Array[1, 6].Select(chars => "v" + new string(chars)),
        Gen.Bool,
        (literal, value, isVariable) => ("/" + literal + (isVariable ? "/" : ""), isVariable ? value : null)).Array[1, 5];

    [Fact]
    public async Task Each_variable_is_replaced_in_its_order_and_the_literals_stay()
    {
        await s_parts.SampleAsync(async parts =>
        {
            var server = new StubServer();
            await using var client = server.Client();
            string template = string.Concat(parts.Select((part, i) => part.Literal + (part.Value is null ? "" : "{v" + i + "}")));
            string[] values = [.. parts.Select(part => part.Value).OfType<string>()];
            await client.CallAsync(new PathAction(template, values));
            string expected = string.Concat(parts.Select(part => part.Literal + (part.Value is null ? "" : Uri.EscapeDataString(part.Value))));
            Assert.Equal("GET /zstack" + expected, server.Calls.Single().Line);
        });
    }

    [Theory]
    [InlineData("/v1/zones/{uuid}", "API Paths: WritePath does not write the variable 'uuid' of the path '/v1/zones/{uuid}'.")]
    [InlineData("/v1/zones/{a}/hosts/{b}", "API Paths: WritePath does not write the variable 'b' of the path '/v1/zones/{a}/hosts/{b}'.", "1")]
    [InlineData("/v1/zones", "API Paths: the path '/v1/zones' has no variable for parameter 'v0'.", "1")]
    [InlineData("/v1/zones/{a}", "API Paths: the path '/v1/zones/{a}' has no variable for parameter 'v1'.", "1", "2")]
    public async Task Another_number_of_arguments_than_variables_is_an_error_before_a_request_is_sent(string template, string message, params string[] values)
    {
        var server = new StubServer();
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => client.CallAsync(new PathAction(template, values), TestContext.Current.CancellationToken));
        var ofLongJob = await Assert.ThrowsAsync<InvalidOperationException>(() => client.SubmitLongJobAsync(new PathAction(template, values), TestContext.Current.CancellationToken));
        Assert.Equal((message, message), (e.Message, ofLongJob.Message));
        Assert.Empty(server.Calls);
    }

    private sealed class PathAction(string path, string[] values) : ZStackAction<StartVmInstanceAction.Result>
    {
        public override ApiDescriptor Api { get; } = new("Paths", "GET", path, ApiTraits.RequiresSession);

        protected override void WritePath(ref PathWriter path)
        {
            for (int i = 0; i < values.Length; i++)
                path.Segment("v" + i, values[i]);
        }

        protected override StartVmInstanceAction.Result ReadResult(ref JsonReader reader) => StartVmInstanceAction.Result.Read(ref reader);
    }
}
