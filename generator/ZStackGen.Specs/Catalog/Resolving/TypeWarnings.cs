using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>The reason why the type of a member is not certain.</summary>
internal enum TypeWarning
{
    None,
    UnknownName,
    UnknownElement,
    NoType,
    Conflict,
}

/// <summary>Creates the findings about types that are not certain.</summary>
internal static class TypeWarnings
{
    /// <summary>Creates the finding about a warning.</summary>
    /// <param name="warning">The warning.</param>
    /// <param name="evidence">All rows that state the type.</param>
    /// <param name="culprit">The index of the contradicting row, for a conflict.</param>
    /// <param name="type">The resolved type.</param>
    /// <param name="member">The wire name of the member.</param>
    /// <param name="path">The page of the first row.</param>
    /// <param name="key">The key of the first row's element.</param>
    /// <param name="isParameter">Whether the program supplies the value. An unknown type is then a warning, because the program must get it
    /// right.</param>
    /// <param name="types">The types to search for suggestions.</param>
    public static CatalogFinding Describe(
        TypeWarning warning,
        List<TypeEvidence> evidence,
        int culprit,
        TypeReference type,
        string member,
        string path,
        string key,
        bool isParameter,
        TypeLookup types)
    {
        (FindingRule rule, string message) = warning switch
        {
            TypeWarning.UnknownName => (FindingRules.UndescribedType, Unknown(evidence, member, type, types)),
            TypeWarning.UnknownElement => (FindingRules.UnknownElement, "The element type of '" + member + "' is unknown; its elements are read as JSON."),
            TypeWarning.NoType => (FindingRules.UndescribedType, "The type of '" + member + "' is unknown; it is read as JSON."),
            _ => (FindingRules.TypeConflict, "'" + member + "' is " + Cell(evidence[0], types) + " here, but " + Cell(evidence[culprit], types) + " on another page; this page takes precedence."),
        };
        FindingSeverity severity = isParameter && warning == TypeWarning.UnknownName ? FindingSeverity.Warning : rule.Severity;
        return new CatalogFinding(rule.Id, severity, path, warning == TypeWarning.Conflict ? key : key + ElementLocations.TypeCell, message);
    }

    private static string Unknown(List<TypeEvidence> evidence, string member, TypeReference type, TypeLookup types)
    {
        string name = "?";
        string? cell = null;
        foreach (TypeEvidence row in evidence)
        {
            // If there are several rows, the one with an undescribed name is reported.
            if (row.Type.MentionedName is not { } mentioned || types.Peek(mentioned) is not null)
                continue;
            name = mentioned;
            cell = row.Cell;
            break;
        }

        string where = cell is null || string.Equals(cell, name, StringComparison.Ordinal) ? "" : " in '" + Excerpt.Of(cell) + "'";
        string? suggestion = types.Suggest(name);
        return "Unknown type '" + Excerpt.Of(name) + "'" + where + " of '" + Excerpt.Of(member) + "'" + NameSuggestions.Question(suggestion)
            + (suggestion is null ? "; it" : " It") + " is read as " + Words(type) + ".";
    }

    /// <summary>Returns the type that a row states, in quotes: its cell, or the name of its table if the cell names no type.</summary>
    public static string Cell(TypeEvidence row, TypeLookup types)
    {
        DocumentedType type = row.Type;
        string? table = row.Table is { IsText: false } described && type.MentionedName is null ? types.NameOf(described) : null;
        return type.Kind switch
        {
            DocumentedKind.Named => "'" + type.Name + "'",
            DocumentedKind.List or DocumentedKind.Map when table is not null => "'" + type.Kind + "<" + table + ">'",
            _ => "'" + (table ?? type.Kind.ToString()) + (type.Element is { } element ? "<" + (element.Name ?? element.Kind.ToString()) + ">" : "") + "'",
        };
    }

    /// <summary>Returns a resolved type in quotes.</summary>
    public static string Name(TypeReference type) =>
        "'" + (type.Name ?? type.Kind.ToString()) + (type.Element is { } element ? "<" + (element.Name ?? element.Kind.ToString()) + ">" : "") + "'";

    private static string Words(TypeReference type)
    {
        string element = (type.Element ?? type).Kind == ValueKind.Json ? "JSON" : (type.Element ?? type).Kind.ToString();
        return type.Kind switch
        {
            ValueKind.List => "a list of " + element,
            ValueKind.Map => "a map of " + element,
            _ => element,
        };
    }
}
