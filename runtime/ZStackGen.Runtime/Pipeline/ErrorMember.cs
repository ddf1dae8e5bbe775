using System;
using System.Text.Json;

namespace ZStack;

// Recognizes the `error` member of a response of ZStack (PROTOCOL.md §4). Gateways also return an `error`: a text, or an object with a numeric code.
internal static class ErrorMember
{
    // Determines whether the text is an object with ZStack's error. `unreadable` is returned for text that is not JSON.
    public static bool IsIn(ReadOnlySpan<byte> json, bool unreadable)
    {
        // Nearly all responses are recognized by this search.
        if (json.IndexOf("\"error\""u8) < 0)
            return false;
        if (json.StartsWith("\uFEFF"u8))
            json = json.Slice(3);
        var reader = new Utf8JsonReader(json, JsonLimits.ReaderOptions);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isError = JsonStringKey.Equals(in reader, "error"u8);
                if (!reader.Read())
                    return false;
                if (isError && reader.TokenType == JsonTokenType.StartObject)
                    return IsZStack(ref reader);
                reader.Skip();
            }

            return false;
        }
        catch (JsonException)
        {
            return unreadable;
        }
    }

    // ZStack's codes are texts such as `SYS.1000`; its texts are `description` and `details`.
    private static bool IsZStack(ref Utf8JsonReader reader)
    {
        bool isText = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isCode = JsonStringKey.Equals(in reader, "code"u8);
            bool isDescription = JsonStringKey.Equals(in reader, "description"u8) || JsonStringKey.Equals(in reader, "details"u8);
            if (!reader.Read())
                return false;
            if (isCode && reader.TokenType == JsonTokenType.String)
                return reader.ValueSpan.IndexOf((byte)'.') > 0;
            if (isCode && reader.TokenType == JsonTokenType.Number)
                return false;
            isText |= isDescription && reader.TokenType == JsonTokenType.String;
            reader.Skip();
        }

        return isText;
    }
}
