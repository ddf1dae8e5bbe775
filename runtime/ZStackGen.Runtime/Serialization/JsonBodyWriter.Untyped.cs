using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ZStack.Serialization;

// Values of a raw call, whose types are known only at run time.
public readonly ref partial struct JsonBodyWriter
{
    internal void MemberOf(string name, object? value)
    {
        if (value is null)
            return;
        WriteName(name);
        WriteAny(name, value, 0);
    }

    private void WriteAny(string name, object? value, int depth)
    {
        // Below the limit of Utf8JsonWriter, whose exception does not name the parameter.
        if (depth > JsonLimits.MaxDepth / 2)
            throw new ArgumentException($"{_owner}: parameter '{name}' is nested too deeply; the limit is {JsonLimits.MaxDepth / 2} levels.", name);
        switch (value)
        {
            case null:
                _writer.WriteNullValue();
                break;
            case string text:
                _writer.WriteStringValue(Whole(name, text));
                break;
            case bool flag:
                _writer.WriteBooleanValue(flag);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                _writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                _writer.WriteNumberValue(number);
                break;
            case float number:
                RequireFinite(name, number);
                _writer.WriteNumberValue(number);
                break;
            case double number:
                _writer.WriteNumberValue(RequireFinite(name, number));
                break;
            case decimal number:
                _writer.WriteNumberValue(number);
                break;
            case DateTimeOffset timestamp:
                _writer.WriteStringValue(timestamp);
                break;
            case JsonElement element:
                WriteValue(name, element);
                break;
            case JsonValue node when node.TryGetValue(out JsonElement element):
                WriteValue(name, element);
                break;
            case JsonValue node when node.TryGetValue(out string? text):
                _writer.WriteStringValue(Whole(name, text));
                break;
            case JsonValue node:
                node.WriteTo(_writer);
                break;
            case JsonObject members:
                _writer.WriteStartObject();
                foreach (KeyValuePair<string, JsonNode?> member in Members(name, members))
                {
                    _writer.WritePropertyName(Whole(name, member.Key));
                    WriteAny(name, member.Value, depth + 1);
                }

                _writer.WriteEndObject();
                break;
            case ZStackStructure structure:
                structure.WriteTo(_writer);
                break;
            case IDictionary map:
                _writer.WriteStartObject();
                foreach (DictionaryEntry entry in map)
                {
                    _writer.WritePropertyName(Whole(name, entry.Key as string ?? throw new ArgumentException($"{_owner}: parameter '{name}' is a map with a key that is not a string.", name)));
                    WriteAny(name, entry.Value, depth + 1);
                }

                _writer.WriteEndObject();
                break;
            case IEnumerable items:
                _writer.WriteStartArray();
                foreach (object? item in items)
                    WriteAny(name, item, depth + 1);
                _writer.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"{_owner}: parameter '{name}' has a value of type {value.GetType().Name}, which cannot be written as JSON.", name);
        }
    }

    // The names of parsed JSON are read only now.
    private KeyValuePair<string, JsonNode?>[] Members(string name, JsonObject node)
    {
        try
        {
            return [.. node];
        }
        catch (InvalidOperationException e)
        {
            throw ElementText.Invalid(_owner, name, e);
        }
    }
}
