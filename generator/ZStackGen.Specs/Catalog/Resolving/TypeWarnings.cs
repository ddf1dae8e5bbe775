using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>Words for what could not be told about a member's type.</summary>
internal static class TypeWarnings
{
    public static void Report(List<CatalogFinding> findings, TypeDoubt doubt, List<TypeEvidence> evidence, int culprit, TypeReference type, string memberName, string path, string key, Func<StructurePart, string> nameOf)
    {
        (FindingRule rule, string message) = doubt switch
        {
            TypeDoubt.UnknownName => (FindingRules.UndescribedType, "Nothing describes the type '" + NameIn(evidence) + "' of '" + memberName + "'; it is read as " + Words(type) + "."),
            TypeDoubt.UnknownElement => (FindingRules.UnknownElement, "Nothing tells what '" + memberName + "' holds; its elements are read as JSON."),
            TypeDoubt.NoType => (FindingRules.UndescribedType, "Nothing tells the type of '" + memberName + "'; it is read as JSON."),
            _ => (FindingRules.TypeConflict, "'" + memberName + "' is " + Cell(evidence[0], nameOf) + " here, but " + Cell(evidence[culprit], nameOf) + " on another page; this one decides."),
        };
        findings.Add(new CatalogFinding(rule.Id, rule.Severity, path, doubt == TypeDoubt.Conflict ? key : key + ElementLocations.TypeCell, message));
    }

    /// <summary>What a row says of a type, in quotes: its cell, and its table's name where the cell has none.</summary>
    public static string Cell(TypeEvidence row, Func<StructurePart, string> nameOf)
    {
        DocumentedType type = row.Type;
        string? table = row.Table is { } described && type.MentionedName is null ? nameOf(described) : null;
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
