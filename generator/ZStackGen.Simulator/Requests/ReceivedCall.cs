using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace ZStack.Simulation;

/// <summary>One request as the simulator got it, for assertions.</summary>
public sealed class ReceivedCall
{
    internal ReceivedCall(DateTimeOffset time, string method, string path, string query, IReadOnlyDictionary<string, string> headers, string body)
    {
        Time = time;
        Method = method;
        Path = path;
        Query = query;
        Headers = headers;
        Body = body;
    }

    /// <summary>When it came, by the simulator's clock.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The decoded path from <c>/v1</c> on.</summary>
    public string Path { get; }

    /// <summary>The query string as sent, with its <c>?</c>; empty when there is none.</summary>
    public string Query { get; }

    /// <summary>The headers; names compare without case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body's text.</summary>
    public string Body { get; }

    /// <summary>The API that was called; <see langword="null"/> for polls and for what matched no API.</summary>
    public string? Api { get; internal set; }

    /// <summary>The arguments as the API got them, from path, query and body; <see langword="null"/> when the call did not get that far.</summary>
    public JsonObject? Arguments { get; internal set; }

    /// <summary>The job that was polled or started.</summary>
    public string? JobId { get; internal set; }

    /// <summary>The status that was answered.</summary>
    public int Status { get; internal set; }

    internal SimulatedFault? Fault { get; set; }

    /// <summary>Method, path, API and status; nothing that may be secret.</summary>
    public override string ToString() => $"{Method} {Path}{(Api is null ? "" : $" ({Api})")} -> {Status}";
}
