using System;
using System.Collections.Generic;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Samples;

/// <summary>Reads the SDK sample of a page, which names the API even if the title was lost: <c>StopVmInstanceAction action = new …</c>.</summary>
internal static class SdkSample
{
    /// <summary>Returns the API's name in a line of the sample; <see langword="null"/> if the line is not part of a sample.</summary>
    public static string? NameIn(ReadOnlySpan<char> line) => NameLength(line) is var length and > 0 ? line.Slice(0, length).ToString() : null;

    /// <summary>Determines whether a line is part of a sample and names the API.</summary>
    public static bool IsAt(ReadOnlySpan<char> line) => NameLength(line) > 0;

    private static int NameLength(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || !Characters.IsUpper(line[0]))
            return 0;
        int end = 0;
        while (end < line.Length && Characters.IsNamePart(line[end]))
            end++;
        ReadOnlySpan<char> word = line.Slice(0, end);
        if (word.Length <= 6 || !word.EndsWith("Action".AsSpan(), StringComparison.Ordinal))
            return 0;
        ReadOnlySpan<char> rest = line.Slice(end);
        return rest.StartsWith(" action".AsSpan(), StringComparison.Ordinal) || rest.StartsWith(".Result".AsSpan(), StringComparison.Ordinal)
            ? word.Length - 6 : 0;
    }

    /// <summary>Returns the parameters that the sample sets (<c>action.uuid = …</c>), except the session.</summary>
    public static IEnumerable<string> Assigned(PageText page, TextRange place)
    {
        const string Opening = "action.";
        int at = place.Start;
        while (at < place.End && (at = page.Text.IndexOf(Opening, at, place.End - at, StringComparison.Ordinal)) >= 0)
        {
            at += Opening.Length;
            int end = at;
            while (end < place.End && Characters.IsNamePart(page.Text[end]))
                end++;
            int equals = end;
            while (equals < place.End && page.Text[equals] == ' ')
                equals++;
            string name = page.Text.Substring(at, end - at);
            if (equals < place.End && page.Text[equals] == '=' && name is not ("sessionId" or "systemTags" or "userTags"))
                yield return name;
            at = end;
        }
    }
}
