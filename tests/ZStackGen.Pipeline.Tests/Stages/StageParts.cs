using System;
using System.Collections.Generic;
using System.Net;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;

namespace ZStack.Tests.Stages;

/// <summary>The surroundings of a single stage: a context on a virtual clock, a call, and a next stage or exchange that records.</summary>
internal static class StageParts
{
    public static ClientContext Context(Action<ZStackClientOptions>? change = null)
    {
        var options = new ZStackClientOptions { BaseAddress = "http://mn.example:8080", ServerTimeZone = TimeZoneInfo.Utc, TimeProvider = new FakeTimeProvider() };
        change?.Invoke(options);
        return new ClientContext(options);
    }

    public static FakeTimeProvider Clock(this ClientContext context) => (FakeTimeProvider)context.Options.TimeProvider;

    public static CallRequest Call(ZStackAction action, ZStackCallOptions? options = null) => new(action, options, new CallBuffers());

    public static ZStackRawAction Action(string method = "POST", ApiTraits traits = ApiTraits.RequiresSession | ApiTraits.Asynchronous) => new("OpenDoor", method, "/v1/doors", traits: traits);

    public static ZStackResponse Success() => new(HttpStatusCode.OK);

    public static RawResponse Response(ExchangeRequest request, int status, string body, TimeSpan? retryAfter = null)
    {
        request.Buffers.Response.Clear();
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        bytes.CopyTo(request.Buffers.Response.GetMemory(bytes.Length));
        request.Buffers.Response.Advance(bytes.Length);
        return new RawResponse(request.Server, (HttpStatusCode)status, null, request.Buffers, null) { RetryAfter = retryAfter };
    }

    /// <summary>A stage that records its calls and returns results for them.</summary>
    public sealed class NextStage(Func<CallRequest, Submission>? answer = null) : ICallStage
    {
        public List<CallRequest> Calls { get; } = [];

        public ValueTask<Submission> RunAsync(CallRequest call, CancellationToken cancellationToken)
        {
            Calls.Add(call);
            return new ValueTask<Submission>(answer?.Invoke(call) ?? new Submission(Success(), call.Ticket));
        }
    }

    /// <summary>An exchange that records its requests and returns responses in order. The last response is repeated.</summary>
    public sealed class NextExchange(params Func<ExchangeRequest, RawResponse>[] answers) : IExchange
    {
        public List<ExchangeRequest> Requests { get; } = [];

        public ValueTask<RawResponse> SendAsync(ExchangeRequest request, CancellationToken cancellationToken)
        {
            Requests.Add(request);
            return new ValueTask<RawResponse>(answers[Math.Min(Requests.Count, answers.Length) - 1](request));
        }
    }
}
