using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Findings;

/// <content>Rules about lines that no part of the model accounts for.</content>
public static partial class FindingRules
{
    /// <summary>ZSG1040.</summary>
    public static readonly FindingRule UnreadRows = new("ZSG1040", FindingSeverity.Warning,
        "Rows that are not read", "Lines look like rows of parameters or fields but stand in no table that the reader knows, or two rows stand on one line.",
        "Begin the table with a header (Name, Type, …) and a line of dashes, give each row a line of its own, and leave no blank line between rows.");

    /// <summary>ZSG1041.</summary>
    public static readonly FindingRule UnreadRequest = new("ZSG1041", FindingSeverity.Warning,
        "Request line that is not read", "A line has a method and a path, but no API of the page has them.",
        "Put the line where the other pages of this layout have it, with a path from `/v1` on.");

    /// <summary>ZSG1042.</summary>
    public static readonly FindingRule HeadingWithoutApi = new("ZSG1042", FindingSeverity.Warning,
        "Heading without an API", "A heading names an API that is not in the result: its request line is missing or cannot be read.",
        "Add the request line, such as `GET /v1/zones`.");

    /// <summary>ZSG1043.</summary>
    public static readonly FindingRule EmptySection = new("ZSG1043", FindingSeverity.Warning,
        "Section that gives nothing", "A heading announces parameters or a response, but its API has none.",
        "Add the table, or remove the heading. A parameter table needs a location column.");

    /// <summary>ZSG1044.</summary>
    public static readonly FindingRule UnknownColumns = new("ZSG1044", FindingSeverity.Warning,
        "Table with unknown columns", "A table looks like one of parameters or fields, but its header lacks a name or type column, so no row of it is read.",
        "Name the columns as in the table above: Name, Type, Location, Description, Values, Since.");

    /// <summary>ZSG1050.</summary>
    public static readonly FindingRule HtmlPage = new("ZSG1050", FindingSeverity.Warning,
        "Page is HTML", "The page, or a table of it, is HTML, which a build does not read.",
        "Run `zstackgen import FILE -o specs`, and take the HTML out of the specs folder.");

    /// <summary>ZSG1051.</summary>
    public static readonly FindingRule LostCharacter = new("ZSG1051", FindingSeverity.Error,
        "Lost character", "A name, type, value or path holds U+FFFD, which stands where a character was lost. Info in a description.",
        "Write it anew from the source, and save the page as UTF-8.");
}
