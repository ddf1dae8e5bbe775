using System;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

/// <summary>Large responses that cannot be read. Only the text that a message may quote is redacted.</summary>
public class LargeFaultTests
{
    private const string Secret = "h0rse-battery-staple";
    private static readonly string s_long = new('x', 700_000);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Responses => new()
    {
        // A value of a wrong kind. Its excerpt is the secret or is cut within the secret.
        "{\"a\":\"%l\",\"inventories\":\"%s\"}",
        "{\"a\":\"%l\",\"inventories\":{\"b\":\"" + new string('y', 60) + "%s\"}}",
        // The reason quotes the text from the fault on.
        "{\"a\":\"%l\",\"b\":t%s}",
        "{\"a\":\"%l\",\"b\":1 , \t\r\n %w t%s %l}",
        "{\"a\":\"%l\",\"b\":[t %s %s %s]}",
        // Names in the path, from before the fault.
        "{\"%s\":{\"a\":\"%l\",\"b\":x}}",
        "{\"%n%s%n\":{\"a\":\"%l\",\"b\":x}}",
        "{\"%m\":{\"%m\":{\"%m\":{\"%m\":{\"%m%s\":{\"%s\":{\"a\":\"%l\",\"b\":x}}}}}}}",
        "{\"%s\":{\"%s\":{\"%s\":[\"%l\"",
        "{\"a\":\"%l\",\"%s\":",
    };

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task A_fault_quotes_no_secret_wherever_it_is(string response)
    {
        string json = response.Replace("%l", s_long, StringComparison.Ordinal).Replace("%w", new string(' ', 200_000), StringComparison.Ordinal)
            .Replace("%n", new string('n', 60), StringComparison.Ordinal).Replace("%m", new string('m', 105), StringComparison.Ordinal).Replace("%s", Secret, StringComparison.Ordinal);
        var server = new StubServer { Answer = _ => StubServer.Json(200, json) };
        await using var client = server.Client();
        var action = new ZStackRawAction("Check", "POST", "/v1/x") { Parameters = { ["password"] = Secret } };
        // A query must have a readable list. The response quotes the session.
        var query = new QueryZoneAction { SessionId = Secret };
        foreach (Func<Task> call in new Func<Task>[] { () => client.CallAsync(action, Stop), () => client.CallAsync(query, Stop) })
        {
            if (await Record.ExceptionAsync(call) is not { } e)
                continue;
            Assert.IsType<ZStackProtocolException>(e);
            for (int length = 8; length <= Secret.Length; length++)
                Assert.DoesNotContain(Secret[..length], e.ToString(), StringComparison.Ordinal);
        }
    }

    // Redacting all of a response takes more than ten times its length of memory, and seconds for the largest responses.
    [Theory]
    [InlineData("{\"inventories\":[{\"name\":\"%l\"")]
    [InlineData("{\"inventories\":[{\"name\":\"%l\"x}]}")]
    [InlineData("{\"inventories\":{\"name\":\"%l\"}}")]
    public async Task A_fault_takes_less_memory_than_the_response(string response)
    {
        byte[] json = Encoding.UTF8.GetBytes(response.Replace("%l", new string('x', 8_000_000), StringComparison.Ordinal));
        var server = new StubServer { Answer = _ => new HttpResponseMessage { Content = new ByteArrayContent(json) } };
        await using var client = server.Client();
        await client.LogInAsync(Stop);
        long least = long.MaxValue;
        for (int i = 0; i < 3; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Task call = client.CallAsync(new QueryZoneAction(), Stop);
            Assert.True(call.IsCompleted, "The call must end on this thread, because its memory is measured.");
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            await Assert.ThrowsAsync<ZStackProtocolException>(() => call);
        }

        // The buffer grows by doubling.
        Assert.InRange(least, 0, 8L * json.Length);
    }
}
