using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using ZStack;
using ZStackGen.Specs.Catalog;
using ZStackGen.Explorer.Apis;
using ZStackGen.Tool.Calling;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Verifying;

/// <summary>Compares pages with a server: its version, the APIs that it supports, and the resources that its queries return. Nothing is changed.</summary>
/// <param name="client">The client of the server.</param>
/// <param name="pages">The pages.</param>
/// <param name="library">The catalog of the pages.</param>
/// <param name="resources">The number of resources to fetch for each query.</param>
internal sealed class ServerVerification(IZStackClient client, IReadOnlyList<ReadPage> pages, ApiLibrary library, int resources)
{
    private readonly StatementPlaces _places = new(pages);

    /// <summary>Compares all statements.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A row for each API, parameter and field.</returns>
    public async Task<IReadOnlyList<VerifiedRow>> RunAsync(CancellationToken cancellationToken)
    {
        string version = (await client.GetServerVersionAsync(cancellationToken).ConfigureAwait(false)).ToString();
        ZStackApiSet supported = await client.GetSupportedApisAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<VerifiedRow>();
        var fields = new Dictionary<string, VerifiedRow>(StringComparer.Ordinal);
        foreach (ApiEntry api in library.Apis)
        {
            bool exists = supported.Contains(api.Name);
            (Verdict verdict, string evidence) = StatedLifetime.Of(api.Action.Since, api.Action.Description).Judge(exists, version);
            int row = rows.Count;
            rows.Add(_places.OfApi("api", api.Name, null, verdict, evidence));
            foreach (CatalogMember parameter in api.Action.Parameters)
                rows.Add(_places.OfApi("parameter", api.Name, parameter.Name, Verdict.NotTestable, "only a call that can change the cloud would show it"));
            // A query below another resource cannot be sent without the UUID of that resource.
            if (exists && api.Action is { IsQuery: true, QueryElement.Name: { } element } && !api.Action.Parameters.Any(static parameter => parameter.IsRequired)
                && !await VerifyResourcesAsync(api, element, version, fields, cancellationToken).ConfigureAwait(false))
                rows[row] = _places.OfApi("api", api.Name, null, Verdict.Contradicted, $"{version} has it, but not at {api.Action.Method} {api.Action.Path}");
        }

        foreach (CatalogStructure structure in library.Catalog.Structures)
        {
            foreach (CatalogMember field in structure.Members)
            {
                if (!fields.ContainsKey($"{structure.TypeName}.{field.Name}") && _places.OfField(structure.TypeName, field.Name, Verdict.NotTestable, "no query returned a resource of this type") is { } row)
                    fields.Add(row.Name, row);
            }
        }

        return [.. rows, .. fields.Values];
    }

    // Returns false if the server has no API at the path of the page.
    private async Task<bool> VerifyResourcesAsync(ApiEntry api, string element, string version, Dictionary<string, VerifiedRow> fields, CancellationToken cancellationToken)
    {
        JsonObject[] found;
        try
        {
            ZStackRawResult result = await client.CallAsync(new PageAction(api, new JsonObject { ["limit"] = resources }), null, cancellationToken).ConfigureAwait(false);
            found = result["inventories"] is { ValueKind: JsonValueKind.Array } list ? [.. JsonNode.Parse(list.GetRawText())!.AsArray().OfType<JsonObject>()] : [];
        }
        catch (ZStackHttpException e) when (e.Status == HttpStatusCode.NotFound && e.Body.Contains("no api mapping", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
        catch (ZStackException e) when (e is ZStackApiException or ZStackHttpException { Status: HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed or HttpStatusCode.InternalServerError })
        {
            // Without the permission to query, or if the server fails to execute the query, the fields stay untested.
            return true;
        }

        if (found.Length == 0)
            return true;
        Dictionary<string, (string Owner, CatalogMember Field)> stated = Fields(element);
        foreach ((string name, (string owner, CatalogMember field)) in stated)
            Add(fields, _places.OfField(owner, name, FieldVerdict(field, [.. found.Select(resource => resource[name]).OfType<JsonNode>()], version, out string evidence), evidence));
        foreach (string name in found.SelectMany(static resource => resource).Select(static member => member.Key).Distinct().Where(name => !stated.ContainsKey(name)))
            Add(fields, _places.OfField(element, name, Verdict.Contradicted, $"{api.Name} on {version} returns it; the pages do not state it"));
        return true;
    }

    // A field can come from several queries. A contradiction outweighs a confirmation, and a confirmation an untested field.
    private static void Add(Dictionary<string, VerifiedRow> fields, VerifiedRow? row)
    {
        if (row is not null && (!fields.TryGetValue(row.Name, out VerifiedRow? known) || Weight(row) > Weight(known)))
            fields[row.Name] = row;
    }

    private static int Weight(VerifiedRow row) => row.Verdict switch { Verdict.Contradicted => 2, Verdict.Confirmed => 1, _ => 0 };

    private static Verdict FieldVerdict(CatalogMember field, JsonNode[] values, string version, out string evidence)
    {
        var stated = StatedLifetime.Of(field.Since, field.Description);
        if (values.Length == 0)
        {
            (Verdict verdict, evidence) = stated.Judge(exists: false, version);
            // The server omits a field without a value, so its absence contradicts nothing.
            if (verdict != Verdict.Contradicted)
                return verdict;
            evidence = "no resource has a value of it";
            return Verdict.NotTestable;
        }

        if (values.FirstOrDefault(value => !IsOfKind(field.Type, value)) is { } wrong)
        {
            evidence = $"the page states {TypeWord(field.Type)}; {version} returns {KindWord(wrong)}";
            return Verdict.Contradicted;
        }

        (Verdict result, evidence) = stated.Judge(exists: true, version);
        return result;
    }

    private static bool IsOfKind(TypeReference type, JsonNode value) => type.Kind switch
    {
        ValueKind.Json => true,
        ValueKind.List => value is JsonArray,
        ValueKind.Map or ValueKind.Structure or ValueKind.ErrorCode => value is JsonObject,
        ValueKind.Boolean => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        ValueKind.Int32 or ValueKind.Int64 => value.GetValueKind() == JsonValueKind.Number && IsWhole(value.AsValue()),
        ValueKind.Double or ValueKind.Single or ValueKind.Decimal => value.GetValueKind() == JsonValueKind.Number,
        _ => value.GetValueKind() == JsonValueKind.String,
    };

    // Older servers write integers like 8.589934592E9 (PROTOCOL.md §6).
    private static bool IsWhole(JsonValue number) => number.TryGetValue(out long _) || (number.TryGetValue(out double real) && real == Math.Floor(real));

    private static string TypeWord(TypeReference type) => type.Kind is ValueKind.Structure or ValueKind.OpenEnum ? type.Name! : type.Kind.ToString();

    private static string KindWord(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.Number => "a number",
        JsonValueKind.String => "a text",
        _ => "a Boolean value",
    };

    private Dictionary<string, (string Owner, CatalogMember Field)> Fields(string? structure)
    {
        var fields = new Dictionary<string, (string, CatalogMember)>(StringComparer.Ordinal);
        for (CatalogStructure? current = library.Structure(structure); current is not null; current = library.Structure(current.Extends))
        {
            foreach (CatalogMember field in current.Members)
                fields.TryAdd(field.Name, (current.TypeName, field));
            // The server returns subclasses under the name of their base.
            foreach (CatalogMember field in current.TypeName == structure ? current.Subclasses.SelectMany(subclass => library.Structure(subclass.TypeName)?.Members ?? []) : [])
                fields.TryAdd(field.Name, (current.TypeName, field));
        }

        return fields;
    }
}
