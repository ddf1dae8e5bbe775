using System;
using System.Collections.Generic;
using System.Net.Http;

namespace ZStack.Hosting;

// Takes out what ConfigureHttpClientDefaults put in for all of an application's clients. What is added to the client itself comes later, and stays.
internal static class DefaultResilience
{
    private const string Handler = "Microsoft.Extensions.Http.Resilience.ResilienceHandler";

    public static void Remove(IList<DelegatingHandler> handlers)
    {
        // By name: this package does not bring the other one along.
        for (int i = handlers.Count - 1; i >= 0; i--)
            if (string.Equals(handlers[i].GetType().FullName, Handler, StringComparison.Ordinal))
                handlers.RemoveAt(i);
    }
}
