using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Findings;

/// <content>Rules about unread lines and unreadable text.</content>
public static partial class FindingRules
{
    /// <summary>The rule ZSG1040.</summary>
    public static readonly FindingRule UnreadRows = new("ZSG1040", FindingSeverity.Warning,
        "Unread rows", "Lines look like rows of parameters or fields, but they are not part of a known table, or two rows share a line.",
        "Start the table with a header (Name, Type, …) and a line of dashes, write each row on its own line, and leave no blank line between rows.");

    /// <summary>The rule ZSG1041.</summary>
    public static readonly FindingRule UnreadRequest = new("ZSG1041", FindingSeverity.Warning,
        "Unread request line", "A line contains a method and a path that belong to no API of the page.",
        "Move the line to its position in this layout, and start the path with `/v1`.");

    /// <summary>The rule ZSG1042.</summary>
    public static readonly FindingRule HeadingWithoutApi = new("ZSG1042", FindingSeverity.Warning,
        "Heading without an API", "A heading names an API whose request line is missing or cannot be read.",
        "Add the request line, such as `GET /v1/zones`.");

    /// <summary>The rule ZSG1043.</summary>
    public static readonly FindingRule EmptySection = new("ZSG1043", FindingSeverity.Warning,
        "Empty section", "A heading or label announces parameters, a response or a structure, but no parameter or field was read below it.",
        "Add the table, or remove the heading. A parameter table needs a location column.");

    /// <summary>The rule ZSG1044.</summary>
    public static readonly FindingRule UnknownColumns = new("ZSG1044", FindingSeverity.Warning,
        "Table with unknown columns", "A table looks like a table of parameters or fields, but its header has no name column or no type column, or it belongs to no API or structure of the page. Its rows are not read.",
        "Use the column names of the page format: Name, Type, Location, Description, Values, Since.");

    /// <summary>The rule ZSG1050.</summary>
    public static readonly FindingRule HtmlPage = new("ZSG1050", FindingSeverity.Warning,
        "Page is HTML", "The page or one of its tables is HTML, which a build does not read.",
        "Run `zstackgen import FILE -o specs`, and remove the HTML file from the specs folder.");

    /// <summary>The rule ZSG1051.</summary>
    public static readonly FindingRule LostCharacter = new("ZSG1051", FindingSeverity.Error,
        "Lost character", "A name, type, value or path contains U+FFFD, the replacement character, because a character was lost. In a description, the severity is info.",
        "Restore the text from its source, and save the page as UTF-8.");
}
