using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStackGen.Specs.Catalog;
using ZStackGen.Explorer.Apis;
using ZStackGen.Explorer.Samples;

namespace ZStackGen.Tool.Calling;

/// <summary>Converts the arguments of a command line to those of a call. All faults are reported together, before anything is sent.</summary>
internal static class CallArguments
{
    /// <summary>Returns the arguments by parameter name.</summary>
    /// <param name="api">The API.</param>
    /// <param name="words">The words after the name of the API.</param>
    /// <param name="terminal">The terminal that provides the standard input and the working directory.</param>
    /// <exception cref="ToolException">A parameter is unknown, missing, or has an invalid value.</exception>
    public static JsonObject Parse(ApiEntry api, IReadOnlyList<string> words, Terminal terminal)
    {
        CatalogMember[] parameters = [.. Parameters(api)];
        CatalogMember? Find(string name) => Array.Find(parameters, parameter => parameter.Name == name);
        var faults = new List<string>();
        var arguments = new JsonObject();
        IReadOnlyList<GivenArgument> all = GivenArgument.Split(words, name => Find(name)?.Type.Kind == ValueKind.Boolean, name => Find(name) is not null);
        if (all.Count(static argument => argument.IsStandardInput) > 1)
            throw new ToolException("@- is specified more than once, but the standard input can be read only once");
        foreach (IGrouping<string, GivenArgument> given in all.GroupBy(static argument => argument.Name, StringComparer.Ordinal))
        {
            if (Find(given.Key) is { } parameter)
                Add(arguments, parameter, [.. given.Select(argument => argument.Read(terminal))], api.Action.IsQuery && given.Key == "q", faults);
            else
                faults.Add($"{api.Name} has no parameter '{given.Key}'{Advice(given.Key)}");
        }

        string Advice(string name) => NameSuggestions.Question(NameSuggestions.Nearest(name, parameters.Select(static known => known.Name)))
            + (api.Action.IsQuery ? $" (a condition on a field is '-q {name}=VALUE')" : "");

        foreach (CatalogMember parameter in parameters)
        {
            if (parameter.IsRequired && !arguments.ContainsKey(parameter.Name) && faults.TrueForAll(fault => !fault.StartsWith($"--{parameter.Name} ", StringComparison.Ordinal)))
                faults.Add($"--{parameter.Name} is required{(parameter.Description is { } description ? ": " + OutputConsole.Visible(description) : "")}");
        }

        return faults.Count == 0 ? arguments : throw new ToolException(string.Join('\n', faults) + $"\nRun 'zstackgen call {api.Name} --help' for its parameters.");
    }

    /// <summary>Returns the parameters of an API; for a query also those that every query has.</summary>
    /// <param name="api">The API.</param>
    public static IEnumerable<CatalogMember> Parameters(ApiEntry api)
    {
        HashSet<string> stated = [.. api.Action.Parameters.Select(static parameter => parameter.Name)];
        IEnumerable<CatalogMember> common = !api.Action.IsQuery
            ? []
            : QueryArguments.All.Where(argument => !stated.Contains(argument.Name)).Select(static argument => new CatalogMember
            {
                Name = argument.Name,
                Identifier = argument.Property,
                Type = argument.Type,
                // The server returns 1,000 resources by default. The command fetches all result pages.
                Description = argument.Name == "limit" ? "The maximum number of resources to return. By default, all are returned." : argument.Description,
            });
        return [.. api.Action.Parameters, .. common];
    }

    private static void Add(JsonObject arguments, CatalogMember parameter, IReadOnlyList<string> values, bool isCondition, List<string> faults)
    {
        try
        {
            arguments[parameter.Name] = Convert(parameter, parameter.Type, values);
            if (isCondition && values.FirstOrDefault(static value => !IsCondition(value)) is { } other)
                throw new FormatException($"'{other}' is not a condition; use a form such as state=Running, name~=web% or 'description is null'");
        }
        catch (FormatException e)
        {
            faults.Add($"--{parameter.Name} {e.Message}");
        }
    }

    // An empty variable of a script must not change a query. A condition is a field, an operator and perhaps a value (PROTOCOL.md §5.2).
    private static bool IsCondition(string text)
    {
        int end = text.AsSpan().IndexOfAny('=', '>', '<');
        if (end < 0)
            end = Math.Max(text.IndexOf("is null", StringComparison.Ordinal), text.IndexOf("not null", StringComparison.Ordinal));
        return end > 0 && text.AsSpan(0, end).TrimEnd("!?~ ").TrimStart().Length > 0;
    }

    private static JsonNode? Convert(CatalogMember parameter, TypeReference type, IReadOnlyList<string> values)
    {
        if (type.Kind == ValueKind.List)
            return ToList(parameter, type.Element!, values);
        if (type.Kind == ValueKind.Map)
            return ToMap(parameter, type.Element!, values);
        return values.Count == 1 ? ToValue(parameter, type, values[0]) : throw new FormatException("is specified more than once");
    }

