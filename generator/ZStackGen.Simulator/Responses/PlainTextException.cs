using System;

namespace ZStack.Simulation.Responses;

/// <summary>
/// Ends a request with a plain-text response, which a ZStack server uses for all errors except business errors. See runtime/PROTOCOL.md §4.
/// </summary>
internal sealed class PlainTextException(int status, string text) : Exception(text)
{
    public int Status { get; } = status;

    public string Text { get; } = text;
}
