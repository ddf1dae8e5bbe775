using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace ZStack.Simulation;

/// <summary>A request that the simulator received, for assertions.</summary>
public sealed class ReceivedCall
{
    internal ReceivedCall(DateTimeOffset time, string method, string path, string query, IReadOnlyDictionary<string, string> headers)
    {
        Time = time;
        Method = method;
        Path = path;
        Query = query;
        Headers = headers;
    }

    /// <summary>Gets the time of the request, by the simulator's clock.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>Gets the HTTP method.</summary>
    public string Method { get; }

    /// <summary>Gets the decoded path, starting with <c>/v1</c>.</summary>
    public string Path { get; }

    /// <summary>Gets the query string as sent, including the <c>?</c>; empty if there is none.</summary>
    public string Query { get; }

    /// <summary>Gets the headers. Their names are compared ignoring case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Gets the text of the body; empty if the request was refused and its body is longer than 64 KiB.</summary>
    public string Body { get; internal set; } = "";

    /// <summary>Gets the name of the called API; <see langword="null"/> for polls and for requests that match no API.</summary>
    public string? Api { get; internal set; }

    /// <summary>Gets the arguments from path, query and body; <see langword="null"/> if the request failed before they were bound.</summary>
    public JsonObject? Arguments { get; internal set; }

    /// <summary>Gets the ID of the job that was polled or started.</summary>
    public string? JobId { get; internal set; }

    /// <summary>Gets the HTTP status code of the response.</summary>
    public int Status { get; internal set; }

    internal SimulatedFault? Fault { get; set; }

    /// <summary>Gets or sets the memory of the call as counted by the log; 0 if the log does not contain the call.</summary>
    internal long CountedSize { get; set; }

    /// <summary>Returns method, path, API and status, but no values that can be secret.</summary>
    public override string ToString() => $"{Method} {Path}{(Api is null ? "" : $" ({Api})")} -> {Status}";
}
