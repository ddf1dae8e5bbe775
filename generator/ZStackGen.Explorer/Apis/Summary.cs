using System;

namespace ZStackGen.Explorer.Apis;

/// <summary>Shortens a description to the line that a list shows.</summary>
internal static class Summary
{
    /// <summary>Returns the first sentence or line.</summary>
    public static string? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        string line = text.Trim();
        int end = line.IndexOf('\n', StringComparison.Ordinal);
        if (end >= 0)
            line = line[..end].TrimEnd();
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '。' || (line[i] == '.' && i + 1 < line.Length && line[i + 1] == ' '))
                return Shorten(line[..i]);
        }

        return Shorten(line.TrimEnd('.'));
    }

    private static string Shorten(string line) => line.Length <= 120 ? line : line[..119] + "…";
}
