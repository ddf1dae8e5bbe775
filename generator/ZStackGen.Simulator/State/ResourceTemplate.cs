using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ZStack.Simulation.State;

/// <summary>
/// Creates a new resource from the example of a page, with new UUIDs, consistent references between its parts, and current timestamps.
/// </summary>
internal static class ResourceTemplate
{
    /// <summary>Creates the resource.</summary>
    /// <param name="example">The resource in the example of the page.</param>
    /// <param name="uuid">The UUID of the new resource.</param>
    /// <param name="name">The name of the new resource; <see langword="null"/> if the call has none.</param>
    /// <param name="now">The current time in the format of the server.</param>
    /// <param name="addresses">The pool of network addresses.</param>
    public static JsonObject Instantiate(JsonObject example, string uuid, string? name, string now, AddressPool addresses)
    {
        var replacements = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Resource.UuidOf(example) is { Length: > 0 } old)
            replacements[old] = uuid;
        CollectUuids(example, replacements);
        var body = (JsonObject)example.DeepClone();
        string? oldName = Resource.TextOf(example, "name");
        Rewrite(body, new Rewriting(replacements, name is null ? null : oldName, name ?? "", now, addresses));
        return body;
    }

    private static void CollectUuids(JsonNode? node, Dictionary<string, string> replacements)
    {
        switch (node)
        {
            case JsonObject item:
                if (Resource.UuidOf(item) is { Length: > 0 } uuid)
                    replacements.TryAdd(uuid, Guid.NewGuid().ToString("n"));
                foreach ((_, JsonNode? value) in item)
                    CollectUuids(value, replacements);
                break;
            case JsonArray array:
                foreach (JsonNode? value in array)
                    CollectUuids(value, replacements);
                break;
        }
    }

    private static void Rewrite(JsonObject item, Rewriting rewriting)
    {
        foreach ((string member, JsonNode? value) in item.ToArray())
        {
            switch (value)
            {
                case JsonObject inner:
                    Rewrite(inner, rewriting);
                    break;
                case JsonArray array:
                    for (int i = 0; i < array.Count; i++)
                    {
                        if (array[i] is JsonObject element)
                            Rewrite(element, rewriting);
                        else if (array[i] is JsonValue text && text.GetValueKind() == JsonValueKind.String)
                            array[i] = rewriting.Apply(member, text.GetValue<string>());
                    }

                    break;
                case JsonValue text when text.GetValueKind() == JsonValueKind.String:
                    item[member] = rewriting.Apply(member, text.GetValue<string>());
                    break;
            }
        }

        if (item.ContainsKey("ipInLong") && AddressPool.TryToNumber(Resource.TextOf(item, "ip"), out uint number))
            item["ipInLong"] = (long)number;
    }

    private sealed class Rewriting(Dictionary<string, string> uuids, string? oldName, string newName, string now, AddressPool pool)
    {
        // An address can occur several times in a resource (in a NIC and in its list of IPs) and must be the same everywhere.
        private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);

        public string Apply(string member, string text)
        {
            if (member is "createDate" or "lastOpDate")
                return now;
            if (member is "ip" or "mac")
            {
                if (!_addresses.TryGetValue(text, out string? address))
                    _addresses[text] = address = member == "ip" ? pool.NextIp(text) : AddressPool.NextMac(text);
                return address;
            }

            if (text.Length >= 32)
            {
                foreach ((string old, string replacement) in uuids)
                    text = text.Replace(old, replacement, StringComparison.Ordinal);
            }

            // Parts are often named after their owner ("ROOT-for-web-1").
            return member == "name" && oldName is { Length: > 0 } ? text.Replace(oldName, newName, StringComparison.Ordinal) : text;
        }
    }
}
