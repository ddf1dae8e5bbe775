using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStack.Simulation.Responses;

namespace ZStack.Simulation.Requests;

/// <summary>
/// Parses the JSON of untrusted callers. Nesting and the number of values are limited, because a tree of nodes takes many times the
/// memory of its text. Duplicate names and texts that are not valid Unicode are refused.
/// </summary>
internal static class StrictJson
{
    /// <summary>The maximum number of nested objects and arrays.</summary>
    public const int MaxDepth = 64;

    /// <summary>The maximum number of values and names.</summary>
    public const int MaxValues = 200_000;

    /// <summary>The options for JSON that contains the JSON of a caller inside further objects.</summary>
    public static JsonDocumentOptions Nested { get; } = new() { MaxDepth = 4 * MaxDepth };

    /// <summary>Parses a text.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="PlainTextException">The JSON exceeds a limit or is ambiguous.</exception>
    public static JsonNode? Parse(string text)
    {
        byte[] utf8;
        try
        {
            utf8 = s_utf8.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            throw NotUnicode();
        }

        Check(utf8);
        return JsonNode.Parse(utf8);
    }

    /// <summary>Decodes UTF-8.</summary>
    /// <exception cref="PlainTextException">The bytes are not valid UTF-8.</exception>
    public static string Decode(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return s_utf8.GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            throw NotUnicode();
        }
    }

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static void Check(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth + 1 });
        var names = new Stack<HashSet<string>>();
        int values = 0;
        while (reader.Read())
        {
            if (++values > MaxValues)
                throw new PlainTextException(400, $"the JSON contains more than {MaxValues} names and values");
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                case JsonTokenType.StartArray:
                    if (reader.CurrentDepth >= MaxDepth)
                        throw new PlainTextException(400, $"the JSON is nested more than {MaxDepth} levels deep");
                    if (reader.TokenType == JsonTokenType.StartObject)
                        names.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    names.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    string name = Text(ref reader);
                    if (!names.Peek().Add(name))
                        throw new PlainTextException(400, $"the JSON contains the name '{(name.Length > 100 ? name[..100] + "…" : name)}' twice in one object");
                    break;
                case JsonTokenType.String when reader.ValueIsEscaped:
                    Text(ref reader);
                    break;
            }
        }
    }

    // The reader refuses escapes of lone surrogates when it decodes a text.
    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw NotUnicode();
        }
    }

    private static PlainTextException NotUnicode() => new(400, "the request contains a text that is not valid Unicode, such as half of a surrogate pair");
}
