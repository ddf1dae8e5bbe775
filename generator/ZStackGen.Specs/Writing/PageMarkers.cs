using System;
using System.Text.RegularExpressions;

namespace ZStackGen.Specs.Writing;

/// <summary>The lines of the page format that state something in a few fixed words.</summary>
internal static class PageMarkers
{
    public const string Synchronous = "Synchronous.";
    public const string Asynchronous = "Asynchronous.";
    public const string NoSession = "No session required.";
    public const string QueryApi = "Query API.";
    public const string NoWrapper = "No wrapper.";
    public const string EmptyWrapper = "Empty wrapper.";
    public const string EmptyResponse = "The response is empty.";

    /// <summary>Ends a list of values that leaves room for others.</summary>
    public const char OpenValues = '…';

    private static readonly Regex s_request = new(@"^`(GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
    private static readonly string[] s_fixed = [Synchronous, Asynchronous, NoSession, QueryApi, NoWrapper, EmptyWrapper, EmptyResponse];
    private static readonly string[] s_openings = ["Since ", "Extends ", "Category: ", "Language: ", "Wrapper: "];

    /// <summary>Whether <paramref name="line"/> says something about the element instead of describing it.</summary>
    public static bool IsMarker(string line)
    {
        foreach (string text in s_fixed)
        {
            if (line.Equals(text, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        foreach (string text in s_openings)
        {
            // A sentence that only begins like a marker ("Since the host …, it …") is harmless to escape.
            if (line.StartsWith(text, StringComparison.OrdinalIgnoreCase) && line[line.Length - 1] == '.')
                return true;
        }

        return false;
    }

    /// <summary>Whether <paramref name="line"/> begins with a method in backticks, whatever comes behind.</summary>
    public static bool IsRequestLine(string line) => s_request.IsMatch(line);
}
