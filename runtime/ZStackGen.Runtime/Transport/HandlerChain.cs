using System;
using System.Net.Http;

namespace ZStack;

// Inspects a chain of message handlers, which the application may have created.
internal static class HandlerChain
{
    // A handler that follows redirects would send the credential to the address in a response.
    public static void RequireNoRedirects(HttpMessageHandler handler)
    {
        for (HttpMessageHandler? link = handler; link is not null; link = (link as DelegatingHandler)?.InnerHandler)
        {
            if (Follows(link))
                throw new ArgumentException($"The {link.GetType().Name} follows redirects, which would send the credential to another server. Set its AllowAutoRedirect to false, or use the handler of ZStackClientOptions.CreateHandler.");
        }
    }

    // Inserts the guard before the last handler of a chain, so that no handler before it can send a request elsewhere. A single handler needs none.
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
            // The chain is already in use and cannot be changed. The checks of each response still apply.
        }
    }

    // Whether the exception reports a disposed handler rather than a disposed connection.
    public static bool IsDisposed(ObjectDisposedException fault, HttpMessageHandler handler)
    {
        for (HttpMessageHandler? link = handler; link is not null; link = (link as DelegatingHandler)?.InnerHandler)
        {
            if (fault.ObjectName == link.GetType().FullName || fault.ObjectName == link.GetType().Name)
                return true;
        }

        return fault.ObjectName.StartsWith("System.Net.Http.", StringComparison.Ordinal) && fault.ObjectName.EndsWith("Handler", StringComparison.Ordinal);
    }

    // Whether the last handler adds the current span as `traceparent`.
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
