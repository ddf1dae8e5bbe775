using System;
using System.Collections.Generic;

namespace ZStackGen.Faults.Tests.Peers;

/// <summary>A received request.</summary>
public sealed record PeerRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Path => Target.Split('?')[0];

    public bool IsPoll => Path.Contains("/v1/api-jobs/", StringComparison.Ordinal);

    public string? JobId => Headers.GetValueOrDefault("X-Job-UUID");
}
