using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>What could not be told about a member's type.</summary>
internal enum TypeWarning
{
    None,
    UnknownName,
    UnknownElement,
    NoType,
    Conflict,
}

/// <summary>Reports what could not be told about a member's type.</summary>
internal static class TypeWarnings
{
    /// <summary>Describes a warning.</summary>
    /// <param name="warning">What could not be told.</param>
    /// <param name="evidence">All rows that state the type.</param>
    /// <param name="culprit">For a conflict: the row that disagrees.</param>
    /// <param name="type">The decided type.</param>
    /// <param name="member">The member's wire name.</param>
    /// <param name="path">The page of the first row.</param>
    /// <param name="key">The first row's element key.</param>
    /// <param name="isParameter">Whether a program gives the value: then a wrong type is the program's burden, and a warning.</param>
    /// <param name="types">The types that the name could have meant.</param>
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
            TypeWarning.UnknownElement => (FindingRules.UnknownElement, "Nothing tells what '" + member + "' holds; its elements are read as JSON."),
            TypeWarning.NoType => (FindingRules.UndescribedType, "Nothing tells the type of '" + member + "'; it is read as JSON."),
            _ => (FindingRules.TypeConflict, "'" + member + "' is " + Cell(evidence[0], types) + " here, but " + Cell(evidence[culprit], types) + " on another page; this one decides."),
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
            // Of several rows the one whose name nothing describes.
            if (row.Type.MentionedName is not { } mentioned || types.Peek(mentioned) is not null)
                continue;
            name = mentioned;
            cell = row.Cell;
            break;
        }

        string where = cell is null || string.Equals(cell, name, StringComparison.Ordinal) ? "" : " in '" + Excerpt.Of(cell) + "'";
        string? suggestion = types.Suggest(name);
        return "Nothing describes the type '" + Excerpt.Of(name) + "'" + where + " of '" + Excerpt.Of(member) + "'" + NameSuggestions.Question(suggestion)
            + (suggestion is null ? "; it" : " It") + " is read as " + Words(type) + ".";
    }

    /// <summary>Keeps a message short however long the cell is.</summary>

    /// <summary>What a row says of a type, in quotes: its cell, and its table's name where the cell has none.</summary>
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

    /// <summary>A decided type in quotes.</summary>
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
