using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Findings;

/// <summary>
/// The rules about documentation pages: the only source of their titles, causes and fixes.
/// The reader reports ZSG10xx about a single page, the catalog ZSG11xx about several pages.
/// </summary>
public static partial class FindingRules
{
    /// <summary>The rule ZSG1001.</summary>
    public static readonly FindingRule EmptyPage = new("ZSG1001", FindingSeverity.Warning,
        "Empty page", "The file contains no text.", "Add the content, or remove the file from the specs folder.");

    /// <summary>The rule ZSG1002.</summary>
    public static readonly FindingRule BinaryPage = new("ZSG1002", FindingSeverity.Error,
        "Not a text file", "The file contains characters that a text file cannot contain: it is an image or an archive, or its encoding is wrong.", "Save the page as UTF-8 text.");

    /// <summary>The rule ZSG1003.</summary>
    public static readonly FindingRule NothingToRead = new("ZSG1003", FindingSeverity.Warning,
        "No API and no structure", "The file has neither a request line nor a field table under a type name.",
        "Remove the file from the specs folder, or start its name with an underscore.");

    /// <summary>The rule ZSG1004.</summary>
    public static readonly FindingRule NoRequestLine = new("ZSG1004", FindingSeverity.Error,
        "No request line", "The page has parameters but no line such as `GET /v1/zones`.", "Add the method and the path.");

    /// <summary>The rule ZSG1005.</summary>
    public static readonly FindingRule BrokenRow = new("ZSG1005", FindingSeverity.Warning,
        "Broken table row", "A row has more or fewer cells than the header, or it has no valid name or type.",
        "Give the row one cell per column. Write a bar inside a cell as `\\|`.");

    /// <summary>The rule ZSG1006.</summary>
    public static readonly FindingRule UnknownType = new("ZSG1006", FindingSeverity.Warning,
        "Unknown type", "A type cell contains neither a known type nor the name of a structure.",
        "Use String, int, long, boolean, double, float, Timestamp, List, Map, Object, or the name of a structure.");

    /// <summary>The rule ZSG1007.</summary>
    public static readonly FindingRule DuplicateParameter = new("ZSG1007", FindingSeverity.Warning,
        "Duplicate parameter", "Two rows of a parameter table have the same name. The first row is used.", "Remove or rename one of the rows.");

    /// <summary>The rule ZSG1008.</summary>
    public static readonly FindingRule PathVariableWithoutParameter = new("ZSG1008", FindingSeverity.Warning,
        "Path variable without parameter", "The path or the query string of the request line has a `{variable}` that is not in the parameter table.",
        "Add the row, or use the same name in the path and in the row.");

    /// <summary>The rule ZSG1009.</summary>
    public static readonly FindingRule InvalidVersion = new("ZSG1009", FindingSeverity.Warning,
        "Invalid version", "A version cell contains other characters than digits and dots.", "Write a version such as `4.7.0`, or leave the cell empty.");

    /// <summary>The rule ZSG1010.</summary>
    public static readonly FindingRule ExampleKeyWithoutRow = new("ZSG1010", FindingSeverity.Info,
        "Undocumented member in the example", "A member of the example has no row in the table. At run time it is available as an unknown member.",
        "Add the row, or remove the member from the example.");

    /// <summary>The rule ZSG1011.</summary>
    public static readonly FindingRule SampleNotJson = new("ZSG1011", FindingSeverity.Info,
        "Example is not JSON", "The example is not valid JSON, for instance because of missing quotes, missing commas or comments. The severity is info if the reader could repair it; otherwise, warning.",
        "Correct the example at the reported position.");

    /// <summary>The rule ZSG1012.</summary>
    public static readonly FindingRule NameFromFile = new("ZSG1012", FindingSeverity.Warning,
        "API named after the file", "No title, SDK sample, body wrapper or Operation ID names the API.", "Give the page a title that contains the API's name.");

    /// <summary>The rule ZSG1013.</summary>
    public static readonly FindingRule ReaderGaveUp = new("ZSG1013", FindingSeverity.Error,
        "Page could not be read", "The reader failed with an unexpected exception. This is a bug in the reader, not a problem of the page.",
        "Report the bug together with the page. Other pages are not affected.");

    /// <summary>The rule ZSG1014.</summary>
    public static readonly FindingRule TooManyFindings = new("ZSG1014", FindingSeverity.Info,
        "Further findings omitted", "The page has more than 500 findings of one severity. The reported range covers all omitted findings.", "Fix the reported findings and check the page again.");

    /// <summary>The rule ZSG1015.</summary>
    public static readonly FindingRule DuplicateField = new("ZSG1015", FindingSeverity.Warning,
        "Duplicate field", "Two rows of a field table have the same name, or an enumeration lists a value twice. The first one is used.", "Remove or rename one of them.");

    /// <summary>The rule ZSG1016.</summary>
    public static readonly FindingRule DuplicateApi = new("ZSG1016", FindingSeverity.Warning,
        "Duplicate API", "A page documents the same API twice. The first description is used.", "Remove the second description.");

    /// <summary>The rule ZSG1017.</summary>
    public static readonly FindingRule UnknownLocation = new("ZSG1017", FindingSeverity.Warning,
        "Unknown location", "A location cell contains none of url (path), query and body.", "Write `path`, `query`, `body` or `body: wrapper`.");

    /// <summary>The rule ZSG1018.</summary>
    public static readonly FindingRule MissingStructure = new("ZSG1018", FindingSeverity.Info,
        "Missing table", "A row refers to a table (\"See x\") that is not on the page.", "Add the table, or write the type's name into the type cell.");

    /// <summary>The rule ZSG1019.</summary>
    public static readonly FindingRule PageCut = new("ZSG1019", FindingSeverity.Warning,
        "Page is cut off", "The page ends in the middle of a table row, so the rest of its content is missing.", "Copy the page again.");

    /// <summary>The rule ZSG1020.</summary>
    public static readonly FindingRule NameContradiction = new("ZSG1020", FindingSeverity.Info,
        "Two names for one API", "The title and the SDK sample name different APIs. The title is used.", "Correct the wrong name.");

    /// <summary>The rule ZSG1021.</summary>
    public static readonly FindingRule WrapperContradiction = new("ZSG1021", FindingSeverity.Info,
        "Two wrappers for one body", "The location cells, the phrase for the wrapper or the examples name different wrappers. The reader uses the wrapper that the protocol expects, or else the wrapper in most cells.", "Correct the wrong wrapper.");

    /// <summary>The rule ZSG1022.</summary>
    public static readonly FindingRule TableWithoutUse = new("ZSG1022", FindingSeverity.Warning,
        "Unreferenced table", "No row refers to the table: its name is different, or the page has no response section. Nothing is generated from the table.",
        "Put the response table under `## Response`, or write the table's name into the type cell that refers to it.");

    /// <summary>The rule ZSG1023.</summary>
    public static readonly FindingRule UnusableLimit = new("ZSG1023", FindingSeverity.Warning,
        "Unusable limit", "A limit in a values cell does not fit the type of the row, its lower bound is above its upper bound, or a value of a number is not a number. It is not checked.",
        "Write `1..65535` for a whole number, `length 1..255` for a text, `not empty` for a list, map or text.");
}
