using System;

namespace ZStack;

// Blots out the signatures of an access key. Each request has another one, and a job may tell that of a request long past, so they are known
// by their form: 20 bytes in base 64, that is 27 characters and one '=' (PROTOCOL.md §2.2).
internal static class SignatureRedactor
{
    private const int Characters = 27;

    // The last character stands for 4 bits only, so it is one of these.
    private const string Last = "AEIMQUYcgkosw048";

    // '+', '/' and '=' as JSON, URLs and markup may write them, in lower case. A backslash stands for any number of them: JSON within JSON.
    private static readonly string[] s_signs = ["%2b", "%2f", @"\u002b", @"\u002f", @"\/", "&#43;", "&#47;", "&#x2b;", "&#x2f;", "&plus;", "&sol;"];
    private static readonly string[] s_pads = ["=", "%3d", @"\u003d", "&#61;", "&#x3d;", "&equals;"];

    public static void Apply(Span<byte> text)
    {
        for (int end = 1; end <= text.Length; end++)
        {
            // A value behind the sign makes it the '=' of a name and its value.
            if (text[end - 1] is not ((byte)'=' or (byte)'d' or (byte)'D' or (byte)';') || (end < text.Length && (IsPlain(text[end]) || text[end] == '=')))
                continue;
            int start = LengthOf(s_pads, text.Slice(0, end)) is > 0 and int pad ? Start(text.Slice(0, end - pad)) : -1;
            if (start >= 0)
                text.Slice(start, end - start).Fill((byte)'*');
        }
    }

    // Where the characters before the padding begin; -1 if they are no signature's.
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

    // How long the form is with which the text ends; 0 if it ends with none.
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
