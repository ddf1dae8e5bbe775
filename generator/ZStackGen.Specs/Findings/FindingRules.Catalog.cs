using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Findings;

/// <content>ZSG11xx: what the catalog decides over all pages.</content>
public static partial class FindingRules
{
    /// <summary>ZSG1101.</summary>
    public static readonly FindingRule MergedApi = new("ZSG1101", FindingSeverity.Info,
        "Several pages describe one API", "Pages in different layouts, languages or versions describe the same API; they become one action.",
        "Keep one of them if the result is not what you want; the page with a response table decides.");

    /// <summary>ZSG1102.</summary>
    public static readonly FindingRule ContradictingRequest = new("ZSG1102", FindingSeverity.Warning,
        "Pages disagree on an API's request", "Two pages give the same API another method or path; the page with a response table decides.",
        "Correct or remove the page that is wrong.");

    /// <summary>ZSG1103.</summary>
    public static readonly FindingRule TypeConflict = new("ZSG1103", FindingSeverity.Info,
        "Tables disagree on a type", "The same field of the same structure (or parameter of the same API) has another type elsewhere; the first in page order counts, and a base's before those of what extends it.",
        "Give the field one type in all tables.");

    /// <summary>ZSG1104.</summary>
    public static readonly FindingRule UndescribedType = new("ZSG1104", FindingSeverity.Info,
        "No page describes the type", "A type cell names a structure that no page and no known structure of ZStack describes; the value is read as JSON.",
        "Add a page for the type under specs/types.");

    /// <summary>ZSG1105.</summary>
    public static readonly FindingRule UnknownElement = new("ZSG1105", FindingSeverity.Info,
        "Nothing tells what a list or map holds", "The type cell is a bare List or Map, and no table, sample or name tells its elements; they are read as JSON.",
        "Write the element's type, such as `List<String>`.");

    /// <summary>ZSG1106.</summary>
    public static readonly FindingRule RenamedIdentifier = new("ZSG1106", FindingSeverity.Info,
        "C# name differs from the wire name", "The wire name is no C# identifier, is taken in its class, or equals a name that the class already has.",
        "Nothing has to be done; the message tells the C# name.");

    /// <summary>ZSG1107.</summary>
    public static readonly FindingRule UnusableBase = new("ZSG1107", FindingSeverity.Warning,
        "Base type cannot be used", "A type page extends a type that nothing describes, or that leads back to the type itself.",
        "Correct the name, or add a page for the base type.");

    /// <summary>ZSG1108.</summary>
    public static readonly FindingRule GuessedStructureName = new("ZSG1108", FindingSeverity.Info,
        "Structure named by a guess", "The table has no type name and matches no structure of the pages or of ZStack.",
        "Write the type's name into the type cell that refers to the table.");

    /// <summary>ZSG1109.</summary>
    public static readonly FindingRule ResultFromExample = new("ZSG1109", FindingSeverity.Info,
        "Result taken from the sample", "The page has no response table; the result's members are those that the sample shows.",
        "Add a response table.");

    /// <summary>ZSG1110.</summary>
    public static readonly FindingRule MergedType = new("ZSG1110", FindingSeverity.Info,
        "Several pages describe one type", "Two type pages have the same name; they become one class with the fields of both.",
        "Keep one of them if the result is not what you want.");

    /// <summary>ZSG1999.</summary>
    public static readonly FindingRule InternalError = new("ZSG1999", FindingSeverity.Error,
        "Internal error", "A stage of the generator failed on something it should have handled. This is a fault of the generator, not of the page.",
        "Report the page; the other pages are not affected.");
}
