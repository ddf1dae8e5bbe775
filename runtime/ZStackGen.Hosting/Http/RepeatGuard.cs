using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Http;

namespace ZStack.Hosting;

// Refuses to send a request a second time that a handler in between repeats: a resend by the client is a request of its own.
// A read may be repeated. A call that changes something would happen twice, or be refused as a duplicate (PROTOCOL.md §3.1).
internal sealed class RepeatGuard : DelegatingHandler
{
    public RepeatGuard(HttpMessageHandler inner)
        : base(inner)
    {
    }

    public static void Install(HttpMessageHandlerBuilder builder)
    {
        builder.PrimaryHandler = new RepeatGuard(builder.PrimaryHandler);
        builder.AdditionalHandlers.Insert(0, new Stamp());
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get && Sendings.Of(request) is { } sendings && Interlocked.Increment(ref sendings.Count) > 1)
        {
            throw new InvalidOperationException(
                "A handler of the HttpClient sent a ZStack call a second time, which could make it happen twice. The client resends by itself what can be resent "
                + "(ZStackClientOptions.MaxRetries): add no AddStandardResilienceHandler, AddStandardHedgingHandler or other retry to what AddZStack returned.");
        }

        return base.SendAsync(request, cancellationToken);
    }

    // Before all other handlers: whatever they copy of the request, they copy this reference.
    private sealed class Stamp : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sendings.Attach(request);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Sendings
    {
        private const string Name = "ZStack.Sendings";
#if NET8_0_OR_GREATER
        private static readonly HttpRequestOptionsKey<Sendings> s_key = new(Name);
#endif

        public int Count;

#if NET8_0_OR_GREATER
        public static void Attach(HttpRequestMessage request) => request.Options.Set(s_key, new Sendings());

        public static Sendings? Of(HttpRequestMessage request) => request.Options.TryGetValue(s_key, out Sendings? sendings) ? sendings : null;
#else
        public static void Attach(HttpRequestMessage request) => request.Properties[Name] = new Sendings();

        public static Sendings? Of(HttpRequestMessage request) => request.Properties.TryGetValue(Name, out object? sendings) ? sendings as Sendings : null;
#endif
    }
}
