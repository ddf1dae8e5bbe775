using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStackGen.Explorer.Apis;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Explorer.Samples;

/// <summary>Writes a call with the generated C# API.</summary>
internal sealed class CSharpSample(ApiLibrary library)
{
    private readonly StringBuilder _text = new();
    private readonly SortedSet<string> _usings = new(StringComparer.Ordinal) { "ZStack", "ZStack.Api" };

    // The class whose members are being written. Its own enumerations are nested in it.
    private string _scope = "";

    /// <summary>Writes a program that makes the call.</summary>
    /// <param name="api">The API.</param>
    /// <param name="arguments">The arguments by their names on the wire.</param>
    /// <param name="server">Scheme, host and port.</param>
    /// <param name="session">The session of the client; <see langword="null"/> for the simulator's account.</param>
    public string Write(ApiEntry api, JsonObject arguments, string server, string? session = null)
    {
        CatalogAction action = api.Action;
        _scope = action.TypeName;
        var assignments = new List<(string Property, string Value)>();
        if (action.IsQuery)
        {
            if (arguments["uuid"] is { } uuid)
                Add(assignments, "Uuid", TypeReference.String, uuid);
            foreach (QueryArgument argument in QueryArguments.All)
            {
                // The generated class has a list where the wire format has a text.
                if (argument.Name == "fields" && arguments["fields"] is JsonValue fields && fields.TryGetValue(out string? names))
                    Add(assignments, argument.Property, TypeReference.StringList, new JsonArray([.. names.Split(',').Select(static name => JsonValue.Create(name))]));
                else
                    Add(assignments, argument.Property, argument.Type, arguments[argument.Name]);
            }
        }

        foreach (CatalogMember parameter in action.Parameters)
            Add(assignments, parameter.Identifier, parameter.Type, arguments[parameter.Name]);

        _text.Append("await using var client = new ZStackClient(").Append(Literal(server)).Append(", ")
            .Append(session is null ? "ZStackCredential.Password(\"admin\", \"password\")" : $"ZStackCredential.Session({Literal(session)})").Append(");\n\n");
        _text.Append("var action = new ").Append(action.TypeName);
        if (assignments.Count == 0)
        {
            _text.Append("();\n");
        }
        else
        {
            _text.Append("\n{\n");
            foreach ((string property, string value) in assignments)
                _text.Append("    ").Append(property).Append(" = ").Append(value).Append(",\n");
            _text.Append("};\n");
        }

        _text.Append(action.TypeName).Append(".Result result = await client.CallAsync(action);\n");
        return string.Concat(_usings.Select(static name => $"using {name};\n")) + "\n" + _text;
    }

    /// <summary>Returns a string literal. No character of the text can end it.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (char c in text)
        {
            if (c is '"' or '\\')
                literal.Append('\\').Append(c);
            else if (c is '\n')
                literal.Append("\\n");
            else if (char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029')
                literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                literal.Append(c);
        }

        return literal.Append('"').ToString();
    }

    private void Add(List<(string Property, string Value)> assignments, string property, TypeReference type, JsonNode? value)
    {
        // A value of another kind cannot be written as this type. The program compiles without it.
        if (value is not null && Expression(type, value) is { } expression)
            assignments.Add((property, expression));
    }

    private string? Expression(TypeReference type, JsonNode value) => (type.Kind, value) switch
    {
        (ValueKind.Json, _) => Json(value),
        (ValueKind.List, JsonArray list) => $"new {TypeName(type.Element!)}[] {{ {string.Join(", ", list.Select(item => item is null ? null : Expression(type.Element!, item)).Where(static item => item is not null))} }}",
        (ValueKind.Map, JsonObject map) => Map(type.Element!, map),
        (ValueKind.Structure, JsonObject members) => Structure(type.Name!, members),
        (ValueKind.Int32, JsonValue number) => Number(number, static (JsonElement n, out int v) => n.TryGetInt32(out v)),
        (ValueKind.Int64, JsonValue number) => Number(number, static (JsonElement n, out long v) => n.TryGetInt64(out v)),
        (ValueKind.Double, JsonValue number) => Number(number, static (JsonElement n, out double v) => n.TryGetDouble(out v)),
        (ValueKind.Single, JsonValue number) => Number(number, static (JsonElement n, out float v) => n.TryGetSingle(out v)) is { } single ? single + "f" : null,
        (ValueKind.Decimal, JsonValue number) => Number(number, static (JsonElement n, out decimal v) => n.TryGetDecimal(out v)) is { } exact ? exact + "m" : null,
        (ValueKind.Boolean, JsonValue truth) => truth.GetValueKind() switch { JsonValueKind.True => "true", JsonValueKind.False => "false", _ => null },
        (ValueKind.Timestamp, JsonValue moment) when moment.TryGetValue(out string? text) => Moment(text),
        (ValueKind.String or ValueKind.OpenEnum, JsonValue scalar) => Literal(scalar.TryGetValue(out string? text) ? text : scalar.ToJsonString()),
        _ => null,
    };

