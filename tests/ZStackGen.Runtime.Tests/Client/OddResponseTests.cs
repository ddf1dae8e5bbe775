using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using CsCheck;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

/// <summary>Every response, however odd, gives a result or a typed exception, and every operation ends.</summary>
public class OddResponseTests
{
    private const string Uuid = "0123456789abcdef0123456789abcdef";

    private static readonly int[] s_statuses = [200, 200, 200, 200, 201, 202, 202, 203, 204, 205, 206, 226, 299, 300, 301, 302, 303, 304, 305, 307, 308, 400, 401, 403, 403, 404, 405, 408, 409, 413, 417, 418, 429, 499, 500, 502, 503, 503, 504, 511, 599, 600, 999];

    private static readonly string[] s_texts =
    [
        "", " ", "{}", "{ }\r\n", "null", "[]", "true", "0", "\"\"", "{", "[", "\"", "{\"", "{\"error\"", "<html>Apache Tomcat</html>", "Duplicate job uuid[x]", "the job has been expired", "requestTimeTooSkewed", "\0\0\0",
        """{"error":null}""", """{"error":{}}""", """{"error":[]}""", """{"error":"text"}""", """{"error":{"code":1e400}}""", """{"error":{"code":null,"details":null}}""", """{"error":{"code":"ID.1001"}}""",
        """{"error":{"code":"ID.1001\r\nX: y","details":"\u0000\ud800\n"}}""", """{"error":{"code":"SYS.1010","details":"d","cause":{"code":7,"cause":[]},"causes":[null,{}],"opaque":[]}}""", """{"error":{"code":"LONG_JOB.1001"}}""",
        """{"error":{"code":"SYS.1007","messages":{"message_cn":[],"distance":1e400},"causes":{}}}""",
        """{"inventory":null}""", """{"inventory":{}}""", """{"inventory":[]}""", """{"inventory":{"uuid":null}}""", $$$"""{"inventory":{"uuid":"{{{Uuid}}}","uuid":7,"state":"Succeeded","jobResult":"{"}}""", """{"inventory":{"uuid":"\ud800"}}""",
        """{"inventory":{"uuid":"u","createDate":"Feb 30, 2023 99:99:99 PM","lastOpDate":1e400,"state":{}}}""", """{"inventory":{"uuid":"u","createDate":"Nov 14, 9999999999 10:20:57 PM"}}""",
        """{"inventories":null}""", """{"inventories":[]}""", """{"inventories":{}}""", """{"inventories":[null]}""", """{"inventories":[{}]}""", """{"inventories":[[]],"total":-1}""", """{"inventories":[],"total":-1}""", """{"total":-9223372036854775808}""", """{"total":1e400}""", """{"total":"7"}""",
        """{"inventories":[{"uuid":"a"},{"uuid":"a"},{"uuid":"a"}],"total":9223372036854775807}""", """{"inventories":[{"uuid":"b"},{"uuid":"a"}],"total":0,"schema":{"inventories[0]":null}}""",
        $$$"""{"inventories":[{"uuid":"{{{Uuid}}}","state":"Succeeded","jobResult":"Succeeded"}]}""", $$$"""{"inventories":[{"uuid":"{{{Uuid}}}","state":"Failed","jobResult":"{\"cause\":{\"cause\":[]}}"}]}""", $$$"""{"inventories":[{"uuid":"{{{Uuid}}}","state":"Running","apiId":"../..","executeTime":1e400}]}""",
        $$$"""{"inventories":[{"uuid":"{{{Uuid}}}","state":"Canceled","jobResult":{}}]}""", $$$"""{"inventories":[{"uuid":"{{{Uuid}}}","state":"","jobResult":"\u0000"}]}""",
        """{"results":null}""", """{"results":[]}""", """{"results":[null,{}]}""", """{"results":[{"inventories":[null],"total":1e400,"inventoryCounts":[[],[null],[{},"x"]]}]}""", """{"results":[{"name":7,"inventoryAggregateFunctions":{}},[]]}""",
        """{"location":null}""", """{"location":7,"apiTimeout":1e400}""", """{"location":"http://h/zstack/v1/api-jobs/","apiTimeout":-1}""", """{"location":"/v1/api-jobs/..","apiTimeout":9223372036854775807}""", """{"location":"/v1/api-jobs/abc","apiTimeout":1}""", """{"location":"mailto:x"}""",
        """{"version":null}""", """{"version":"99999999999.1"}""", """{"version":"5"}""", """{"version":"x","supportApis":[null,7]}""", """{"timezone":"Not/AZone","offset":"99:99"}""", """{"timezone":"\u0000","offset":null}""", """{"offset":"+08:00"}""",
        """{"currentTime":{"MillionSeconds":9223372036854775807,"Seconds":1e400}}""", """{"currentTime":{"MillionSeconds":-9223372036854775808}}""", """{"currentTime":[]}""", """{"a":1,"a":{},"":[],"schema":{"":7,"a[9999999999999]":"x"}}""",
        new string('[', 5000), string.Concat(Enumerable.Repeat("{\"a\":", 5000)), string.Concat(Enumerable.Repeat("{\"error\":{\"cause\":", 500)), "{\"error\":" + string.Concat(Enumerable.Repeat("{\"cause\":", 60)) + "{}" + new string('}', 61),
        "{\"" + new string('x', 70_000) + "\":1e" + new string('9', 5000) + "}", "{} {}", "{}\u0000", "\u2028{}",
    ];

