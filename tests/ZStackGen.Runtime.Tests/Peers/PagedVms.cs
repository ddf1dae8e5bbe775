using System;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using System.Web;

namespace ZStack.Tests.Peers;

// A server of VM instances that pages like ZStack: by `uuid>`, limit, start, count.
public sealed class PagedVms
{
    public PagedVms(int count)
    {
        All = [.. Enumerable.Range(0, count).Select(static i => i.ToString("x32"))];
        Server = new StubServer { AnswerAsync = AnswerAsync };
    }

    public StubServer Server { get; }

    public List<string> All { get; }

    // Called before the response to each result page, with the number of the page from 0.
    public Func<int, CancellationToken, Task> Before { get; set; } = static (_, _) => Task.CompletedTask;

    // Writes the VM instance with a UUID.
    public Func<string, string> Write { get; set; } = static uuid => $$"""{"uuid":"{{uuid}}"}""";

    public int Pages { get; private set; }

    public static NameValueCollection Parameters(Request request) => HttpUtility.ParseQueryString(request.Url.Query);

    public ZStackClient Client() => Server.Client(static options =>
    {
        options.Credential = ZStackCredential.Session("0123456789abcdef0123456789abcdef");
        options.MaxRetries = 0;
    });

    private async Task<HttpResponseMessage> AnswerAsync(Request request, CancellationToken cancellationToken)
    {
        await Before(Pages++, cancellationToken);
        NameValueCollection parameters = Parameters(request);
        IEnumerable<string> found = All.Order(StringComparer.Ordinal);
        foreach (string condition in parameters.GetValues("q") ?? [])
        {
            (_, string sign, string value) = ServerReading.Condition(condition);
            found = sign switch
            {
                "=" => found.Where(uuid => uuid == value),
                ">" => found.Where(uuid => string.CompareOrdinal(uuid, value) > 0),
                "?=" => found.Where(value.Split(',').ToHashSet().Contains),
                _ => found,
            };
        }

        if (parameters["count"] == "true")
            return StubServer.Json(200, $$"""{"total":{{found.Count()}}}""");
        int total = found.Count();
        found = found.Skip(int.Parse(parameters["start"] ?? "0")).Take(int.Parse(parameters["limit"]!));
        string suffix = parameters["replyWithCount"] == "true" ? $",\"total\":{total}" : "";
        return StubServer.Json(200, "{\"inventories\":[" + string.Join(",", found.Select(Write)) + "]" + suffix + "}");
    }
}
