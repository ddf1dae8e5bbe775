using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStack.Simulation.Handling;

/// <summary>
/// Checks the arguments of a call like a ZStack server: required arguments, allowed values, ranges and lengths. See runtime/PROTOCOL.md §3, §7.1.
/// </summary>
internal static class ArgumentChecks
{
    public static SimulatedError? Check(SimulatedCall call)
    {
        // The server does not check requests in a digital envelope.
        if (call.SystemTags.Any(static tag => tag.StartsWith("encryptionParam::", StringComparison.Ordinal)))
            return null;
        foreach (CatalogMember parameter in call.Definition.Action.Parameters)
        {
            JsonNode? value = call.Arguments[parameter.Name];
            if (value is null)
            {
                if (parameter.IsRequired && !call.Definition.Action.IsQuery)
                    return SimulatedError.BadArgument($"the field [{parameter.Name}] of [{call.Definition.MessageName}] is mandatory", $"[{call.Definition.MessageName}]的字段[{parameter.Name}]不能为空");
                continue;
            }

            if (parameter.Values.Count > 0 && !parameter.HasOpenValues && Offending(value, parameter.Values) is { } bad)
            {
                string allowed = string.Join(", ", parameter.Values.AsSpan().ToArray());
                return SimulatedError.BadArgument($"the field [{parameter.Name}] of [{call.Definition.MessageName}] is '{bad}' but may only be one of [{allowed}]", $"[{call.Definition.MessageName}]的字段[{parameter.Name}]的值'{bad}'不在[{allowed}]中");
            }

            if (BrokenLimit(parameter, value) is { } broken)
                return SimulatedError.BadArgument($"the field [{parameter.Name}] of [{call.Definition.MessageName}] {broken}", $"[{call.Definition.MessageName}]的字段[{parameter.Name}]的值超出范围: {parameter.Limits}");
        }

        return null;
    }

    private static string? BrokenLimit(CatalogMember parameter, JsonNode value)
    {
        if (parameter.Range is { } range && decimal.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            && (number < range.Minimum || number > range.Maximum))
            return string.Create(CultureInfo.InvariantCulture, $"is {number}, outside of [{range}]");
        if (parameter.Length is { } length && value is JsonValue text && text.GetValueKind() == JsonValueKind.String
            && text.GetValue<string>().Length is var characters && (characters < length.Minimum || characters > length.Maximum))
            return string.Create(CultureInfo.InvariantCulture, $"has {characters} characters, outside of [{length}]");
        return parameter.IsNotEmpty && value is (JsonArray { Count: 0 } or JsonObject { Count: 0 }) ? "cannot be an empty list" : null;
    }

    // The server compares allowed values ignoring case.
    private static string? Offending(JsonNode value, EquatableArray<string> allowed)
    {
        foreach (JsonNode? item in value is JsonArray array ? array : [value.DeepClone()])
        {
            string text = item is JsonValue plain && plain.GetValueKind() == JsonValueKind.String ? plain.GetValue<string>() : item?.ToJsonString() ?? "null";
            if (!allowed.Any(value => value.Equals(text, StringComparison.OrdinalIgnoreCase)))
                return text;
        }

        return null;
    }
}
