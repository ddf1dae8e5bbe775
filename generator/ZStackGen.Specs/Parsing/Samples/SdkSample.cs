using System;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Samples;

/// <summary>The SDK sample of a page, which names the API even where the title was lost: <c>StopVmInstanceAction action = new …</c>.</summary>
internal static class SdkSample
{
    /// <summary>The API's name in a line of the sample; <see langword="null"/> when the line is none.</summary>
    public static string? NameIn(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || !Characters.IsUpper(line[0]))
            return null;
        int end = 0;
        while (end < line.Length && Characters.IsNamePart(line[end]))
            end++;
        ReadOnlySpan<char> word = line.Slice(0, end);
        if (word.Length <= 6 || !word.EndsWith("Action".AsSpan(), StringComparison.Ordinal))
            return null;
        ReadOnlySpan<char> rest = line.Slice(end);
        return rest.StartsWith(" action".AsSpan(), StringComparison.Ordinal) || rest.StartsWith(".Result".AsSpan(), StringComparison.Ordinal)
            ? word.Slice(0, word.Length - 6).ToString() : null;
    }
}
