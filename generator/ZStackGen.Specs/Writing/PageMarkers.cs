using System;
using System.Text.RegularExpressions;

namespace ZStackGen.Specs.Writing;

/// <summary>The lines of the page format with a fixed wording and a fixed meaning.</summary>
internal static class PageMarkers
{
    public const string Synchronous = "Synchronous.";
    public const string Asynchronous = "Asynchronous.";
    public const string NoSession = "No session required.";
    public const string QueryApi = "Query API.";
    public const string NoWrapper = "No wrapper.";
    public const string EmptyWrapper = "Empty wrapper.";
    public const string EmptyResponse = "The response is empty.";

    /// <summary>Ends a list of values that is not complete.</summary>
    public const char OpenValues = '…';

    private static readonly Regex s_request = new(@"^([-*>] )?[`*]{1,3}(GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
    private static readonly string[] s_fixed = [Synchronous, Asynchronous, NoSession, QueryApi, NoWrapper, EmptyWrapper, EmptyResponse];
    private static readonly string[] s_openings =
    [
        "Since ", "Since:", "Available since ", "Added in ", "Introduced in ", "New in ", "Version: ", "Version ", "Extends ", "Extends: ", "Category: ", "Language: ", "Wrapper: ", "Chinese: ",
    ];

    private static readonly string[] s_properties = ["Asynchronous", "Async", "Synchronous", "Session required", "Requires session", "Session", "No session required", "Query API"];

    /// <summary>
    /// Determines whether <paramref name="line"/> could be read as markers. A sentence can start like a marker ("Since the host …, it …."). Escaping it
    /// is harmless.
    /// </summary>
    public static bool IsMarker(string line)
    {
        string words = line.Replace("*", "").Trim('_', '`', ' ');
        if (words.Length == 0)
            return false;
        bool hasPeriod = words[words.Length - 1] is '.' or '。';
        foreach (string text in s_fixed)
        {
            int length = text.Length - 1;
            if (words.StartsWith(text.Substring(0, length), StringComparison.OrdinalIgnoreCase) && (words.Length == length || words[length] is '.' or '。'))
                return true;
        }

        foreach (string text in s_openings)
        {
            // Without a period, only a version or a single word makes a marker.
            if (words.StartsWith(text, StringComparison.OrdinalIgnoreCase) && (hasPeriod || HasDigit(words) || words.IndexOf(' ', text.Length) < 0))
                return true;
        }

        int colon = words.IndexOfAny([':', '：']);
        return colon > 0 && Array.Exists(s_properties, property => words.Substring(0, colon).Trim().Equals(property, StringComparison.OrdinalIgnoreCase));
    }

    private static bool HasDigit(string text)
    {
        foreach (char c in text)
        {
            if (c is (>= '0' and <= '9') or (>= '０' and <= '９'))
                return true;
        }

        return false;
    }

    /// <summary>Determines whether <paramref name="line"/> starts with an HTTP method in backticks, in bold or in both.</summary>
    public static bool IsRequestLine(string line) => s_request.IsMatch(line);
}
