using System;
using System.Collections.Generic;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>
/// The curl call of an explorer page. It is the page's second statement of the request, complete where the list of parameters is not, and the
/// one place where names stand unglued.
/// </summary>
internal sealed class ExplorerCurl
{
    private static readonly string[] s_dataOptions = [" -d ", " --data ", " --data-raw ", " --data-binary "];

    /// <summary>The method; <see langword="null"/> when the call names none.</summary>
    public string? Method { get; private set; }

    /// <summary>The URL from its path on, without the query; empty when there is none.</summary>
    public TextRange Path { get; private set; }

    /// <summary>The names in the query string, in order.</summary>
    public List<TextRange> Query { get; } = [];

    /// <summary>Whether the call carries a session.</summary>
    public bool HasSession { get; private set; }

    /// <summary>The body; <see langword="null"/> when there is none.</summary>
    public JsonSample? Body { get; private set; }

    /// <summary>Where the body begins in a call; -1 when it has none.</summary>
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

    /// <summary>Reads the call; <see langword="null"/> when <paramref name="place"/> is empty.</summary>
    public static ExplorerCurl? Read(PageText page, TextRange place)
    {
        if (place.IsEmpty)
            return null;
        var curl = new ExplorerCurl();
        ReadOnlySpan<char> call = page[place];
        int body = FindBody(call);
        if (body >= 0)
            curl.Body = JsonSample.Read(page.Text, new TextRange(place.Start + body, place.End));
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
