using System;
using System.Text.Json;

namespace ZStackGen.Tool.Calling;

/// <summary>Checks the texts of JSON. The parser does not read escapes, and half of a surrogate pair cannot be written.</summary>
internal static class JsonUnicode
{
    /// <summary>Returns true if all texts and names are valid Unicode.</summary>
    /// <param name="json">The JSON.</param>
    public static bool IsValid(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    reader.GetString();
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