    private static readonly (string Name, string Value)[] s_headers =
    [
        ("Location", ""), ("Location", "http://"), ("Location", "//evil.example/x"), ("Location", "/x"), ("Location", "mailto:a@b"), ("Location", "javascript:alert(1)"), ("Location", "http://[::1%25eth0]:99999/"), ("Location", "http://\u00fc.example/"),
        ("Location", "http://xn--\u00ff/"), ("Location", "urn:x:y"), ("Location", "file:///etc/passwd"), ("Location", "http://user:s3cret-pass@h/"), ("Location", "data:,x"), ("Location", "http:\\\\h\\x"), ("Location", "http://a..b/"), ("Location", new string('x', 70_000)),
        ("Retry-After", "-1"), ("Retry-After", "99999999999999999999"), ("Retry-After", "2147483647"), ("Retry-After", "1e3"), ("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT"), ("Retry-After", "Mon, 01 Jan 0001 00:00:00 GMT"),
        ("Date", "Fri, 31 Dec 9999 23:59:59 GMT"), ("Date", "Mon, 01 Jan 0001 00:00:00 GMT"), ("Date", "yesterday"), ("Set-Cookie", "a=b; Domain=evil.example"), ("X-Large", new string('y', 60_000)), ("X-\u00fc", "\u00fc"), ("Transfer-Encoding", "gzip"), ("WWW-Authenticate", "Basic"),
        ("Content-Type", "text/html; charset=utf-16"), ("Content-Type", "application/json; charset=nonsense"), ("Content-Type", ";;;"), ("Content-Encoding", "br"), ("Content-Encoding", "gzip, gzip"), ("Content-Range", "bytes 0-1/2"), ("Content-Length", "0"),
    ];

