using System;

namespace ZStack.Simulation.Answers;

/// <summary>Ends a request with a plain text, as a ZStack does for everything but business errors (PROTOCOL.md §4).</summary>
internal sealed class PlainTextException(int status, string text) : Exception(text)
{
    public int Status { get; } = status;

    public string Text { get; } = text;
}