    private static JsonArray ToList(CatalogMember parameter, TypeReference element, IReadOnlyList<string> values)
    {
        var list = new JsonArray();
        foreach (string value in values)
        {
            if (value.TrimStart().StartsWith('['))
            {
                foreach (JsonNode? item in (JsonArray)ParseJson(value)!)
                    list.Add(FromJson(parameter, element, item) ?? throw new FormatException("has an element that is null"));
            }
            else
            {
                list.Add(Convert(parameter, element, [value]));
            }
        }

        return list.Count > 0 || !parameter.IsNotEmpty ? list : throw new FormatException("requires at least one element");
    }

    private static JsonObject ToMap(CatalogMember parameter, TypeReference element, IReadOnlyList<string> values)
    {
        var map = new JsonObject();
        foreach (string value in values)
        {
            int equals = value.IndexOf('=', StringComparison.Ordinal);
            if (value.TrimStart().StartsWith('{'))
            {
                foreach ((string key, JsonNode? item) in (JsonObject)ParseJson(value)!)
                    Add(key, FromJson(parameter, element, item));
            }
            else if (equals > 0)
            {
                Add(value[..equals], Convert(parameter, element, [value[(equals + 1)..]]));
            }
            else
            {
                throw new FormatException($"'{value}' is not a map; use key=value, once for each entry, or a JSON object");
            }
        }

        return map;

        void Add(string key, JsonNode? item)
        {
            if (!map.TryAdd(key, item))
                throw new FormatException($"has the key '{key}' more than once");
        }
    }

    // A value in JSON has the same rules as a value of the command line.
    private static JsonNode? FromJson(CatalogMember parameter, TypeReference type, JsonNode? item)
    {
        if (item is null || type.Kind == ValueKind.Json)
            return item?.DeepClone();
        if (type.Kind == ValueKind.List)
        {
            return item is JsonArray list
                ? new JsonArray([.. list.Select(element => FromJson(parameter, type.Element!, element) ?? throw new FormatException("has an element that is null"))])
                : throw new FormatException($"'{item.ToJsonString()}' is not a JSON array");
        }

        if (type.Kind == ValueKind.Map)
        {
            return item is JsonObject map
                ? new JsonObject(map.Select(entry => KeyValuePair.Create(entry.Key, FromJson(parameter, type.Element!, entry.Value))))
                : throw new FormatException($"'{item.ToJsonString()}' is not a JSON object");
        }

        if (type.Kind is ValueKind.Structure or ValueKind.ErrorCode)
            return item is JsonObject ? item.DeepClone() : throw new FormatException($"'{item.ToJsonString()}' is not a JSON object");
        return item is JsonValue value
            ? ToValue(parameter, type, value.TryGetValue(out string? text) ? text : value.ToJsonString())
            : throw new FormatException($"'{item.ToJsonString()}' is not a single value");
    }

    private static JsonNode? ToValue(CatalogMember parameter, TypeReference type, string value)
    {
        switch (type.Kind)
        {
            case ValueKind.Int32 or ValueKind.Int64:
                return long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && (type.Kind == ValueKind.Int64 || number is >= int.MinValue and <= int.MaxValue)
                    ? InRange(parameter, number)
                    : throw new FormatException($"'{value}' is not an integer{(long.TryParse(value, out _) ? " of 32 bits" : "")}");
            case ValueKind.Double or ValueKind.Single:
                return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double real) && double.IsFinite(real) ? real : throw new FormatException($"'{value}' is not a number");
            case ValueKind.Decimal:
                return decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact) ? exact : throw new FormatException($"'{value}' is not a number");
            case ValueKind.Boolean:
                return value switch { "true" => true, "false" => false, _ => throw new FormatException($"'{value}' is neither true nor false") };
            case ValueKind.Structure or ValueKind.ErrorCode:
                return ParseJson(value) as JsonObject ?? throw new FormatException($"'{value}' is not a JSON object");
            // Any JSON, or else text.
            case ValueKind.Json:
                return value.AsSpan().TrimStart() is ['{' or '[' or '"', ..] ? ParseJson(value) : value;
            default:
                return Known(parameter, value);
        }
    }

    private static JsonNode InRange(CatalogMember parameter, long number) => parameter.Range is not { } range || (number >= range.Minimum && number <= range.Maximum)
        ? number
        : throw new FormatException($"{number} is out of range: {parameter.Limits}");

    private static JsonNode Known(CatalogMember parameter, string value)
    {
        if (parameter.Length is { } length && (value.Length < length.Minimum || value.Length > length.Maximum))
            throw new FormatException($"has {value.Length} characters: {parameter.Limits}");
        if (parameter.Values.Count == 0 || parameter.HasOpenValues || parameter.Values.Contains(value))
            return value;
        string known = string.Join(", ", parameter.Values);
        throw new FormatException($"'{value}' is not one of {known}{NameSuggestions.Question(NameSuggestions.Nearest(value, parameter.Values))}");
    }

    private static JsonNode? ParseJson(string value)
    {
        try
        {
            return JsonUnicode.IsValid(Encoding.UTF8.GetBytes(value))
                ? JsonNode.Parse(value, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false })
                : throw new FormatException("contains half of a surrogate pair, which is not valid Unicode");
        }
        catch (JsonException e)
        {
            throw new FormatException($"is not valid JSON: {e.Message}");
        }
    }
}
