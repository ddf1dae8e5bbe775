using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Http;

namespace ZStack.Hosting;

// Rejects a request that another handler sends a second time; a retry by the client is a new request. Reads may be repeated. A call that changes
// something would be executed twice, or be refused as a duplicate (PROTOCOL.md §3.1).
internal sealed class RetryGuard : DelegatingHandler
{
    public RetryGuard(HttpMessageHandler inner)
        : base(inner)
    {
    }

    public static void Install(HttpMessageHandlerBuilder builder)
    {
        builder.PrimaryHandler = new RetryGuard(builder.PrimaryHandler);
        builder.AdditionalHandlers.Insert(0, new Stamp());
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get && SendCount.Of(request) is { } sends && Interlocked.Increment(ref sends.Count) > 1)
        {
            throw new InvalidOperationException(
                "A handler of the HttpClient sent a ZStack call a second time, so the server could execute it twice. The client retries calls itself where that is safe "
                + "(ZStackClientOptions.MaxRetries): remove AddStandardResilienceHandler, AddStandardHedgingHandler and other retries from the builder that AddZStack returns.");
        }

        return base.SendAsync(request, cancellationToken);
    }

    // Runs before all other handlers, so that copies of the request share the counter.
    private sealed class Stamp : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            SendCount.Attach(request);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class SendCount
    {
        private const string Name = "ZStack.SendCount";
#if NET8_0_OR_GREATER
        private static readonly HttpRequestOptionsKey<SendCount> s_key = new(Name);
#endif

        public int Count;

#if NET8_0_OR_GREATER
        public static void Attach(HttpRequestMessage request) => request.Options.Set(s_key, new SendCount());

        public static SendCount? Of(HttpRequestMessage request) => request.Options.TryGetValue(s_key, out SendCount? sends) ? sends : null;
#else
        public static void Attach(HttpRequestMessage request) => request.Properties[Name] = new SendCount();

        public static SendCount? Of(HttpRequestMessage request) => request.Properties.TryGetValue(Name, out object? sends) ? sends as SendCount : null;
#endif
    }
}
