using System;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ZStackGen.Explorer.Site;

/// <summary>Parses the arguments of a call. The caller is untrusted: a tree of nodes fails later for duplicate names and invalid texts.</summary>
internal static class RequestArguments
{
    /// <summary>Parses a JSON object.</summary>
    /// <param name="utf8">The text as UTF-8.</param>
    /// <returns>The arguments; <see langword="null"/> if the text is no JSON object, has duplicate names, or has a text that is not valid Unicode.</returns>
    public static JsonObject? Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return IsUnicode(utf8) ? JsonNode.Parse(utf8, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The reader refuses half of a surrogate pair only when it decodes the text.
    private static bool IsUnicode(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
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
