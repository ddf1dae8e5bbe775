using System;
using System.Collections.Generic;
using System.Net.Http;

namespace ZStack.Hosting;

// Removes the resilience handler that ConfigureHttpClientDefaults adds for all clients. Handlers that are added to this client later are kept.
internal static class DefaultResilience
{
    private const string Handler = "Microsoft.Extensions.Http.Resilience.ResilienceHandler";

    public static void Remove(IList<DelegatingHandler> handlers)
    {
        // Compared by name, because this package does not depend on the resilience package.
        for (int i = handlers.Count - 1; i >= 0; i--)
            if (string.Equals(handlers[i].GetType().FullName, Handler, StringComparison.Ordinal))
                handlers.RemoveAt(i);
    }
}
