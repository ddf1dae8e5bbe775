using System;
using System.Collections.Generic;

namespace ZStack;

// Redacts what exceptions of handlers and of the framework say: they may quote the request.
internal readonly struct FaultRedaction(SecretRedactor redactor, IReadOnlyList<string> secrets)
{
    public string Of(string text) => redactor.Apply(text, secrets)!;

    // The exception itself, unless a message in it has a secret.
    public Exception Of(Exception fault)
    {
        for (Exception? e = fault; e is not null; e = e.InnerException)
        {
            if (Of(e.Message) != e.Message)
                return new RedactedException(fault.GetType().Name + ": " + Of(fault.Message), fault.InnerException is { } inner ? Of(inner) : null);
        }

        return fault;
    }
}

// Takes the place of an exception whose message has a secret.
#pragma warning disable CA1032, CA1064 // made here only
internal sealed class RedactedException(string message, Exception? inner) : Exception(message, inner)
{
}
#pragma warning restore CA1032, CA1064
