using System;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ZStack.Simulation.Requests;

/// <summary>The request headers about jobs. See runtime/PROTOCOL.md §3.1.</summary>
internal sealed record JobHeaders(string? JobUuid, string? ApiTimeout, string? WebHook, bool JsonSchema)
{
    public static JobHeaders Read(HttpRequest request) => new(
        Text(request, "X-Job-UUID"),
        Text(request, "X-API-Timeout"),
        Text(request, "X-Web-Hook"),
        request.Headers.ContainsKey("X-JSON-Schema"));

    private static string? Text(HttpRequest request, string name) => request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;
}
