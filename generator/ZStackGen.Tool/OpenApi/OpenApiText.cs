using System;
using System.Linq;
using System.Text;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.OpenApi;

/// <summary>
/// Converts texts of pages to OpenAPI descriptions, which are CommonMark. Text stays text: nothing in it becomes an HTML tag in any viewer.
/// </summary>
internal static class OpenApiText
{
    /// <summary>Returns a description followed by the version; <see langword="null"/> if there is neither.</summary>
    /// <param name="text">The text of the page.</param>
    /// <param name="since">The version on the page.</param>
    public static string? Describe(string? text, string? since)
    {
        string? words = string.IsNullOrWhiteSpace(text) ? null : Escape(text.Trim());
        string? version = StatedVersion.Describe(since);
        return words is null ? version : version is null ? words : $"{words}{(EndsSentence(words) ? " " : ". ")}{version}";
    }

    /// <summary>Returns the description of an open enumeration, followed by the list of its described values.</summary>
    public static string? Describe(CatalogEnumeration enumeration)
    {
        string? words = Describe(enumeration.Description, enumeration.Since);
        string values = string.Join('\n', enumeration.Values.Where(static value => !string.IsNullOrWhiteSpace(value.Description))
            .Select(static value => $"- {Code(value.Value)}: {Escape(value.Description!.ReplaceLineEndings(" ").Trim())}"));
        return values.Length == 0 ? words : words is null ? values : $"{words}\n\n{values}";
    }

    /// <summary>Returns the description of a member: its text, its values, its version.</summary>
    public static string? Describe(CatalogMember member)
    {
        if (member.Values.Count == 0)
            return Describe(member.Limits is { } limits ? $"{member.Description}{(string.IsNullOrWhiteSpace(member.Description) ? "" : EndsSentence(member.Description.TrimEnd()) ? " " : ". ")}{limits}" : member.Description, member.Since);
        string values = $"Values: {string.Join(", ", member.Values.Select(static value => Code(value)))}.";
        string? words = Describe(member.Description, null);
        string described = words is null ? values : $"{words}{(EndsSentence(words) ? " " : ". ")}{values}";
        return StatedVersion.Describe(member.Since) is { } since ? $"{described} {since}" : described;
    }

    private static string Code(string value) => $"`{value.Replace('`', '\'')}`";

    private static bool EndsSentence(string text) => text[^1] is '.' or '!' or '?' or '。' or '!' or '?' or ':' or ':';

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] is '/' or '!' or '?'))
                escaped.Append('\\');
            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }
}