    private static readonly Func<string, byte[]>[] s_encodings =
    [
        Encoding.UTF8.GetBytes, Encoding.UTF8.GetBytes, Encoding.UTF8.GetBytes, Encoding.UTF8.GetBytes,
        text => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], text => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], text => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)], Encoding.UTF32.GetBytes,
        text => [.. Encoding.UTF8.GetBytes(text)[..(Encoding.UTF8.GetByteCount(text) / 2)], 0xC3, 0x28, 0xFF], text => [.. "\r\n \t"u8, .. Encoding.UTF8.GetBytes(text)],
    ];

    private static readonly (string Name, Func<ZStackClient, CancellationToken, Task> Run)[] s_operations =
    [
        ("call", (client, stop) => client.CallAsync(new QueryVmInstanceAction(), stop)),
        ("job", (client, stop) => client.CallAsync(new CreateZoneAction { Name = "z" }, stop)),
        ("try", (client, stop) => client.TryCallAsync(new CreateZoneAction { Name = "z" }, stop)),
        ("start", async (client, stop) => await (await client.StartAsync(new CreateZoneAction { Name = "z" }, stop)).WaitAsync(new Progress<ZStackJobState>(), stop)),
        ("state", (client, stop) => client.ResumeJob<ZoneResult>(Uuid).GetStateAsync(stop)),
        ("resume", (client, stop) => client.ResumeJob<ZStackRawResult>(Uuid).WaitAsync(stop)),
        ("dry run", (client, stop) => client.DryRunAsync(new CreateZoneAction { Name = "z" }, stop)),
        ("raw", (client, stop) => client.CallAsync(new ZStackRawAction("GetX", "GET", "/v1/x"), stop)),
        ("list", (client, stop) => client.Query(VmInstanceInventory.Query, stop).ToListAsync(stop)),
        ("order", (client, stop) => client.Query(VmInstanceInventory.Query.OrderBy(f => f.Name).Take(3), stop).ToListAsync(stop)),
        ("count", (client, stop) => client.Query(VmInstanceInventory.Query, stop).CountAsync(stop)),
        ("page", (client, stop) => client.Query(VmInstanceInventory.Query.Take(1), stop).GetPageAsync(stop)),
        ("get", (client, stop) => client.GetAsync(VmInstanceInventory.Query, Uuid, stop)),
        ("zql", (client, stop) => client.QueryZqlAsync(Zql.Query("zone"), stop)),
        ("submit", async (client, stop) => await (await client.SubmitLongJobAsync(new CreateZoneAction { Name = "z" }, stop)).WaitAsync(stop)),
        ("long", (client, stop) => client.ResumeLongJob<ZoneResult>(Uuid).TryWaitAsync(stop)),
        ("cancel", (client, stop) => client.ResumeLongJob<ZoneResult>(Uuid).CancelAsync(stop)),
        ("login", (client, stop) => client.LogInAsync(stop)),
        ("version", (client, stop) => client.GetServerVersionAsync(stop)),
        ("apis", (client, stop) => client.GetSupportedApisAsync(stop)),
        ("zone", (client, stop) => client.LearnServerTimeZoneAsync(stop)),
    ];

    private static readonly Gen<(int Status, int Text, int Encoding, int Header)> s_response =
        Gen.Select(Gen.Int[0, s_statuses.Length - 1], Gen.Int[0, s_texts.Length - 1], Gen.Int[0, s_encodings.Length - 1], Gen.Int[0, 2 * s_headers.Length]);

    [Fact]
    public async Task Every_operation_ends_with_a_result_or_a_typed_exception()
    {
        await Gen.Select(Gen.Int[0, s_operations.Length - 1], Gen.Int[0, 2], s_response.Array[1, 4]).SampleAsync(
            async (operation, credential, responses) =>
            {
                int next = -1;
                using var server = new StubServer();
                HttpResponseMessage Response() => Make(responses[Interlocked.Increment(ref next) % responses.Length]);
                server.Answer = _ => Response();
                if (credential == 0)
                    server.LogIn = _ => Response();
                var client = server.Client(o =>
                {
                    o.Credential = credential == 1 ? ZStackCredential.AccessKey("id", "s3cret-key") : o.Credential;
                    o.ServerTimeZone = credential == 2 ? TimeZoneInfo.Utc : null;
                    o.JobTimeout = TimeSpan.FromMinutes(1);
                    o.MaxPollOutage = TimeSpan.FromSeconds(20);
                });
                try
                {
                    await server.Pass(Task.Run(() => s_operations[operation].Run(client, CancellationToken.None)));
                }
                catch (ZStackException e)
                {
                    Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
                }

                await server.Pass(client.DisposeAsync().AsTask());
            },
            iter: 3000,
            print: sample => s_operations[sample.Item1].Name + " " + sample.Item2 + string.Concat(sample.Item3.Select(r => "\n" + s_statuses[r.Status] + " " + r.Encoding + " " + (r.Header < s_headers.Length ? s_headers[r.Header].ToString() : "") + " " + s_texts[r.Text][..Math.Min(200, s_texts[r.Text].Length)])));
    }

    private static HttpResponseMessage Make((int Status, int Text, int Encoding, int Header) odd)
    {
        var response = new HttpResponseMessage((HttpStatusCode)s_statuses[odd.Status]) { Content = new ByteArrayContent(s_encodings[odd.Encoding](s_texts[odd.Text])) };
        if (odd.Header < s_headers.Length)
        {
            (string name, string value) = s_headers[odd.Header];
            _ = response.Headers.TryAddWithoutValidation(name, value) || response.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
