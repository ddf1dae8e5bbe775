using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ZStackGen.Explorer.Apis;

/// <summary>The resources in the examples of the queries. The simulator starts with them, so a call that names one of them works.</summary>
internal sealed class ExampleResources
{
    private readonly Dictionary<string, ApiEntry> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ApiEntry> _byResource = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Collects the queries of <paramref name="apis"/>.</summary>
    public ExampleResources(IEnumerable<ApiEntry> apis)
    {
        foreach (ApiEntry api in apis.Where(static api => api.Action.IsQuery))
        {
            _byPath.TryAdd(api.Action.Path, api);
            if (api.Action.QueryElement?.Name is { } element)
                _byResource.TryAdd(element.EndsWith("Inventory", StringComparison.Ordinal) ? element[..^"Inventory".Length] : element, api);
        }
    }

    /// <summary>Gets the query that lists the resources a parameter refers to; <see langword="null"/> if there is none.</summary>
    /// <param name="path">The path of the API. Its first segments say which resource a bare <c>uuid</c> identifies.</param>
    /// <param name="parameter">The parameter's name.</param>
    public ApiEntry? QueryFor(string path, string parameter)
    {
        if (parameter is "uuid" or "uuids")
        {
            int variable = path.IndexOf("/{", StringComparison.Ordinal);
            return _byPath.GetValueOrDefault(variable < 0 ? path : path[..variable]);
        }

        string stem = parameter.EndsWith("Uuids", StringComparison.Ordinal) ? parameter[..^5] : parameter.EndsWith("Uuid", StringComparison.Ordinal) ? parameter[..^4] : "";
        // An ISO is an image. hostUuid and lastHostUuid both identify a host.
        for (int i = 0; i < stem.Length; i++)
        {
            if ((i == 0 || char.IsAsciiLetterUpper(stem[i])) && _byResource.TryGetValue(stem[i..], out ApiEntry? query))
                return query;
        }

        return stem.Equals("iso", StringComparison.OrdinalIgnoreCase) ? _byResource.GetValueOrDefault("Image") : null;
    }

    /// <summary>Gets a UUID for a parameter: that of an example resource, or else an unused UUID derived from the name.</summary>
    public string UuidFor(string path, string parameter)
    {
        if ((QueryFor(path, parameter)?.ResponseExample?["inventories"] as JsonArray)?.FirstOrDefault() is JsonObject first
            && first["uuid"] is JsonValue uuid && uuid.TryGetValue(out string? text))
            return text;
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(parameter));
        // ZStack accepts only UUIDs of versions 1 to 5 (PROTOCOL.md §1.1).
        hash[6] = (byte)((hash[6] & 0x0F) | 0x40);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return Convert.ToHexString(hash.AsSpan(0, 16)).ToLowerInvariant();
    }
}
