using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Findings;

/// <content>Rules that the catalog checks over all documentation pages (ZSG11xx).</content>
public static partial class FindingRules
{
    /// <summary>The rule ZSG1101.</summary>
    public static readonly FindingRule MergedApi = new("ZSG1101", FindingSeverity.Info,
        "Several pages describe one API", "Several pages describe the same API, for instance in different layouts, languages or versions. They are merged into one action.",
        "Nothing has to be done. To choose a page, remove the others. Otherwise, the page with a response table takes precedence.");

    /// <summary>The rule ZSG1102.</summary>
    public static readonly FindingRule ContradictingRequest = new("ZSG1102", FindingSeverity.Warning,
        "Pages disagree on an API's request", "Two pages give the same API different methods or paths. The page with a response table takes precedence.",
        "Correct or remove the wrong page.");

    /// <summary>The rule ZSG1103.</summary>
    public static readonly FindingRule TypeConflict = new("ZSG1103", FindingSeverity.Info,
        "Tables disagree on a type", "Two tables give a field of a structure, or a parameter of an API, different types. The first table in page order is used. A base type takes precedence over its subtypes.",
        "Use the same type in all tables.");

    /// <summary>The rule ZSG1104.</summary>
    public static readonly FindingRule UndescribedType = new("ZSG1104", FindingSeverity.Info,
        "Undescribed type", "A type cell names a structure that is neither described on a page nor a known structure of ZStack. The value is read as JSON.",
        "Add a page for the type under specs/types.");

    /// <summary>The rule ZSG1105.</summary>
    public static readonly FindingRule UnknownElement = new("ZSG1105", FindingSeverity.Info,
        "Unknown element type", "The type cell is List or Map without an element type, and no table, sample or name determines it. The elements are read as JSON.",
        "Write the element type, such as `List<String>`.");

    /// <summary>The rule ZSG1106.</summary>
    public static readonly FindingRule RenamedIdentifier = new("ZSG1106", FindingSeverity.Info,
        "C# name differs from the wire name", "The wire name is not a valid C# identifier, or the class already has a member of that name.",
        "Nothing has to be done. The message contains the C# name.");

    /// <summary>The rule ZSG1107.</summary>
    public static readonly FindingRule UnusableBase = new("ZSG1107", FindingSeverity.Warning,
        "Invalid base type", "A type page extends a type that is not described, or a type that extends the type itself.",
        "Correct the name, or add a page for the base type.");

    /// <summary>The rule ZSG1108.</summary>
    public static readonly FindingRule GuessedStructureName = new("ZSG1108", FindingSeverity.Info,
        "Guessed structure name", "The table has no type name, and its fields match neither a structure of the pages nor a known structure of ZStack.",
        "Write the type's name into the type cell that refers to the table.");

    /// <summary>The rule ZSG1109.</summary>
    public static readonly FindingRule ResultFromExample = new("ZSG1109", FindingSeverity.Info,
        "Result taken from the sample", "The page has no response table. The members of the result are taken from the response sample.",
        "Add a response table.");

    /// <summary>The rule ZSG1110.</summary>
    public static readonly FindingRule MergedType = new("ZSG1110", FindingSeverity.Info,
        "Several pages describe one type", "Several type pages have the same name. They are merged into one class with the fields of all.",
        "Nothing has to be done. To choose a page, remove the others.");

    /// <summary>The rule ZSG1999.</summary>
    public static readonly FindingRule InternalError = new("ZSG1999", FindingSeverity.Error,
        "Internal error", "A stage of the generator failed with an unexpected exception. This is a bug in the generator, not a problem of the page.",
        "Report the bug together with the page. Other pages are not affected.");
}
