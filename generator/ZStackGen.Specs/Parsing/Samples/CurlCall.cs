using System;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Samples;

/// <summary>The content of a curl call, or of one line of it.</summary>
/// <param name="Method">The method after <c>-X</c>; <see langword="null"/> if there is none.</param>
/// <param name="Path">The path starting with the version, with real UUIDs and without a query string; <see langword="null"/> if there is no
/// address.</param>
/// <param name="Wrapper">The first member of the body; <see langword="null"/> if there is no body, or the member is not an object.</param>
/// <param name="HasSession">Whether the call sends a session.</param>
/// <param name="Place">The range of the text on the page.</param>
internal readonly record struct CurlCall(string? Method, string? Path, string? Wrapper, bool HasSession, TextRange Place)
{
    private const string LongOption = "--request";

    /// <summary>Reads a call or a line of a call.</summary>
    public static CurlCall Read(PageText page, TextRange place)
    {
        ReadOnlySpan<char> text = page[place];
        int at = text.IndexOf("-X".AsSpan()), length = 2;
        if (at < 0)
            (at, length) = (text.IndexOf(LongOption.AsSpan()), LongOption.Length);
        string? method = at < 0 ? null : RequestLine.MethodAt(text.Slice(at + length).TrimStart(" ='\"".AsSpan()), out _);
        bool session = text.IndexOf("OAuth".AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0;
        return new CurlCall(method, PathIn(text), WrapperIn(text), session, place);
    }

    /// <summary>Adds the content of another line of the call.</summary>
    public CurlCall With(CurlCall line) => new(
        Method ?? line.Method, Path ?? line.Path, Wrapper ?? line.Wrapper, HasSession || line.HasSession,
        Place.IsEmpty ? line.Place : new TextRange(Place.Start, line.Place.End));



    private static string? PathIn(ReadOnlySpan<char> text)
    {
        int from = 0;
        while (true)
        {
            int at = text.Slice(from).IndexOf("://".AsSpan());
            if (at < 0)
                return null;
            at += from + 3;
            from = at;
            int end = at;
            while (end < text.Length && !Characters.IsBlank(text[end]) && text[end] is not ('"' or '\'' or '\\' or '|'))
                end++;
            ReadOnlySpan<char> address = text.Slice(at, end - at);
            int version = address.IndexOf("/v1/".AsSpan());
            if (version < 0)
                continue;
            ReadOnlySpan<char> path = address.Slice(version);
            int question = path.IndexOf('?');
            return (question < 0 ? path : path.Slice(0, question)).ToString();
        }
    }

    private static string? WrapperIn(ReadOnlySpan<char> text)
    {
        int at = text.IndexOf("-d".AsSpan());
        if (at < 0)
            return null;
        text = text.Slice(at + 2);
        int open = text.IndexOf('{');
        if (open < 0 || open > 4)
            return null;
        ReadOnlySpan<char> rest = CellText.Trim(text.Slice(open + 1));
        if (rest.Length < 4 || rest[0] != '"')
            return null;
        int close = rest.Slice(1).IndexOf('"');
        if (close <= 0)
            return null;
        string name = rest.Slice(1, close).ToString();
        rest = CellText.Trim(rest.Slice(close + 2));
        return rest.Length > 1 && rest[0] == ':' && CellText.Trim(rest.Slice(1)) is { Length: > 0 } value && value[0] == '{' ? name : null;
    }
}
