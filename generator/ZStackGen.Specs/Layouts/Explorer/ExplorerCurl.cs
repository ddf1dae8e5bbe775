using System;
using System.Collections.Generic;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>
/// The curl call of an explorer page. It repeats the request, includes parameters that are missing from the list, and contains the names
/// separately, while rows contain them glued to other words.
/// </summary>
internal sealed class ExplorerCurl
{
    private static readonly string[] s_dataOptions = [" -d ", " --data ", " --data-raw ", " --data-binary "];

    /// <summary>Gets the method; <see langword="null"/> if the call has none.</summary>
    public string? Method { get; private set; }

    /// <summary>Gets the path of the URL, without the query string; empty if there is none.</summary>
    public TextRange Path { get; private set; }

    /// <summary>Gets the names in the query string, in order.</summary>
    public List<TextRange> Query { get; } = [];

    /// <summary>Gets whether the call has a session header.</summary>
    public bool HasSession { get; private set; }

    /// <summary>Gets the body; <see langword="null"/> if there is none.</summary>
    public JsonSample? Body { get; private set; }

    /// <summary>Returns the position of the body in a call; -1 if there is none.</summary>
    public static int FindBody(ReadOnlySpan<char> call)
    {
        foreach (string option in s_dataOptions)
        {
            int at = call.IndexOf(option.AsSpan(), StringComparison.Ordinal);
            if (at < 0)
                continue;
            for (int i = at + option.Length; i < call.Length; i++)
            {
                if (call[i] == '{')
                    return i;
                if (!(Characters.IsBlank(call[i]) || call[i] is '\'' or '"' or '\\' or '$'))
                    break;
            }
        }

        return -1;
    }

    /// <summary>Reads the call; returns <see langword="null"/> if <paramref name="place"/> is empty.</summary>
    public static ExplorerCurl? Read(PageReading reading, TextRange place)
    {
        if (place.IsEmpty)
            return null;
        var curl = new ExplorerCurl();
        ReadOnlySpan<char> call = reading.Page[place];
        int body = FindBody(call);
        if (body >= 0)
            curl.Body = reading.Samples.Read(new TextRange(place.Start + body, place.End));
        ReadOnlySpan<char> head = body < 0 ? call : call.Slice(0, body);
        curl.HasSession = head.IndexOf("Authorization:".AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0;
        int option = head.IndexOf("-X".AsSpan(), StringComparison.Ordinal);
        if (option >= 0)
            curl.Method = HttpMethods.At(head.Slice(option + 2).TrimStart());
        curl.ReadUrl(head, place.Start);
        return curl;
    }

    private void ReadUrl(ReadOnlySpan<char> head, int start)
    {
        // The host may be a placeholder, or missing.
        int scheme = head.IndexOf("://".AsSpan(), StringComparison.Ordinal);
        int host = scheme < 0 ? 0 : scheme + 3;
        int from = scheme < 0 ? head.IndexOf("/zstack/v1/".AsSpan(), StringComparison.Ordinal) : head.Slice(host).IndexOf('/');
        if (from < 0)
            return;
        from += host;
        int end = from;
        while (end < head.Length && head[end] is not ('\'' or '"' or '?' or '#') && !Characters.IsBlank(head[end]))
            end++;
        Path = new TextRange(start + from, start + end);
        while (end < head.Length && head[end] is '?' or '&')
        {
            int name = end + 1;
            int equals = name;
            while (equals < head.Length && head[equals] is not ('=' or '&' or '\'' or '"') && !Characters.IsBlank(head[equals]))
                equals++;
            if (equals > name)
                Query.Add(new TextRange(start + name, start + equals));
            end = equals;
            while (end < head.Length && head[end] is not ('&' or '\'' or '"') && !Characters.IsBlank(head[end]))
                end++;
        }
    }
}
