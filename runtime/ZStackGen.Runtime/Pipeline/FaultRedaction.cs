using System;
using System.Collections.Generic;

namespace ZStack;

// Redacts the messages of exceptions from handlers and the framework, which may quote the request and the response.
internal readonly struct FaultRedaction(SecretRedactor redactor, IReadOnlyList<string> secrets)
{
    public string Of(string text) => ServerText.Of(redactor.Apply(text, secrets));

    // Returns the exception itself, unless one of its messages contains a secret or an unsafe character. The framework breaks some of its own lines.
    public Exception Of(Exception fault)
    {
        for (Exception? e = fault; e is not null; e = e.InnerException)
        {
            if (ServerText.Of(redactor.Apply(e.Message, secrets), keepsLines: true) != e.Message)
                return new RedactedException(fault.GetType().Name + ": " + Of(fault.Message), fault.InnerException is { } inner ? Of(inner) : null);
        }

        return fault;
    }
}

// Replaces an exception if its message contains a secret or an unsafe character.
#pragma warning disable CA1032, CA1064 // created only in this file
internal sealed class RedactedException(string message, Exception? inner) : Exception(message, inner)
{
}
#pragma warning restore CA1032, CA1064
