using System;

namespace ZStack;

// Redacts access-key signatures. Each request has its own signature, and a job may report that of an earlier request, so they are recognized
// by their form: 20 bytes in Base64, that is 27 characters and one '=' (PROTOCOL.md §2.2).
internal static class SignatureRedactor
{
    private const int Characters = 27;

    // The last character encodes only 4 bits, so it is one of these.
    private const string Last = "AEIMQUYcgkosw048";

    // '+', '/' and '=' in lower case as JSON, URLs and markup may encode them. A backslash stands for any number of backslashes, for nested JSON.
    private static readonly string[] s_signs = ["%2b", "%2f", @"\u002b", @"\u002f", @"\/", "&#43;", "&#47;", "&#x2b;", "&#x2f;", "&plus;", "&sol;"];
    private static readonly string[] s_pads = ["=", "%3d", @"\u003d", "&#61;", "&#x3d;", "&equals;"];

    public static void Apply(Span<byte> text)
    {
        for (int end = 1; end <= text.Length; end++)
        {
            // With a value after it, the '=' separates a name from its value.
            if (text[end - 1] is not ((byte)'=' or (byte)'d' or (byte)'D' or (byte)';') || (end < text.Length && (IsPlain(text[end]) || text[end] == '=')))
                continue;
            int start = LengthOf(s_pads, text.Slice(0, end)) is > 0 and int pad ? Start(text.Slice(0, end - pad)) : -1;
            if (start >= 0)
                text.Slice(start, end - start).Fill((byte)'*');
        }
    }

    // Returns where the characters before the padding begin; -1 if they are not a signature.
    private static int Start(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0 || Last.IndexOf((char)text[text.Length - 1]) < 0)
            return -1;
        for (int i = 0; i < Characters; i++)
        {
            int length = LengthOf(s_signs, text);
            if (length == 0)
                length = text.Length > 0 && IsPlain(text[text.Length - 1]) ? 1 : 0;
            if (length == 0)
                return -1;
            text = text.Slice(0, text.Length - length);
        }

        return text.Length;
    }

    // Returns the length of the form that the text ends with; 0 if there is none.
    private static int LengthOf(string[] forms, ReadOnlySpan<byte> text)
    {
        foreach (string form in forms)
        {
            if (!EndsWith(text, form))
                continue;
            int start = text.Length - form.Length;
            if (form[0] == '\\')
            {
                while (start > 0 && text[start - 1] == '\\')
                    start--;
            }

            return text.Length - start;
        }

        return 0;
    }

    private static bool EndsWith(ReadOnlySpan<byte> text, string form)
    {
        if (text.Length < form.Length)
            return false;
        ReadOnlySpan<byte> end = text.Slice(text.Length - form.Length);
        for (int i = 0; i < form.Length; i++)
        {
            if (form[i] != (end[i] is >= (byte)'A' and <= (byte)'Z' ? end[i] | 0x20 : end[i]))
                return false;
        }

        return true;
    }

    private static bool IsPlain(byte c) => c is (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'a' and <= (byte)'z') or (>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'/';
}
