using System.Net.Http;

namespace ZStack;

// What can travel in a request's header. .NET refuses some of the rest only when it writes to the connection, as if that were broken, and drops some silently.
internal static class HeaderText
{
    public const string Ascii = "must be printable ASCII, the only characters that a header can carry";

    public static bool IsValue(string text)
    {
        foreach (char c in text)
            if (c is (< ' ' or > '~') and not '\t')
                return false;
        return true;
    }

    // Without the white space that would part it.
    public static bool IsWord(string text)
    {
        foreach (char c in text)
            if (c is <= ' ' or > '~')
                return false;
        return true;
    }

    // A name of letters, digits and a few signs, and none of the headers that describe a body.
    public static bool IsRequestHeader(string name)
    {
        using var request = new HttpRequestMessage();
        return name.Length > 0 && request.Headers.TryAddWithoutValidation(name, string.Empty);
    }
}
