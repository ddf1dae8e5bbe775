using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ZStackGen.Specs.Model;

namespace ZStackGen.Facts.Words;

/// <summary>Finds uninformative texts: empty ones, repeated names, split abbreviations.</summary>
internal static partial class TextChecks
{
    private static readonly HashSet<string> s_fillers = new(StringComparer.OrdinalIgnoreCase) { "the", "a", "an", "this", "its", "is", "value", "field", "parameter" };

    /// <summary>Returns the problems in the texts of an API's page, each with its place.</summary>
    public static IEnumerable<string> Check(ApiModel api) =>
    [
        // A sentence with the verb of the name states the effect.
        .. Check(api.Name, "", api.Description),
        .. api.Parameters.SelectMany(parameter => Check($"{api.Name}.{parameter.Name}", parameter.Name, parameter.Description)),
        .. (api.Response?.Fields ?? default).SelectMany(field => Check($"{api.Name} response.{field.Name}", field.Name, field.Description)),
        .. api.SystemTags.SelectMany(tag => Check($"{api.Name} tag {tag.Tag}", tag.Tag, tag.Description)),
    ];

    /// <summary>Returns the problems in the texts of a structure's page, each with its place.</summary>
    public static IEnumerable<string> Check(StructureModel structure) =>
    [
        .. Check(structure.Name!, structure.Name!, structure.Description),
        .. structure.Fields.SelectMany(field => Check($"{structure.Name}.{field.Name}", field.Name, field.Description)),
        .. structure.ValueDescriptions.SelectMany(described => CheckValue($"{structure.Name}.{described.Value}", described.Value, described.Description)),
    ];

    /// <summary>Returns the problems in the description of a value. "The resource is enabled." does not state the effect of <c>Enabled</c>.</summary>
    /// <param name="place">The place of the description.</param>
    /// <param name="value">The value.</param>
    /// <param name="text">The description.</param>
    public static IEnumerable<string> CheckValue(string place, string value, string? text) =>
        text is not null && Regex.IsMatch(text, $@"^[\w ()-]+ (is|was|are|were|has) (an? )?(in an? )?{Regex.Escape(value)}( state)?\.$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)
            ? Check(place, value, text).Append($"{place}: only repeats the value: {text}")
            : Check(place, value, text);

    /// <summary>Returns the problems in a text.</summary>
    /// <param name="place">The place of the text.</param>
    /// <param name="name">The name that it describes; empty if it may repeat the name.</param>
    /// <param name="text">The text.</param>
    public static IEnumerable<string> Check(string place, string name, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return $"{place}: no text";
            yield break;
        }

        string prose = Code().Replace(text, "X");
        if (name.Length > 0 && Repeats(name, prose))
            yield return $"{place}: only repeats the name: {text}";
        if (DoubledWord().Match(prose) is { Success: true } doubled)
            yield return $"{place}: '{doubled.Value}': {text}";
        if (SplitAbbreviation().Match(prose) is { Success: true } split)
            yield return $"{place}: '{split.Value}' is an abbreviation: {text}";
        if (LowerUuid().IsMatch(prose))
            yield return $"{place}: UUID in small letters: {text}";
        if (prose.Contains('{', StringComparison.Ordinal) || prose.Contains("  ", StringComparison.Ordinal))
            yield return $"{place}: a blank that is not filled: {text}";
        if (!prose.EndsWith('.') && !prose.EndsWith(')') && !prose.EndsWith(':'))
            yield return $"{place}: no full stop: {text}";
        if (char.IsAsciiLetterLower(prose[0]) && !SpelledSmall().IsMatch(prose))
            yield return $"{place}: begins with a small letter: {text}";
    }

    // "Zone UUID." repeats the name. "UUID of the zone." at least states the owner.
    private static bool Repeats(string name, string text)
    {
        IEnumerable<string> said = Word().Matches(text).Select(static match => match.Value).Where(static word => !s_fillers.Contains(word)).Select(Stem);
        return text.Length == 0 || (!text.Contains(" of ", StringComparison.Ordinal) && said.SequenceEqual(NameWords.Split(name).Select(Stem), StringComparer.OrdinalIgnoreCase));
    }

    private static string Stem(string word) => word.Length > 3 && word.EndsWith('s') ? word[..^1] : word;

    [GeneratedRegex("^(libvirt|vGPU|iSCSI|vCenter|mdev|vNUMA|vSwitch|vRouter|eNSP|iPXE)", RegexOptions.CultureInvariant)]
    private static partial Regex SpelledSmall();

    [GeneratedRegex("`[^`]*`", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex("[A-Za-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b([A-Za-z]{2,}) \1\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DoubledWord();

    [GeneratedRegex(@"\b([lL] [23]|[vV] [mM]|[iI] [pP]|[uU] [uU] [iI] [dD]|[cC] [pP] [uU])\b", RegexOptions.CultureInvariant)]
    private static partial Regex SplitAbbreviation();

    [GeneratedRegex(@"\buuids?\b", RegexOptions.CultureInvariant)]
    private static partial Regex LowerUuid();
}
