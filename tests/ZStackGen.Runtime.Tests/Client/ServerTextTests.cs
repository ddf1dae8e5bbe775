using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

/// <summary>Text of a server is one line of limited length in messages, and controls neither a terminal nor the direction of the text.</summary>
public class ServerTextTests
{
    // A forged log line, a terminal escape, a C1 control, a line separator, a reversed text, an isolate, a byte order mark, a tag character, and half a character.
    private const string Hostile = "bad\r\n2026-01-01 INFO all is well\u001b[2J\u009b31m\u2028next\u202Ereversed\u2066\uFEFF\U000E0041\uD83D end\u0000";

    private static readonly string[] s_unsafe = ["\r", "\n", "\u001b", "\u009b", "\u2028", "\u202e", "\u2066", "\ufeff", "\U000E0041", "\0"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Json(string text) => JsonSerializer.Serialize(text);

    [Fact]
    public async Task An_error_of_the_server_is_one_safe_line()
    {
        string json = $$$"""{"error":{"code":{{{Json("SYS.1\n007")}}},"details":{{{Json(Hostile)}}},"cause":{"description":{{{Json(Hostile)}}}},"causes":[{"details":{{{Json(Hostile)}}}}]}}""";
        var server = new StubServer { Answer = _ => StubServer.Json(503, json) };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackApiException>(() => client.CallAsync(new QueryVmInstanceAction(), Stop));
        AssertSafe(e.ToString().Split(["\r\n", "\n"], StringSplitOptions.None)[0]);
        AssertSafe(e.Message);
        AssertSafe(e.Error.ToString());
        Assert.Contains(@"bad\r\n2026-01-01 INFO all is well\u001b[2J", e.Message, StringComparison.Ordinal);
        // The members keep the text of the server.
        Assert.StartsWith("bad\r\n2026", e.Error.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_all_languages_is_kept()
    {
        const string Text = "名称已存在: Größe, ‏";
        string shown = "ключ 🦊 👩\u200D💻 \\ \"quoted\" '单引号' é";
        var server = new StubServer { Answer = _ => StubServer.Json(503, $$$"""{"error":{"code":"SYS.1007","details":{{{Json(shown)}}}}}""") };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackInvalidParameterException>(() => client.CallAsync(new QueryVmInstanceAction(), Stop));
        Assert.Contains(shown, e.Message, StringComparison.Ordinal);
        Assert.Equal(@"SYS.1007: 名称已存在: Größe, \u200f", new ZStackError { Code = "SYS.1007", Details = Text }.ToString());
    }

    [Fact]
    public async Task A_huge_error_is_shortened_in_the_message_only()
    {
        string details = new('x', 1_000_000);
        string causes = string.Join(",", Enumerable.Repeat($$"""{"code":"SYS.1000","details":"{{new string('y', 1000)}}"}""", 1000));
        var server = new StubServer { Answer = _ => StubServer.Json(503, $$$"""{"error":{"code":"SYS.1006","details":"{{{details}}}","causes":[{{{causes}}}]}}""") };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackApiException>(() => client.CallAsync(new QueryVmInstanceAction(), Stop));
        Assert.InRange(e.Message.Length, 10_000, 20_000);
        Assert.EndsWith("…", e.Message, StringComparison.Ordinal);
        Assert.Equal(details, e.Error.Details);
        Assert.Equal(1000, e.Error.Causes.Count);
    }

    [Fact]
    public async Task A_response_that_cannot_be_read_is_quoted_as_one_safe_line()
    {
        string[] bodies =
        [
            "{\"inventories\":" + Json(Hostile) + "}",
            "{\"inventories\":[{\"" + Json(Hostile).Trim('"') + "\":tr\u001b[2J\u202e}]}",
            "{\"inventories\":\n[7,\n\u202e8]}",
            "<html>\u202e" + Hostile,
            "plain \u202e\u001b[2J",
        ];
        foreach (int status in new[] { 200, 500 })
        {
            foreach (string body in bodies)
            {
                var server = new StubServer { Answer = _ => StubServer.Text(status, body) };
                await using var client = server.Client();
                var e = await Assert.ThrowsAnyAsync<ZStackException>(() => client.CallAsync(new QueryZoneAction(), Stop));
                for (Exception? each = e; each is not null; each = each.InnerException)
                    AssertSafe(each.Message);
                AssertSafe((e as ZStackHttpException)?.Body ?? string.Empty);
            }
        }
    }

    [Fact]
    public async Task A_page_of_a_proxy_with_status_200_is_reported_as_such()
    {
        var server = new StubServer { Answer = _ => StubServer.Text(200, "\r\n <html><body>Sign in</body></html>") };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.CallAsync(new QueryVmInstanceAction(), Stop));
        Assert.Contains("the response is an HTML page of a proxy or web server instead of JSON", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_phrase_and_the_message_of_a_broken_connection_are_safe()
    {
        var server = new StubServer { Answer = _ => { var response = StubServer.Text(418, "no"); response.ReasonPhrase = "tea\u001b[2J\u009b"; return response; } };
        await using var client = server.Client();
        AssertSafe((await Assert.ThrowsAsync<ZStackHttpException>(() => client.CallAsync(new QueryVmInstanceAction(), Stop))).Message);

        server.Answer = _ => throw new HttpRequestException("invalid status line: '" + Hostile + "'");
        var e = await Assert.ThrowsAsync<ZStackTransportException>(() => server.Pass(client.CallAsync(new QueryVmInstanceAction(), Stop)));
        AssertSafe(e.Message);
        AssertSafe(e.InnerException!.Message);
    }

    [Fact]
    public async Task An_error_code_that_is_no_identifier_is_not_an_event_of_its_own()
    {
        var events = new Codes();
        var server = new StubServer();
        server.Answer = r => r.Method == "POST" ? StubServer.Accepted(r.JobId) : StubServer.Json(503, $$$"""{"error":{"code":{{{Json("SYS.\n" + Hostile)}}},"details":"d"}}""");
        await using var client = server.Client(o => o.Observer = events);
        await Assert.ThrowsAsync<ZStackApiException>(() => server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, Stop)));
        Assert.Equal("error", Assert.Single(events.All));
    }

    [Fact]
    public void The_texts_of_states_and_resources_are_safe()
    {
        AssertSafe(new ZStackJobState(ZStackJobPhase.Running, tasks: [new ZStackTaskProgress { TaskName = Hostile }]).ToString());
        AssertSafe(ZStack.Serialization.StructureText.Describe(new VmInstanceInventory(), Hostile, Hostile));
    }

    private static void AssertSafe(string text)
    {
        Assert.All(s_unsafe, unsafeText => Assert.DoesNotContain(unsafeText, text, StringComparison.Ordinal));
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else
                Assert.False(char.IsSurrogate(text[i]) || char.GetUnicodeCategory(text[i]) == UnicodeCategory.Control, text);
        }
    }

    private sealed class Codes : ZStackClientObserver
    {
        public List<string?> All { get; } = [];

        public override void JobEnded(in ZStackClientEvent job) => All.Add(job.Error);
    }
}
