using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStackGen.Explorer.Apis;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Explorer.Samples;

/// <summary>Writes a call with ZStack's own SDKs. Their actions have public fields and a method <c>call</c> (PROTOCOL.md §7).</summary>
internal static class SdkSample
{
    /// <summary>Writes the call in Java.</summary>
    public static string Java(ApiEntry api, JsonObject arguments)
    {
        string type = api.Name + "Action";
        var text = new StringBuilder($"{type} action = new {type}();\n");
        Assign(api, arguments, (field, member, value) => text.Append("action.").Append(field).Append(" = ").Append(JavaValue(value, member)).Append(";\n"));
        if (api.Action.RequiresSession)
            text.Append($"action.sessionId = \"{CodeSampleWriter.ExampleSession}\";\n");
        return text.Append(type).Append(".Result res = action.call();\n").ToString();
    }

    /// <summary>Writes the call in Python.</summary>
    public static string Python(ApiEntry api, JsonObject arguments)
    {
        var text = new StringBuilder($"action = {api.Name}Action()\n");
        Assign(api, arguments, (field, _, value) => text.Append("action.").Append(field).Append(" = ").Append(PythonValue(value)).Append('\n'));
        if (api.Action.RequiresSession)
            text.Append($"action.sessionId = \"{CodeSampleWriter.ExampleSession}\"\n");
        return text.Append("res = action.call()\n").ToString();
    }

    private static void Assign(ApiEntry api, JsonObject arguments, Action<string, TypeReference, JsonNode> assign)
    {
        if (api.Action.IsQuery)
        {
            // The SDKs have no /{uuid} route. A condition has the same effect.
            if (arguments["uuid"] is JsonValue uuid)
                assign("conditions", TypeReference.StringList, new JsonArray("uuid=" + uuid));
            foreach (QueryArgument argument in QueryArguments.All)
            {
                if (arguments[argument.Name] is { } value && !(argument.Name == "q" && arguments["uuid"] is not null))
                    assign(argument.SdkField, argument.Type, value);
            }
        }

        foreach (CatalogMember parameter in api.Action.Parameters)
        {
            if (arguments[parameter.Name] is { } value && IsIdentifier(parameter.Name))
                assign(parameter.Name, parameter.Type, value);
        }
    }

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static string JavaValue(JsonNode? value, TypeReference? type) => value switch
    {
        null => "null",
        JsonArray list => $"java.util.Arrays.asList({string.Join(", ", list.Select(item => JavaValue(item, type?.Element)))})",
        JsonObject map => $"new java.util.HashMap<String, Object>() {{{{ {string.Concat(map.Select(pair => $"put({Literal(pair.Key)}, {JavaValue(pair.Value, type?.Element)}); "))}}}}}",
        JsonValue scalar => scalar.GetValueKind() switch
        {
            JsonValueKind.String => Literal(scalar.GetValue<string>()),
            JsonValueKind.Number when type?.Kind == ValueKind.Int64 => Whole(scalar) + "L",
            _ => Whole(scalar),
        },
        _ => "null",
    };

    private static string PythonValue(JsonNode? value) => value switch
    {
        JsonArray list => $"[{string.Join(", ", list.Select(PythonValue))}]",
        JsonObject map => $"{{{string.Join(", ", map.Select(static pair => $"{Literal(pair.Key)}: {PythonValue(pair.Value)}"))}}}",
        JsonValue scalar => scalar.GetValueKind() switch
        {
            JsonValueKind.String => Literal(scalar.GetValue<string>()),
            JsonValueKind.True => "True",
            JsonValueKind.False => "False",
            _ => Whole(scalar),
        },
        _ => "None",
    };

    private static string Whole(JsonValue scalar)
    {
        string text = scalar.ToJsonString();
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double real) && Math.Floor(real) == real && Math.Abs(real) < 9e15
            ? ((long)real).ToString(CultureInfo.InvariantCulture)
            : text;
    }

    // Only escapes common to Java and Python. Every backslash is doubled, so no \u escape of Java can start.
    private static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (char c in text)
        {
            literal.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' => " ",
                _ => c.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }
}
