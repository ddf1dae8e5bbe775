using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStack.Simulation.Responses;
using ZStack.Simulation.Routing;
using ZStack.Simulation.Specs;
using ZStackGen.Specs.Catalog;

namespace ZStack.Simulation.Requests;

/// <summary>Binds the query string, the body and the path variables to the arguments of an API. See runtime/PROTOCOL.md §1.1, §1.2.</summary>
internal static class ArgumentBinder
{
    /// <summary>Binds the arguments of a GET or DELETE request.</summary>
    public static JsonObject FromQuery(SimulatedApi api, IReadOnlyDictionary<string, string[]> query)
    {
        var arguments = new JsonObject();
        foreach (CatalogMember parameter in api.Action.Parameters.Concat(s_tags))
        {
            if (arguments.ContainsKey(parameter.Name))
                continue;
            if (parameter.Type.Kind == ValueKind.List)
            {
                if (ListValues(query, parameter.Name) is { } items)
                    arguments[parameter.Name] = new JsonArray([.. items.Select(item => ToNode(item, parameter.Type.Element!))]);
            }
            else if (parameter.Type.Kind == ValueKind.Map)
            {
                if (MapValues(query, parameter.Name) is { } map)
                    arguments[parameter.Name] = map;
            }
            else if (query.TryGetValue(parameter.Name, out string[]? values))
            {
                if (values.Length > 1)
                    throw new PlainTextException(400, $"the parameter {parameter.Name} of {api.Name} is given {values.Length} times but takes one value");
                arguments[parameter.Name] = ToNode(values[0], parameter.Type);
            }
        }

        CheckForms(api, arguments, ofBody: false);
        return arguments;
    }

    /// <summary>Binds the arguments of a POST or PUT request.</summary>
    public static JsonObject FromBody(SimulatedApi api, JsonObject? body)
    {
        var arguments = new JsonObject();
        if (body is null)
            return arguments;
        string wrapper = api.Action.Wrapper ?? api.ActionKey ?? "params";
        if (body.TryGetPropertyValue(wrapper, out JsonNode? inner) && inner is not null)
        {
            if (inner is not JsonObject members)
                throw new PlainTextException(500, $"the member {wrapper} of the body of {api.Name} is not an object");
            Copy(members, arguments);
        }

        // systemTags and userTags can be outside the wrapper and take precedence there.
        foreach (string tags in (ReadOnlySpan<string>)["systemTags", "userTags"])
        {
            if (body[tags] is { } value)
                arguments[tags] = value.DeepClone();
        }

        foreach (string unknown in api.OmittedParameters)
            arguments.Remove(unknown);
        CheckForms(api, arguments, ofBody: true);
        CheckRanges(api, arguments);
        return arguments;
    }

    /// <summary>Assigns the path variables. They take precedence over all other arguments.</summary>
    public static void AddPathVariables(JsonObject arguments, RoutedApi routed, RouteMatch match)
    {
        for (int i = 0; i < routed.Variables.Length; i++)
            arguments[routed.Api.ArgumentOf(routed.Variables[i])] = match.Values[i];
    }

    // Every API accepts these arguments, documented or not.
    private static readonly CatalogMember[] s_tags =
    [
        new() { Name = "systemTags", Identifier = "SystemTags", Type = TypeReference.StringList },
        new() { Name = "userTags", Identifier = "UserTags", Type = TypeReference.StringList },
    ];

    // Repeated values, or k.0=a&k.1=b in the order of the numbers.
    private static IEnumerable<string>? ListValues(IReadOnlyDictionary<string, string[]> query, string name)
    {
        if (query.TryGetValue(name, out string[]? repeated))
            return repeated;
        List<(int Index, string[] Values)> indexed = [];
        foreach ((string key, string[] values) in query)
        {
            if (key.Length > name.Length + 1 && key[name.Length] == '.' && key.StartsWith(name, StringComparison.Ordinal)
                && int.TryParse(key.AsSpan(name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int index))
            {
                indexed.Add((index, values));
            }
        }

        return indexed.Count == 0 ? null : indexed.OrderBy(static item => item.Index).SelectMany(static item => item.Values);
    }

    // The key is the text between the first and the second dot.
    private static JsonObject? MapValues(IReadOnlyDictionary<string, string[]> query, string name)
    {
        JsonObject? map = null;
        foreach ((string key, string[] values) in query)
        {
            string[] parts = key.Split('.');
            if (parts.Length < 2 || parts[0] != name)
                continue;
            map ??= [];
            map[parts[1]] = values.Length == 1 ? values[0] : new JsonArray([.. values.Select(static value => (JsonNode)value)]);
        }

        return map;
    }

    private static JsonNode? ToNode(string text, TypeReference type)
    {
        if (type.Kind == ValueKind.Boolean)
            return text.Equals("true", StringComparison.OrdinalIgnoreCase);
        if (type.IsInteger() || type.IsReal())
        {
            // The server parses numbers as double, so 1e3 is valid, and integers above 2^53 lose precision.
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number))
                throw new PlainTextException(400, $"'{text}' is not a number");
            return type.IsInteger() && Math.Floor(number) == number && Math.Abs(number) < 9.2e18 ? (long)number : number;
        }

