using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStackGen.Facts.Merging;
using ZStackGen.Facts.Words;

namespace ZStackGen.Facts.Examples;

/// <summary>Creates the examples of a page from its tables, so that they cannot contradict each other.</summary>
internal sealed class ExampleWriter(MergedFacts facts, ResourceWords resources)
{
    private static readonly JsonSerializerOptions s_format = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ExampleValues _values = new(resources);
    private readonly HashSet<MissingExample> _missing = [];

    /// <summary>Gets the members that have no value. The examples omit them.</summary>
    public IReadOnlyCollection<MissingExample> MissingExamples => _missing;

    /// <summary>Returns the body of a request; <see langword="null"/> for an API without one.</summary>
    public string? Request(MergedApi api)
    {
        if (api.Method is not ("POST" or "PUT"))
            return null;
        var inside = new JsonObject();
        var beside = new JsonObject();
        foreach (MergedParameter parameter in api.Parameters.Where(static parameter => parameter.Location == "body" && IsShown(parameter)))
            (parameter.InWrapper && api.Wrapper is not null ? inside : beside)[parameter.Name] = Argument(api, parameter);
        var body = new JsonObject();
        if (api.Wrapper is { } wrapper)
            body[wrapper] = inside;
        foreach ((string name, JsonNode? value) in beside)
            body[name] = value?.DeepClone();
        body["systemTags"] = new JsonArray();
        body["userTags"] = new JsonArray();
        return body.ToJsonString(s_format);
    }

    /// <summary>Returns the response; <see langword="null"/> if no source documents its members.</summary>
    public string? Response(MergedApi api)
    {
        if (api.Response is null)
            return null;
        var response = new JsonObject();
        var place = new ExamplePlace(api);
        foreach (MergedField field in api.Response)
        {
            if (field.Name != "total")
                response[field.Name] = Member(field.Name, field.Type, resources.OfApi(api.Name), place);
        }

        return response.ToJsonString(s_format);
    }

    // An example with every optional parameter would show an unrealistic call.
    private static bool IsShown(MergedParameter parameter) => parameter.Name is not ("systemTags" or "userTags")
        && (parameter.IsRequired || parameter.Name is "name" or "description" || (parameter.Values.Count > 0 && parameter.Default is null && parameter.Name != "deleteMode"));

    private JsonNode? Argument(MergedApi api, MergedParameter parameter)
    {
        if (parameter.Values.Count > 0)
            return TypeText.IsList(parameter.Type) ? new JsonArray(parameter.Values[0]) : JsonValue.Create(parameter.Values[0]);
        var place = new ExamplePlace(api);
        GlossaryResource resource = resources.OfApi(api.Name);
        int known = _missing.Count;
        JsonNode? value = Member(parameter.Name, parameter.Type, resource, place);
        if (parameter.Bounds == "not empty" && value is JsonArray { Count: 0 } or JsonObject { Count: 0 })
            value = RequiredContents.Of(parameter.Name);
        value = ExampleBounds.Keep(value, parameter);
        return value is null && _missing.Count == known ? Missing(parameter.Name, resource, place) : value;
    }

    private JsonNode? Member(string name, string type, GlossaryResource resource, ExamplePlace place)
    {
        if (TypeText.IsList(type))
        {
            string element = type.StartsWith("List<", StringComparison.Ordinal) ? type[5..^1] : "Object";
            if (element == "Object")
                return new JsonArray();
            JsonNode? item = Member(TypeText.Singular(name), element, resource, place);
            return item is null ? new JsonArray() : new JsonArray(item);
        }

        if (TypeText.IsMap(type))
        {
            string element = type.Contains(',', StringComparison.Ordinal) ? type[(type.IndexOf(',', StringComparison.Ordinal) + 1)..^1].Trim() : "Object";
            if (element == "Object" || Member(TypeText.Singular(name), element, resource, place) is not { } item)
                return new JsonObject();
            return ExampleValues.Key(name, resource) is { } key ? new JsonObject { [key] = item } : Missing(name, resource, place);
        }

        if (facts.Structures.TryGetValue(type, out MergedStructure? structure))
            return Structure(structure, place);
        return _values.Of(name, type, resource) ?? Missing(name, resource, place);
    }

    private JsonNode? Missing(string name, GlossaryResource resource, ExamplePlace place)
    {
        _missing.Add(new MissingExample(place.Page, place.Owner, name, resource.Noun));
        return null;
    }

    private JsonNode? Structure(MergedStructure structure, ExamplePlace place)
    {
        if (structure.Values.Count > 0)
            return JsonValue.Create(structure.Values[0]);
        if (!place.Enter(structure))
            return null;
        var value = new JsonObject();
        GlossaryResource resource = resources.OfStructure(structure.Name);
        foreach (MergedField field in Fields(structure))
        {
            if (Member(field.Name, field.Type, resource, place) is { } member)
                value[field.Name] = member;
        }

        place.Leave();
        return value;
    }

    private IEnumerable<MergedField> Fields(MergedStructure structure)
    {
        IEnumerable<MergedField> own = structure.Fields;
        return structure.Extends is { } extends && facts.Structures.TryGetValue(extends, out MergedStructure? ancestor) ? Fields(ancestor).Concat(own) : own;
    }
}
