using System;
using System.Text.RegularExpressions;
using ZStackGen.Specs.Parsing.Cells;

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
        "Since ", "Since:", "Available since ", "Available in ", "Added in ", "Introduced in ", "New in ", "Version: ", "Version ", "Extends ", "Extends: ", "Category: ", "Language: ", "Wrapper: ", "Chinese: ",
    ];

    /// <summary>Other words for the phrases, which the writer does not use.</summary>
    private static readonly string[] s_synonyms =
    [
        "Asynchronous API", "Synchronous API", "This API is asynchronous", "This API is synchronous", "This is an asynchronous API", "This is a synchronous API",
        "No authentication required", "No login required", "异步接口", "同步接口", "无需登录",
    ];

    /// <summary>The maximum length of a line that is a version with words around it.</summary>
    private const int LongestVersion = 60;

    private static readonly string[] s_properties =
    [
        "Asynchronous", "Async", "Synchronous", "Session required", "Requires session", "Session", "No session required", "Query API",
        "Authentication", "Authentication required", "Requires authentication", "Auth required", "异步", "是否异步", "需要会话", "需要登录",
        "Mode", "Execution", "Execution mode", "Call type", "API type", "Invocation", "调用方式", "执行方式", "接口类型",
    ];

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

        if (Array.Exists(s_synonyms, synonym => words.TrimEnd('.', '。').Equals(synonym, StringComparison.OrdinalIgnoreCase)))
            return true;
        // A version with words around it: "from 4.7.0", "Minimum version: 4.7.0".
        int colon = words.IndexOfAny([':', '：']);
        if (words.Length <= LongestVersion && HasDigit(words) && (IsVersion(words) || IsVersion(words.Substring(colon + 1))))
            return true;
        return colon > 0 && Array.Exists(s_properties, property => words.Substring(0, colon).Trim().Equals(property, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsVersion(string text) => VersionCell.IsVersion(text.Trim().TrimEnd('.', '。').AsSpan());

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
