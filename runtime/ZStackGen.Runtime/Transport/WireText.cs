using System.Net.Http;

namespace ZStack;

// Decides which text can be part of a request. .NET refuses some of the rest only when it writes to the connection, as if that were broken,
// and drops some silently.
internal static class WireText
{
    public const string Ascii = "must be printable ASCII, the only characters that a header can carry";

    public const int MaxIdLength = 64;

    // Whether a text can be a header's value.
    public static bool IsHeaderValue(string text)
    {
        foreach (char c in text)
            if (c is (< ' ' or > '~') and not '\t')
                return false;
        return true;
    }

    // Whether a text can be a header's value without white space in it.
    public static bool IsHeaderWord(string text)
    {
        foreach (char c in text)
            if (c is <= ' ' or > '~')
                return false;
        return text.Length > 0;
    }

    // Whether a name consists of letters, digits and a few signs, and does not describe a body.
    public static bool IsRequestHeader(string name)
    {
        using var request = new HttpRequestMessage();
        return name.Length > 0 && request.Headers.TryAddWithoutValidation(name, string.Empty);
    }

    // Whether an id can be a segment of a path and the value of a header as it is: letters, digits and '-'.
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
