using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using ZStack;
using ZStackGen.Explorer.Apis;

namespace ZStackGen.Tool.Calling;

/// <summary>
/// Fetches all result pages of a query. Without a defined order, a server may return a resource on two result pages or on none (PROTOCOL.md §5.3), so
/// that several result pages are fetched in the order of the key.
/// </summary>
/// <param name="api">The query API.</param>
/// <param name="arguments">The arguments of the caller, without a limit.</param>
/// <param name="send">Sends a request of the API.</param>
internal sealed class ResultPages(ApiEntry api, JsonObject arguments, Func<JsonObject, Task<JsonObject>> send)
{
    /// <summary>The number of resources of a result page.</summary>
    public const int Size = 1000;

    // Resources that are created between two requests can fill a result page with known resources, but hardly that often in a row.
    private const int MostStalePages = 10;

    private const string Uuid = "uuid";
    private readonly string _list = api.Action.Result.FirstOrDefault(static member => member.Type.Kind == Specs.Catalog.ValueKind.List)?.Name ?? "inventories";

    /// <summary>Fetches all result pages.</summary>
    /// <param name="key">Returns the key fields of a resource, separated by commas; <see langword="null"/> if the pages describe none.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The first response, with the resources of all result pages.</returns>
    /// <exception cref="ZStackProtocolException">A response has no list, or the server returns the same result page repeatedly.</exception>
    public async Task<JsonObject> FetchAsync(Func<string?> key, CancellationToken cancellationToken)
    {
        long start = arguments["start"]?.GetValue<long>() ?? 0;
        JsonObject first = await send(Page(start, null, null)).ConfigureAwait(false);
        // A short result page is the last result page. It keeps the order of the server.
        if (Rows(first).Count < Size)
            return first;
        string? fields = key();
        string? sort = Sort(fields);
        bool isByUuid = fields == Uuid && !arguments.ContainsKey("sort");
        var all = new List<JsonNode?>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? last = null;
        long offset = start;
        int stale = 0;
        JsonArray rows = fields is null ? Rows(first) : Rows(first = await send(Page(start, sort, null)).ConfigureAwait(false));
        while (true)
        {
            int known = all.Count;
            // A resource that is created between two requests can shift resources into the next page.
            all.AddRange(rows.Where(row => Text(row) is not { } uuid || seen.Add(uuid)).Select(static row => row?.DeepClone()));
            if (rows.Count < Size)
                break;
            cancellationToken.ThrowIfCancellationRequested();
            stale = all.Count > known ? 0 : stale + 1;
            // A request by UUID excluded the known resources.
            if (stale == MostStalePages || (stale > 0 && last is not null))
                throw Repeated();
            // Resources without a UUID cannot be compared: the number of all matches shows whether the server repeats them.
            bool needsTotal = rows.Any(static row => Text(row) is null);
            last = isByUuid && !needsTotal ? Text(rows[^1]) : null;
            offset += rows.Count;
            start = last is null ? offset : 0;
            JsonObject next = await send(Page(start, sort, last, needsTotal)).ConfigureAwait(false);
            rows = Rows(next);
            if (needsTotal && rows.Count >= Size && Total(next) <= start)
                throw Repeated();
        }

        first[_list] = new JsonArray([.. all]);
        return first;
    }

    private JsonObject Page(long start, string? sort, string? last, bool withTotal = false)
    {
        var page = (JsonObject)arguments.DeepClone();
        page["limit"] = Size;
        page["start"] = start;
        if (withTotal)
            page["replyWithCount"] = true;
        if (sort is not null)
            page["sort"] = sort;
        if (last is not null)
            page["q"] = new JsonArray([.. Conditions(), $"{Uuid}>{last}"]);
        return page;
    }

    private IEnumerable<JsonNode?> Conditions() => arguments["q"] is JsonArray given ? given.Select(static condition => condition?.DeepClone()) : [];

    // The order of the caller, followed by the key. The sign applies to the last field (PROTOCOL.md §5.1).
    private string? Sort(string? key)
    {
        string? given = arguments["sort"]?.GetValue<string>().Trim();
        if (key is null || string.IsNullOrEmpty(given))
            return key is null ? null : "+" + key;
        string field = given.TrimStart('+', '-');
        return field.AsSpan().ContainsAny(' ', ',') || field == key ? given : $"+{field} {(given[0] == '-' ? "desc" : "asc")},{key}";
    }

    private JsonArray Rows(JsonObject response) => response[_list] as JsonArray ?? throw new ZStackProtocolException(
        $"{api.Name}: the response has no list at $.{_list}. ZStack sends an empty list if nothing matches, so the response may come from a gateway");

    // 0 if the response states no number, so that it ends the loop.
    private static long Total(JsonObject response) =>
        response["total"] is JsonValue value && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal total) && total < long.MaxValue ? (long)total : 0;

    private ZStackProtocolException Repeated() => new(
        $"{api.Name}: the next result page has the same resources again. The server, or a gateway before it, ignores the parameters that select a result page");

    private static string? Text(JsonNode? row) =>
        row is JsonObject resource && resource[Uuid] is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > 0 } uuid && uuid.All(char.IsAsciiLetterOrDigit) ? uuid : null;
}
