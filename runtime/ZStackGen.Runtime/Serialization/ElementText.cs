using System;
using System.Text.Json;

namespace ZStack;

// JSON values of the caller in a request. A value can be JSON that no text expresses, because it is read only when it is written.
internal static class ElementText
{
    // Returns the value as the text of a URL; null if there is no value.
    public static string? Of(JsonElement value, string owner, string parameter)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.Null or JsonValueKind.Undefined => null,
                JsonValueKind.String => value.GetString(),
                _ => value.GetRawText(),
            };
        }
        catch (InvalidOperationException e) when (e is not ObjectDisposedException)
        {
            throw Invalid(owner, parameter, e);
        }
    }

    // The exception for an escape that is half of a surrogate pair, or for too many levels. The cause does not name the parameter.
    public static ArgumentException Invalid(string owner, string parameter, InvalidOperationException cause)
        => new($"{owner}: parameter '{ServerText.Of(parameter)}' is JSON that cannot be sent: {cause.Message}", parameter, cause);
}