    private string Map(TypeReference element, JsonObject map)
    {
        _usings.Add("System.Collections.Generic");
        IEnumerable<string> entries = map.Select(pair => pair.Value is { } value && Expression(element, value) is { } text ? $"[{Literal(pair.Key)}] = {text}" : null).Where(static entry => entry is not null)!;
        return $"new Dictionary<string, {TypeName(element)}> {{ {string.Join(", ", entries)} }}";
    }

    private string? Structure(string name, JsonObject members)
    {
        var assignments = new List<(string Property, string Value)>();
        string scope = _scope;
        for (CatalogStructure? level = library.Structure(name); level is not null; level = library.Structure(level.Extends))
        {
            _scope = level.TypeName;
            foreach (CatalogMember member in level.Members)
                Add(assignments, member.Identifier, member.Type, members[member.Name]);
        }

        _scope = scope;
        return library.Structure(name) is null ? null : $"new {name} {{ {string.Join(", ", assignments.Select(static a => $"{a.Property} = {a.Value}"))} }}";
    }

    private string Json(JsonNode value)
    {
        _usings.Add("System.Text.Json");
        return $"JsonDocument.Parse({Literal(value.ToJsonString())}).RootElement";
    }

    private string Moment(string text)
    {
        _usings.Add("System");
        _usings.Add("System.Globalization");
        return $"DateTimeOffset.Parse({Literal(text)}, CultureInfo.InvariantCulture)";
    }

    private delegate bool TryGet<T>(JsonElement number, out T value);

    // Pages also write whole numbers as 1.0, which is not an int literal.
    private static string? Number<T>(JsonValue value, TryGet<T> tryGet)
        where T : IFormattable
    {
        JsonElement number = JsonSerializer.SerializeToElement(value);
        if (number.ValueKind != JsonValueKind.Number)
            return null;
        if (tryGet(number, out T exact))
            return exact.ToString(null, CultureInfo.InvariantCulture);
        return number.TryGetDouble(out double real) && Math.Floor(real) == real && Math.Abs(real) < 9e15
            && tryGet(JsonSerializer.SerializeToElement((long)real), out T whole)
            ? whole.ToString(null, CultureInfo.InvariantCulture)
            : null;
    }

    private string TypeName(TypeReference type)
    {
        if (type.Kind is ValueKind.Timestamp)
            _usings.Add("System");
        if (type.Kind is ValueKind.Json)
            _usings.Add("System.Text.Json");
        if (type.Kind is ValueKind.List or ValueKind.Map)
            _usings.Add("System.Collections.Generic");
        return type.Kind switch
        {
            ValueKind.String => "string",
            ValueKind.Int32 => "int",
            ValueKind.Int64 => "long",
            ValueKind.Boolean => "bool",
            ValueKind.Double => "double",
            ValueKind.Single => "float",
            ValueKind.Decimal => "decimal",
            ValueKind.Timestamp => "DateTimeOffset",
            ValueKind.Json => "JsonElement",
            ValueKind.ErrorCode => "ZStackError",
            ValueKind.OpenEnum when library.Enumeration(type.Name) is null => _scope + "." + type.Name,
            ValueKind.List => $"IReadOnlyList<{TypeName(type.Element!)}>",
            ValueKind.Map => $"IReadOnlyDictionary<string, {TypeName(type.Element!)}>",
            _ => type.Name!,
        };
    }
}