        return text;
    }

    private static void CheckForms(SimulatedApi api, JsonObject arguments, bool ofBody)
    {
        foreach (CatalogMember parameter in api.Action.Parameters)
        {
            if (arguments[parameter.Name] is not { } value)
                continue;
            bool fits = parameter.Type.Kind switch
            {
                ValueKind.Int32 or ValueKind.Int64 => IsIntegral(value),
                ValueKind.Boolean => IsTruth(value),
                _ => true,
            };
            if (!fits)
                throw new PlainTextException(400, $"the parameter {parameter.Name} of {api.Name} has the value {value.ToJsonString()}, which is not of the type {parameter.Type.DisplayName()}");
            if (ofBody && Misshaped(parameter.Type, value) is { } offending)
            {
                string place = offending == value ? "" : $" at {offending.GetPath()[value.GetPath().Length..]}";
                throw new PlainTextException(500, $"the parameter {parameter.Name} of {api.Name} cannot be made of the {offending.GetValueKind()} in the body{place}");
            }
        }
    }

    // Returns the value, or the first value in it, if its kind does not fit its type.
    private static JsonNode? Misshaped(TypeReference type, JsonNode value) => type.Kind switch
    {
        ValueKind.String or ValueKind.OpenEnum => value is JsonValue ? null : value,
        ValueKind.List => value is JsonArray list ? list.OfType<JsonNode>().Select(item => Misshaped(type.Element!, item)).FirstOrDefault(static item => item is not null) : value,
        ValueKind.Map => value is JsonObject map ? map.Select(static member => member.Value).OfType<JsonNode>().Select(item => Misshaped(type.Element!, item)).FirstOrDefault(static item => item is not null) : value,
        ValueKind.Int32 or ValueKind.Int64 => IsIntegral(value) ? null : value,
        ValueKind.Boolean => IsTruth(value) ? null : value,
        _ => null,
    };

    private static bool IsTruth(JsonNode value) => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False
        || (value.GetValueKind() == JsonValueKind.String && bool.TryParse(value.GetValue<string>(), out _));

    // The server converts the numbers of a body without loss, and those of a query string through double.
    private static void CheckRanges(SimulatedApi api, JsonObject arguments)
    {
        foreach (CatalogMember parameter in api.Action.Parameters)
        {
            if (parameter.Type.Kind is not (ValueKind.Int32 or ValueKind.Int64) || arguments[parameter.Name] is not { } value)
                continue;
            string text = value.ToString();
            // A double cannot represent the largest long, so digits are compared as integers, and only forms such as 1e3 as double.
            bool fits = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer)
                ? parameter.Type.Kind == ValueKind.Int64 || integer is >= int.MinValue and <= int.MaxValue
                : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) is var number
                    && (parameter.Type.Kind == ValueKind.Int32 ? number is >= int.MinValue and <= int.MaxValue : number is > long.MinValue and < long.MaxValue);
            if (!fits)
                throw new PlainTextException(500, $"the parameter {parameter.Name} of {api.Name} has the value {value.ToJsonString()}, which is out of the range of the type {parameter.Type.DisplayName()}");
        }
    }

    private static bool IsIntegral(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Number => double.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && Math.Floor(number) == number,
        JsonValueKind.String => double.TryParse(value.GetValue<string>(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && Math.Floor(number) == number,
        _ => false,
    };

    private static void Copy(JsonObject from, JsonObject to)
    {
        foreach ((string name, JsonNode? value) in from)
        {
            if (value is not null)
                to[name] = value.DeepClone();
        }
    }
}
