using System;
using System.Net.Http;

namespace ZStack;

// Looks along a chain of message handlers, which the client may not have made.
internal static class HandlerChain
{
    // A handler that follows redirects by itself would carry the credential to wherever a response points.
    public static void RequireNoRedirects(HttpMessageHandler handler)
    {
        for (HttpMessageHandler? link = handler; link is not null; link = (link as DelegatingHandler)?.InnerHandler)
        {
            if (Follows(link))
                throw new ArgumentException($"The {link.GetType().Name} follows redirects, which would carry the credential to another server. Set AllowAutoRedirect to false in it, or use the handler of ZStackClientOptions.CreateHandler.");
        }
    }

    // Puts the guard before the last handler of a chain, so that no handler above can send a request elsewhere. A single handler needs none.
    public static void Guard(HttpMessageHandler handler)
    {
        if (handler is not DelegatingHandler last)
            return;
        while (last.InnerHandler is DelegatingHandler next)
        {
            if (next is OriginGuard)
                return;
            last = next;
        }

        if (last is OriginGuard || last.InnerHandler is not { } end)
            return;
        try
        {
            last.InnerHandler = new OriginGuard { InnerHandler = end };
        }
        catch (InvalidOperationException)
        {
            // The chain is in use already and cannot be changed; the checks of each response remain.
        }
    }

    // Whether an exception says that a handler was disposed, rather than a connection.
    public static bool IsDisposed(ObjectDisposedException fault, HttpMessageHandler handler)
    {
        for (HttpMessageHandler? link = handler; link is not null; link = (link as DelegatingHandler)?.InnerHandler)
        {
            if (fault.ObjectName == link.GetType().FullName || fault.ObjectName == link.GetType().Name)
                return true;
        }

        return fault.ObjectName.StartsWith("System.Net.Http.", StringComparison.Ordinal) && fault.ObjectName.EndsWith("Handler", StringComparison.Ordinal);
    }

    // Whether the last handler states the current span in `traceparent` by itself.
    public static bool PropagatesSpans(HttpMessageHandler handler)
    {
        HttpMessageHandler link = handler;
        while (link is DelegatingHandler { InnerHandler: { } inner })
            link = inner;
#if NET8_0_OR_GREATER
        return link is SocketsHttpHandler { ActivityHeadersPropagator: not null } or HttpClientHandler;
#else
        return false;
#endif
    }

    private static bool Follows(HttpMessageHandler handler)
    {
#if NET8_0_OR_GREATER
        if (handler is SocketsHttpHandler sockets)
            return sockets.AllowAutoRedirect;
#endif
        return handler is HttpClientHandler { AllowAutoRedirect: true };
    }
}
