using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Findings;

/// <summary>Every finding about pages. ZSG10xx: one page, made by the reader. ZSG11xx: several pages, made by the catalog.</summary>
public static partial class FindingRules
{
    /// <summary>ZSG1001.</summary>
    public static readonly FindingRule EmptyPage = new("ZSG1001", FindingSeverity.Warning,
        "Empty page", "The file holds no text.", "Fill it, or take it out of the specs folder.");

    /// <summary>ZSG1002.</summary>
    public static readonly FindingRule BinaryPage = new("ZSG1002", FindingSeverity.Error,
        "Not a text", "The file holds characters that no text has (an image, an archive, a wrong encoding).", "Save the page as UTF-8 text.");

    /// <summary>ZSG1003.</summary>
    public static readonly FindingRule NothingToRead = new("ZSG1003", FindingSeverity.Warning,
        "No API and no structure", "The file has neither a request line nor a field table under a type's name.",
        "Take it out of the specs folder, or begin its name with an underscore.");

    /// <summary>ZSG1004.</summary>
    public static readonly FindingRule NoRequestLine = new("ZSG1004", FindingSeverity.Error,
        "No request line", "The page has parameters but no line such as `GET /v1/zones`.", "Add the method and the path.");

    /// <summary>ZSG1005.</summary>
    public static readonly FindingRule BrokenRow = new("ZSG1005", FindingSeverity.Warning,
        "Broken table row", "A row has more or fewer cells than its header, or no usable name or type.",
        "Give the row one cell per column; write a bar inside a cell as `\\|`.");

    /// <summary>ZSG1006.</summary>
    public static readonly FindingRule UnknownType = new("ZSG1006", FindingSeverity.Warning,
        "Unknown type", "A type cell is neither a documented type word nor the name of a structure.",
        "Use String, int, long, boolean, double, float, Timestamp, List, Map, Object or a structure's name.");

    /// <summary>ZSG1007.</summary>
    public static readonly FindingRule DuplicateParameter = new("ZSG1007", FindingSeverity.Warning,
        "Duplicate parameter", "Two rows of a parameter table have the same name; the first one counts.", "Remove or rename one of them.");

    /// <summary>ZSG1008.</summary>
    public static readonly FindingRule PathVariableWithoutParameter = new("ZSG1008", FindingSeverity.Warning,
        "Path variable without parameter", "The path has a `{variable}` that no row of the parameter table names.",
        "Add the row, or give variable and row the same name.");

    /// <summary>ZSG1009.</summary>
    public static readonly FindingRule InvalidVersion = new("ZSG1009", FindingSeverity.Warning,
        "Since is no version", "A version cell holds something that is not digits and dots.", "Write it like `4.7.0`, or leave the cell empty.");

    /// <summary>ZSG1010.</summary>
    public static readonly FindingRule ExampleKeyWithoutRow = new("ZSG1010", FindingSeverity.Info,
        "Example shows an undocumented member", "A member of the example has no row in the table; it stays readable as an unknown member.",
        "Add the row, or take the member out of the example.");

    /// <summary>ZSG1011.</summary>
    public static readonly FindingRule SampleNotJson = new("ZSG1011", FindingSeverity.Info,
        "Example is not JSON", "The example breaks JSON's rules (lost quotes or commas, comments). Info if it could be corrected, else a warning.",
        "Correct the example at the place named.");

    /// <summary>ZSG1012.</summary>
    public static readonly FindingRule NameFromFile = new("ZSG1012", FindingSeverity.Warning,
        "API name taken from the file's name", "Title, SDK sample, body wrapper and Operation ID are all missing.", "Give the page a title with the API's name.");

    /// <summary>ZSG1013.</summary>
    public static readonly FindingRule ReaderGaveUp = new("ZSG1013", FindingSeverity.Error,
        "Page could not be read", "The reader met something it cannot handle. This is a fault of the reader, not of the page.",
        "Report the page; the other pages are not affected.");

    /// <summary>ZSG1014.</summary>
    public static readonly FindingRule TooManyFindings = new("ZSG1014", FindingSeverity.Info,
        "Further findings left out", "The page has more than 500 findings of one severity; the place reaches over all that are left out.", "Fix the first ones and check again.");

    /// <summary>ZSG1015.</summary>
    public static readonly FindingRule DuplicateField = new("ZSG1015", FindingSeverity.Warning,
        "Duplicate field", "Two rows of a field table have the same name; the first one counts.", "Remove or rename one of them.");

    /// <summary>ZSG1016.</summary>
    public static readonly FindingRule DuplicateApi = new("ZSG1016", FindingSeverity.Warning,
        "API twice on one page", "A page documents the same API a second time; the first one counts.", "Remove the repetition.");

    /// <summary>ZSG1017.</summary>
    public static readonly FindingRule UnknownLocation = new("ZSG1017", FindingSeverity.Warning,
        "Unknown location", "A location cell is neither url (path), query nor body.", "Write `path`, `query`, `body` or `body: wrapper`.");

    /// <summary>ZSG1018.</summary>
    public static readonly FindingRule MissingStructure = new("ZSG1018", FindingSeverity.Info,
        "Table referred to is missing", "A row refers to a table (\"See x\") that the page does not have.", "Add the table, or name the type in the type cell.");

    /// <summary>ZSG1019.</summary>
    public static readonly FindingRule PageCut = new("ZSG1019", FindingSeverity.Warning,
        "Page is cut off", "The page ends in the middle of a table row.", "Copy the page again; what was cut off is missing.");

    /// <summary>ZSG1020.</summary>
    public static readonly FindingRule NameContradiction = new("ZSG1020", FindingSeverity.Info,
        "Two names for one API", "The title and the SDK sample name different APIs; the title counts.", "Correct the wrong one.");

    /// <summary>ZSG1021.</summary>
    public static readonly FindingRule WrapperContradiction = new("ZSG1021", FindingSeverity.Info,
        "Two wrappers for one body", "The parameter table and the body's example name different wrappers; the table counts.", "Correct the wrong one.");

    /// <summary>ZSG1022.</summary>
    public static readonly FindingRule TableWithoutUse = new("ZSG1022", FindingSeverity.Warning,
        "Table that nothing refers to", "The page has no response, but a table that no row refers to; nothing of it is generated.",
        "Call the response's table `## Response`, or write the table's name into the type cell that means it.");
}
