using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests.Agreement;

/// <summary>The facts about an API from one side: the SDK or the documentation.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, starting with <c>/v1</c>.</param>
/// <param name="AlternatePaths">The alternate paths; <see langword="null"/> if this side does not state them.</param>
/// <param name="Wrapper">The key of the body that contains the arguments; <see langword="null"/> if this side does not state it.</param>
/// <param name="RequiresSession">Whether the API requires a session.</param>
/// <param name="Parameters">The names of the parameters.</param>
/// <param name="Required">The names of the required parameters.</param>
internal sealed record ApiSide(
    string Method,
    string Path,
    IReadOnlyList<string>? AlternatePaths,
    string? Wrapper,
    bool RequiresSession,
    IReadOnlySet<string> Parameters,
    IReadOnlySet<string> Required);

/// <summary>The facts of all documented APIs.</summary>
internal sealed class ApiFacts(JsonObject apis)
{
    // The SDK's fields of a query, by their names on the wire (PROTOCOL.md §5.1). The server ignores groupBy, so it is omitted.
    private static readonly Dictionary<string, string> s_query = new(StringComparer.Ordinal)
    {
        ["conditions"] = "q",
        ["sortBy"] = "sort",
        ["sortDirection"] = "sort",
        ["groupBy"] = "",
    };

    public static ApiFacts Load() => new(JsonNode.Parse(File.ReadAllText(SharedFolder.Require("facts", "apis.json")))!.AsObject());

    /// <summary>Gets the facts, so that tests can falsify them.</summary>
    public JsonObject Api(string name) => apis[name]!.AsObject();

    /// <summary>Returns the facts of the SDK; <see langword="null"/> if it has no such action.</summary>
    public ApiSide? Sdk(string name)
    {
        if (Api(name)["sdk"] is not JsonObject sdk)
            return null;
        JsonObject[] rows = Rows(sdk);
        return new ApiSide(
            Text(sdk["method"]),
            "/v1" + Text(sdk["path"]),
            null,
            Text(sdk["wrapper"]),
            sdk["needSession"]!.GetValue<bool>(),
            Names(name, rows),
            Names(name, rows.Where(row => row["required"]?.GetValue<bool>() == true && !HasOwnValue(name, row))));
    }

    /// <summary>Returns the facts of the documentation.</summary>
    public ApiSide Documentation(string name)
    {
        JsonObject doc = Api(name)["doc"]!.AsObject();
        JsonObject[] rows = Rows(doc);
        List<(string Method, string Path)> urls = [.. doc["urls"]!.AsArray().Select(url => (Text(url!["method"]), Text(url["url"]).Split('?')[0]))];
        List<string> wrappers = [.. rows.Where(row => Text(row["location"]) == "body" && row["enclosedIn"] is not null).Select(row => Text(row["enclosedIn"])).Distinct()];
        return new ApiSide(
            urls[0].Method,
            urls[0].Path,
            [.. urls.Skip(1).Select(url => url.Path)],
            urls[0].Method is "GET" or "DELETE" ? "" : wrappers.Count == 1 ? wrappers[0] : null,
            doc["auth"]!.GetValue<bool>(),
            Names(name, rows),
            Names(name, rows.Where(row => !row["optional"]!.GetValue<bool>() && !HasOwnValue(name, row))));
    }

    private bool IsQuery(string name) => Api(name)["isQuery"]!.GetValue<bool>();

    /// <summary>A query without conditions is complete: the SDK starts with an empty list.</summary>
    private bool HasOwnValue(string name, JsonObject row) => IsQuery(name) && Text(row["name"]) == "conditions";

    private HashSet<string> Names(string api, IEnumerable<JsonObject> rows)
    {
        IEnumerable<string> names = rows.Select(row => Text(row["name"]));
        if (IsQuery(api))
            names = names.Select(name => s_query.GetValueOrDefault(name, name)).Where(name => name.Length > 0);
        return [.. names];
    }

    private static JsonObject[] Rows(JsonObject side) => [.. side["params"]!.AsArray().Select(row => row!.AsObject())];

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";
}
