using System;
using System.Buffers.Text;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStack.Simulation.Specs;
using ZStackGen.Specs.Catalog;

namespace ZStack.Simulation.Responses;

/// <summary>
/// Gives JSON the members and the kinds of value that the tables of the pages state, whatever an example or an argument contains. A server
/// serializes objects of its classes, so its responses never have another form.
/// </summary>
internal sealed class ValueForms(Func<string?, SimulatedStructure?> structures)
{
    private const int MaxDepth = 4;
    private const string Timestamp = "Mar 4, 2024 9:12:31 AM";

    /// <summary>Changes a response so that its members have the documented kinds, and removes members that the table of the response does not have.</summary>
    public void Apply(JsonObject response, SimulatedApi api)
    {
        if (!api.HasTable)
            return;
        foreach ((string name, JsonNode? value) in response.ToArray())
        {
            if (name == "error")
                response.Remove(name); // a successful response has none
            else if (api.ResultMember(name) is { } member)
                Set(response, name, value, member.Type);
            else if (name is not ("success" or "schema"))
                response.Remove(name);
        }
    }

    /// <summary>
    /// Returns the response of an API that its page shows, with all members of the table. A member with another name than in the table gets the
    /// documented name. Missing members get values of their types. Optional members of queries are not added.
    /// </summary>
    public JsonObject? Complete(JsonObject? example, SimulatedApi api)
    {
        if (!api.HasTable)
            return example;
        JsonObject response = example ?? [];
        if (!api.Action.IsQuery)
        {
            string[] undocumented = [.. response.Select(static member => member.Key).Where(name => api.ResultMember(name) is null && name is not ("success" or "schema" or "error"))];
            int next = 0;
            foreach (CatalogMember member in api.Action.Result)
            {
                if (response.ContainsKey(member.Name) || member.Type.Kind == ValueKind.ErrorCode)
                    continue;
                JsonNode? value = next < undocumented.Length ? response[undocumented[next++]]?.DeepClone() : null;
                response[member.Name] = value ?? Default(member, 0);
            }
        }

        Apply(response, api);
        return response;
    }

    /// <summary>Returns a value in the form of a type. The value is not changed, unless it is an object or an array that already has the form.</summary>
    public JsonNode? Form(JsonNode? value, TypeReference type)
    {
        if (value is null)
            return null;
        switch (type.Kind)
        {
            case ValueKind.String or ValueKind.OpenEnum or ValueKind.Timestamp:
                return value.GetValueKind() == JsonValueKind.String ? value : value.ToJsonString();
            case ValueKind.Int32 or ValueKind.Int64 or ValueKind.Double or ValueKind.Single or ValueKind.Decimal:
                return Number(value);
            case ValueKind.Boolean:
                return value.GetValueKind() is JsonValueKind.True or JsonValueKind.False
                    ? value
                    : value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Equals("true", StringComparison.OrdinalIgnoreCase);
            case ValueKind.List:
                return List(value, type.Element!);
            case ValueKind.Map:
                return Map(value, type.Element!);
            case ValueKind.Structure:
                return structures(type.Name) is { Members.Count: > 0 } structure ? Structure(value, structure) : value;
            default:
                return value;
        }
    }

    private JsonObject Structure(JsonNode value, SimulatedStructure structure)
    {
        if (value is JsonArray { Count: > 0 } list)
            value = list[0]?.DeepClone() ?? new JsonObject();
        if (value is not JsonObject item)
            return Default(structure, 1);
        foreach ((string name, JsonNode? member) in item.ToArray())
        {
            if ((structure.Find(name) ?? structure.Subclasses.Select(subclass => structures(subclass)?.Find(name)).FirstOrDefault(static found => found is not null)) is { } declared)
                Set(item, name, member, declared.Type);
            else if (structure.IsOmitted(name))
                item.Remove(name);
        }

        return item;
    }

    private JsonArray List(JsonNode value, TypeReference element)
    {
        if (value is not JsonArray array)
        {
            // Gson writes bytes as numbers. Examples show them in Base64.
            if (element.Kind is ValueKind.Int32 or ValueKind.Int64 && value.GetValueKind() == JsonValueKind.String && Base64.IsValid(value.GetValue<string>()))
                return new JsonArray([.. Convert.FromBase64String(value.GetValue<string>()).Select(static item => (JsonNode)(int)(sbyte)item)]);
            array = new JsonArray(value.DeepClone());
        }

        for (int i = 0; i < array.Count; i++)
        {
            JsonNode? formed = Form(array[i], element);
            if (formed != array[i])
                array[i] = formed;
        }

        return array;
    }

    private JsonNode Map(JsonNode value, TypeReference element)
    {
        // The server writes a map with complex keys as an array of pairs.
        if (value is JsonArray pairs && pairs.All(static pair => pair is JsonArray { Count: 2 }))
            return pairs.Count > 0 ? pairs : new JsonObject();
        if (value is not JsonObject map)
            return new JsonObject();
        foreach ((string key, JsonNode? item) in map.ToArray())
            Set(map, key, item, element);
        return map;
    }

    private static JsonNode Number(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Number => value,
        JsonValueKind.True => 1,
        JsonValueKind.String when long.TryParse(value.GetValue<string>(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => number,
        JsonValueKind.String when double.TryParse(value.GetValue<string>(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) => number,
        _ => 0,
    };

    private void Set(JsonObject owner, string name, JsonNode? value, TypeReference type)
    {
        JsonNode? formed = Form(value, type);
        if (formed != value)
            owner[name] = formed;
    }

    private JsonNode? Default(CatalogMember member, int depth) => member.Type.Kind switch
    {
        ValueKind.String or ValueKind.OpenEnum => DefaultText(member),
        ValueKind.Timestamp => Timestamp,
        ValueKind.Int32 or ValueKind.Int64 => member.Range is { } range ? (long)Math.Max(range.Minimum, 0) : 0,
        ValueKind.Double or ValueKind.Single or ValueKind.Decimal => 0,
        ValueKind.Boolean => member.Name == "success",
        ValueKind.List => new JsonArray(),
        ValueKind.Structure when depth < MaxDepth && structures(member.Type.Name) is { } structure => Default(structure, depth + 1),
        ValueKind.ErrorCode or ValueKind.Structure when depth > 0 => null,
        _ => new JsonObject(),
    };

    private JsonObject Default(SimulatedStructure structure, int depth)
    {
        var item = new JsonObject();
        foreach (CatalogMember member in structure.Members)
        {
            if (Default(member, depth) is { } value)
                item[member.Name] = value;
        }

        return item;
    }

    private static string DefaultText(CatalogMember member) =>
        member.Values.Count > 0 ? member.Values.AsSpan()[0]
        : member.Name is "uuid" || member.Name.EndsWith("Uuid", StringComparison.Ordinal) ? Guid.NewGuid().ToString("n")
        : member.Name;
}
