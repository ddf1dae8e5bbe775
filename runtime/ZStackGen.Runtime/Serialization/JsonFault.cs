using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ZStack;

// What is wrong with JSON, and where. Callers that know the API convert it to a ZStackProtocolException.
#pragma warning disable CA1032, CA1064 // never leaves the assembly
internal sealed class JsonFault : Exception
{
    private const int MaxName = 128;
    private const int MaxPath = 512;

    // A message quotes the JSON, and the cause may quote it, too.
    private JsonFault(string message, Exception? inner, int position = 0, bool isWhole = true)
        : base(ServerText.Of(message), inner is null || ReferenceEquals(ServerText.Of(inner.Message), inner.Message) ? inner : null)
    {
        Position = position;
        IsWhole = isWhole;
    }

    // A missing list must not be mistaken for an empty list.
    public const string MissingList = "the response has no list at $.inventories. ZStack sends an empty list if nothing matches, so the response may come from a gateway";
    public const string MissingTotal = "the response has no valid $.total, although the request asked for it";

    // Whether the text is a whole object, as ZStack sends it. Any other text was cut off on the way, or comes from another server.
    public bool IsWhole { get; }

    // Where the text begins that the message may quote. The path in the message also has names from before.
    public int Position { get; }

    public static JsonFault Missing(string problem) => new(problem, null);

    public JsonFault With(string message) => new(message, InnerException, Position, IsWhole);

    public static JsonFault Unreadable(ReadOnlySpan<byte> json, int position, string expected)
    {
        string path = FindPath(json, position, out string? member, out _, out _);
        string text = member is not null && SecretNames.IsSecret(member) ? "(hidden)" : Excerpt(json.Slice(Math.Min(position, json.Length)));
        return new JsonFault(string.Format(CultureInfo.InvariantCulture, "{0} is not {1}: {2}", path, expected, text), null, position, First(json) == '{');
    }

    // The JSON is cut off or malformed.
    public static JsonFault Malformed(ReadOnlySpan<byte> json, Exception cause)
    {
        string path = FindPath(json, int.MaxValue, out _, out bool truncated, out int end);
        string problem = json.Length == 0 ? "is empty"
            : First(json) == '<' ? "is an HTML page of a proxy or web server instead of JSON"
            : truncated ? string.Format(CultureInfo.InvariantCulture, "is cut off after {0} bytes at {1}", json.Length, path)
            : string.Format(CultureInfo.InvariantCulture, "is not valid JSON at {0}: {1}", path, Reason(cause));
        return new JsonFault("the response " + problem, cause, end, !truncated && First(json) == '{');
    }

    // The first character that is not white space; 0 if there is none.
    private static byte First(ReadOnlySpan<byte> json)
    {
        foreach (byte b in json)
        {
            if (b is not ((byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t'))
                return b;
        }

        return 0;
    }

    private static string Reason(Exception cause)
    {
        // System.Text.Json appends its own path and position to the reason.
        string message = cause.Message;
        int end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message.Substring(0, end);
    }

    // Reads the JSON again from the start, because the path is needed only for a fault.
    private static string FindPath(ReadOnlySpan<byte> json, int position, out string? member, out bool truncated, out int end)
    {
        var steps = new List<(string? Name, int Index)>();
        truncated = false;
        var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(JsonLimits.ReaderOptions));
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.EndArray or JsonTokenType.EndObject))
                    Advance(steps);
                if (reader.TokenStartIndex >= position)
                    break;
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        steps[steps.Count - 1] = (JsonStringKey.Text(in reader), 0);
                        break;
                    case JsonTokenType.StartObject:
                        steps.Add((string.Empty, 0));
                        break;
                    case JsonTokenType.StartArray:
                        steps.Add((null, -1));
                        break;
                    case JsonTokenType.EndObject:
                    case JsonTokenType.EndArray:
                        steps.RemoveAt(steps.Count - 1);
                        break;
                }
            }

            // The JSON ends inside a value, or before the first value.
            truncated = steps.Count > 0 || reader.TokenType == JsonTokenType.None;
        }
        catch (JsonException)
        {
            // The path up to this position is the result.
        }
        catch (InvalidOperationException)
        {
            // Thrown for bytes that are not UTF-8.
        }

        // A fault is reported behind the last token that was read.
        for (end = (int)reader.BytesConsumed; end < json.Length && json[end] is (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t' or (byte)',';)
            end++;
        return PathOf(steps, out member);
    }

    private static string PathOf(List<(string? Name, int Index)> steps, out string? member)
    {
        member = null;
        var path = new StringBuilder("$");
        foreach ((string? name, int index) in steps)
        {
            if (name is { Length: > 0 })
                member = name;
            if (path.Length > MaxPath)
                continue;
            if (name is null && index >= 0)
                path.Append('[').Append(index).Append(']');
            // A name is whole or left out, because a part of a secret would not be redacted.
            else if (name is { Length: > 0 })
                path.Append('.').Append(name.Length > MaxName ? "…" : name);
            if (path.Length > MaxPath)
                path.Append('…');
        }

        return path.ToString();
    }

    private static void Advance(List<(string? Name, int Index)> steps)
    {
        if (steps.Count > 0 && steps[steps.Count - 1] is { Name: null } last)
            steps[steps.Count - 1] = (null, last.Index + 1);
    }

    private static string Excerpt(ReadOnlySpan<byte> json)
    {
        int length = Math.Min(json.Length, JsonLimits.Excerpt * 4);
        string text = Encoding.UTF8.GetString(json.Slice(0, length).ToArray());
        int end = 0;
        // A scalar is shown whole, an object or array from its beginning.
        if (text.Length > 0 && text[0] is not ('{' or '['))
        {
            bool quoted = text[0] == '"';
            for (end = 1; end < text.Length; end++)
            {
                if (quoted ? text[end] == '"' && text[end - 1] != '\\' : text[end] is ',' or '}' or ']' or ' ' or '\n' or '\r' or '\t')
                    break;
            }

            text = text.Substring(0, Math.Min(text.Length, quoted ? end + 1 : end));
        }

        return text.Length > JsonLimits.Excerpt ? text.Substring(0, JsonLimits.Excerpt) + "…" : text;
    }
}
#pragma warning restore CA1032, CA1064
