using System.Net.Http;

namespace ZStack;

// Decides which text can be part of a request. .NET rejects some invalid text only when it writes to the connection, with the exception of a
// broken connection, and drops other invalid text silently.
internal static class WireText
{
    public const string Ascii = "must contain only printable ASCII characters";

    public const int MaxIdLength = 64;

    // Whether a text is valid as the value of a header.
    public static bool IsHeaderValue(string text)
    {
        foreach (char c in text)
            if (c is (< ' ' or > '~') and not '\t')
                return false;
        return true;
    }

    // Whether a text is valid as the value of a header and contains no white space.
    public static bool IsHeaderWord(string text)
    {
        foreach (char c in text)
            if (c is <= ' ' or > '~')
                return false;
        return text.Length > 0;
    }

    // Whether a name is valid for a request header and is not a content header.
    public static bool IsRequestHeader(string name)
    {
        using var request = new HttpRequestMessage();
        return name.Length > 0 && request.Headers.TryAddWithoutValidation(name, string.Empty);
    }

    // Whether an id needs no escaping in a path and in a header: letters, digits and '-'.
    public static bool IsId(string? id)
    {
        if (id is null || id.Length is 0 or > MaxIdLength)
            return false;
        foreach (char c in id)
            if (!((uint)((c | 0x20) - 'a') <= 'z' - 'a' || (uint)(c - '0') <= 9 || c == '-'))
                return false;
        return true;
    }
}
