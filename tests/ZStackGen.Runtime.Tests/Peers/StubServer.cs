using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack.Tests.Peers;

public sealed record Request(string Method, Uri Url, string? Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Line => Method + " " + Url.PathAndQuery;

    public string? Authorization => Headers.GetValueOrDefault("Authorization");

    public string? JobId => Headers.GetValueOrDefault("X-Job-UUID");
}

// An in-memory server: it responds to the login itself and to all other requests as the test specifies.
public sealed class StubServer : HttpMessageHandler
{
    public const string Base = "http://mn.example:8080";
    private const int Most = 50_000;
    private int _sessions;
    private int _received;

    public ConcurrentQueue<Request> Requests { get; } = new();

    public VirtualClock Clock { get; } = new(new DateTimeOffset(2023, 11, 14, 22, 13, 20, TimeSpan.Zero));

    public Func<Request, HttpResponseMessage> Answer { get; set; } = _ => Json(200, "{}");

    public Func<Request, CancellationToken, Task<HttpResponseMessage>>? AnswerAsync { get; set; }

    public Func<string, HttpResponseMessage>? LogIn { get; set; }

    public int Logins => _sessions;

    public IEnumerable<Request> Calls => Requests.Where(r => !r.Url.AbsolutePath.Contains("login", StringComparison.Ordinal) && !r.Url.AbsolutePath.Contains("/sessions/", StringComparison.Ordinal));

    public IEnumerable<string> Lines => Requests.Select(r => r.Line);

    public static HttpResponseMessage Json(int status, string json) => Text(status, json);

    // ZStack sends no Content-Type.
    public static HttpResponseMessage Text(int status, string text, string? contentType = null)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) };
        if (contentType is not null)
            response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return response;
    }

    public static HttpResponseMessage Error(string code, string details = "it is so") => Json(503, $$$"""{"error":{"code":"{{{code}}}","description":"d","details":"{{{details}}}"}}""");

    public static HttpResponseMessage Accepted(string? jobId, string timeout = "1800000")
        => Json(202, $$"""{"location":"http://10.9.8.7:1/zstack/v1/api-jobs/{{jobId}}","apiTimeout":{{timeout}}}""");

    public ZStackClientOptions Options(Action<ZStackClientOptions>? change = null)
    {
        var options = new ZStackClientOptions
        {
            BaseAddress = Base,
            Credential = ZStackCredential.Password("admin", "s3cret-pass"),
            ServerTimeZone = TimeZoneInfo.Utc,
            TimeProvider = Clock,
            HandlerFactory = () => this,
        };
        change?.Invoke(options);
        return options;
    }

    public ZStackClient Client(Action<ZStackClientOptions>? change = null) => new(Options(change));

    // Advances the clock until the task has completed.
    public async Task<T> Pass<T>(Task<T> task, TimeSpan? step = null)
    {
        await Pass((Task)task, step);
        return await task;
    }

    public async Task Pass(Task task, TimeSpan? step = null)
    {
        var waited = Stopwatch.StartNew();
        for (int steps = 0, idle = 0; !task.IsCompleted;)
        {
            if (Clock.IsAwaited)
            {
                idle = 0;
                waited.Restart();
                if (++steps > 100_000)
                    throw new InvalidOperationException("The task does not end, however much time passes.");
                Clock.Advance(step ?? TimeSpan.FromMilliseconds(500));
            }
            else if (waited.Elapsed > TimeSpan.FromMinutes(1))
            {
                throw new InvalidOperationException("The task waits for something else than time.");
            }

            // A loop that only yields could starve the thread pool.
            if (++idle % 1000 == 0)
                await Task.Delay(1);
            else
                await Task.Yield();
        }

        await task;
    }

    // Advances the clock until a condition holds.
    public async Task Until(Func<bool> holds)
    {
        for (int turns = 0; !holds(); turns++)
        {
            if (turns > 1_000_000)
                throw new InvalidOperationException("What the test waits for does not come about, however much time passes.");
            if (Clock.IsAwaited)
                Clock.Advance(TimeSpan.FromMilliseconds(500));
            if (turns % 1000 == 999)
                await Task.Delay(1);
            else
                await Task.Yield();
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string? body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(h => h.Key, h => string.Join(" ", h.Value), StringComparer.OrdinalIgnoreCase);
        var recorded = new Request(request.Method.Method, request.RequestUri!, body, headers);
        Requests.Enqueue(recorded);
        // A client that does not stop would keep the test's thread forever: the responses here take no time.
        if (Interlocked.Increment(ref _received) > Most)
            throw new InvalidOperationException("The client has sent " + Most + " requests and does not stop.");
        if (request.RequestUri!.AbsolutePath.EndsWith("/v1/accounts/login", StringComparison.Ordinal))
        {
            string session = "session-number-" + Interlocked.Increment(ref _sessions);
            return LogIn?.Invoke(session) ?? Session(session);
        }

        return AnswerAsync is not null ? await AnswerAsync(recorded, cancellationToken) : Answer(recorded);
    }

    public static HttpResponseMessage Session(string uuid)
        => Json(200, $$$"""{"inventory":{"uuid":"{{{uuid}}}","accountUuid":"a","userUuid":"u","expiredDate":"Nov 15, 2023 12:13:20 AM","createDate":"Nov 14, 2023 10:13:20 PM"}}""");
}
