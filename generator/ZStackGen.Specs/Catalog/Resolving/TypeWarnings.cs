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
    public static CatalogFinding Describe(TypeWarning warning, List<TypeEvidence> evidence, int culprit, TypeReference type, string memberName, string path, string key, TypeLookup types)
    {
        (FindingRule rule, string message) = warning switch
        {
            TypeWarning.UnknownName => (FindingRules.UndescribedType, "Nothing describes the type '" + NameIn(evidence) + "' of '" + memberName + "'; it is read as " + Words(type) + "."),
            TypeWarning.UnknownElement => (FindingRules.UnknownElement, "Nothing tells what '" + memberName + "' holds; its elements are read as JSON."),
            TypeWarning.NoType => (FindingRules.UndescribedType, "Nothing tells the type of '" + memberName + "'; it is read as JSON."),
            _ => (FindingRules.TypeConflict, "'" + memberName + "' is " + Cell(evidence[0], types) + " here, but " + Cell(evidence[culprit], types) + " on another page; this one decides."),
        };
        return new CatalogFinding(rule.Id, rule.Severity, path, warning == TypeWarning.Conflict ? key : key + ElementLocations.TypeCell, message);
    }

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

    private static string NameIn(List<TypeEvidence> evidence)
    {
        foreach (TypeEvidence row in evidence)
        {
            if (row.Type.MentionedName is { } name)
                return name;
        }

        return "?";
    }

    private static string Words(TypeReference type) => type.Kind == ValueKind.Json ? "JSON" : type.Kind.ToString();
}
