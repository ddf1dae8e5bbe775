using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog;

/// <summary>Words for what could not be told about a member's type.</summary>
internal static class TypeDoubts
{
    public static void Report(List<CatalogFinding> findings, TypeDoubt doubt, List<TypeEvidence> evidence, int culprit, TypeReference type, string memberName, string path, string key)
    {
        (FindingRule rule, string message) = doubt switch
        {
            TypeDoubt.UnknownName => (FindingRules.UndescribedType, "Nothing describes the type '" + NameIn(evidence) + "' of '" + memberName + "'; it is read as " + Words(type) + "."),
            TypeDoubt.UnknownElement => (FindingRules.UnknownElement, "Nothing tells what '" + memberName + "' holds; its elements are read as JSON."),
            TypeDoubt.NoType => (FindingRules.UndescribedType, "Nothing tells the type of '" + memberName + "'; it is read as JSON."),
            _ => (FindingRules.TypeConflict, "'" + memberName + "' is " + Cell(evidence[0].Type) + " here, but " + Cell(evidence[culprit].Type) + " on another page; this one decides."),
        };
        findings.Add(new CatalogFinding(rule.Id, rule.Severity, path, doubt == TypeDoubt.Conflict ? key : key + ElementLocations.TypeCell, message));
    }

    /// <summary>A type cell in quotes.</summary>
    public static string Cell(DocumentedType type) => type.Kind switch
    {
        DocumentedKind.Named => "'" + type.Name + "'",
        _ => "'" + type.Kind + (type.Element is { } element ? "<" + (element.Name ?? element.Kind.ToString()) + ">" : "") + "'",
    };

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
