using Microsoft.CodeAnalysis;

namespace ZStackGen.Generator.Diagnostics;

/// <summary>The diagnostics about pages: the rules of <c>FindingRules</c>, word for word (a test compares). The message is the finding's own.</summary>
internal static class PageDescriptors
{
    private const string Category = "ZStackGen.Pages";
    private const string Message = "{0}";

    /// <summary>
    /// Keeps the host from looking for a SuppressMessage attribute, which no page can be under: that look binds the assembly's attributes
    /// anew after every edit of C#, at ten times the cost of all our steps. NoWarn and .globalconfig count as ever.
    /// </summary>
    internal const string Tag = WellKnownDiagnosticTags.Compiler;

    public static readonly DiagnosticDescriptor EmptyPage = new(
        "ZSG1001", "Empty page", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "The file holds no text. Fill it, or take it out of the specs folder.", helpLinkUri: HelpLinks.For("ZSG1001"), customTags: Tag);

    public static readonly DiagnosticDescriptor BinaryPage = new(
        "ZSG1002", "Not a text", Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The file holds characters that no text has (an image, an archive, a wrong encoding). Save the page as UTF-8 text.", helpLinkUri: HelpLinks.For("ZSG1002"), customTags: Tag);

    public static readonly DiagnosticDescriptor NothingToRead = new(
        "ZSG1003", "No API and no structure", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "The file has neither a request line nor a field table under a type's name. Take it out of the specs folder, or begin its name with an underscore.", helpLinkUri: HelpLinks.For("ZSG1003"), customTags: Tag);

    public static readonly DiagnosticDescriptor NoRequestLine = new(
        "ZSG1004", "No request line", Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The page has parameters but no line such as `GET /v1/zones`. Add the method and the path.", helpLinkUri: HelpLinks.For("ZSG1004"), customTags: Tag);

    public static readonly DiagnosticDescriptor BrokenRow = new(
        "ZSG1005", "Broken table row", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "A row has more or fewer cells than its header, or no usable name or type. Give the row one cell per column; write a bar inside a cell as `\\|`.", helpLinkUri: HelpLinks.For("ZSG1005"), customTags: Tag);

    public static readonly DiagnosticDescriptor UnknownType = new(
        "ZSG1006", "Unknown type", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "A type cell is neither a documented type word nor the name of a structure. Use String, int, long, boolean, double, float, Timestamp, List, Map, Object or a structure's name.", helpLinkUri: HelpLinks.For("ZSG1006"), customTags: Tag);

    public static readonly DiagnosticDescriptor DuplicateParameter = new(
        "ZSG1007", "Duplicate parameter", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "Two rows of a parameter table have the same name; the first one counts. Remove or rename one of them.", helpLinkUri: HelpLinks.For("ZSG1007"), customTags: Tag);

    public static readonly DiagnosticDescriptor PathVariableWithoutParameter = new(
        "ZSG1008", "Path variable without parameter", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "The path has a `{variable}` that no row of the parameter table names. Add the row, or give variable and row the same name.", helpLinkUri: HelpLinks.For("ZSG1008"), customTags: Tag);

    public static readonly DiagnosticDescriptor InvalidVersion = new(
        "ZSG1009", "Since is no version", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "A version cell holds something that is not digits and dots. Write it like `4.7.0`, or leave the cell empty.", helpLinkUri: HelpLinks.For("ZSG1009"), customTags: Tag);

    public static readonly DiagnosticDescriptor ExampleKeyWithoutRow = new(
        "ZSG1010", "Example shows an undocumented member", Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "A member of the example has no row in the table; it stays readable as an unknown member. Add the row, or take the member out of the example.", helpLinkUri: HelpLinks.For("ZSG1010"), customTags: Tag);

    public static readonly DiagnosticDescriptor SampleNotJson = new(
        "ZSG1011", "Example is not JSON", Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "The example breaks JSON's rules (lost quotes or commas, comments). Info if it could be corrected, else a warning. Correct the example at the place named.", helpLinkUri: HelpLinks.For("ZSG1011"), customTags: Tag);

    public static readonly DiagnosticDescriptor NameFromFile = new(
        "ZSG1012", "API name taken from the file's name", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "Title, SDK sample, body wrapper and Operation ID are all missing. Give the page a title with the API's name.", helpLinkUri: HelpLinks.For("ZSG1012"), customTags: Tag);

    public static readonly DiagnosticDescriptor ReaderGaveUp = new(
        "ZSG1013", "Page could not be read", Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The reader met something it cannot handle. This is a fault of the reader, not of the page. Report the page; the other pages are not affected.", helpLinkUri: HelpLinks.For("ZSG1013"), customTags: Tag);

    public static readonly DiagnosticDescriptor TooManyFindings = new(
        "ZSG1014", "Further findings left out", Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "The page has more than 500 findings of one severity; the place reaches over all that are left out. Fix the first ones and check again.", helpLinkUri: HelpLinks.For("ZSG1014"), customTags: Tag);

    public static readonly DiagnosticDescriptor DuplicateField = new(
        "ZSG1015", "Duplicate field", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "Two rows of a field table have the same name; the first one counts. Remove or rename one of them.", helpLinkUri: HelpLinks.For("ZSG1015"), customTags: Tag);

    public static readonly DiagnosticDescriptor DuplicateApi = new(
        "ZSG1016", "API twice on one page", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "A page documents the same API a second time; the first one counts. Remove the repetition.", helpLinkUri: HelpLinks.For("ZSG1016"), customTags: Tag);

    public static readonly DiagnosticDescriptor UnknownLocation = new(
        "ZSG1017", "Unknown location", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "A location cell is neither url (path), query nor body. Write `path`, `query`, `body` or `body: wrapper`.", helpLinkUri: HelpLinks.For("ZSG1017"), customTags: Tag);

    public static readonly DiagnosticDescriptor MissingStructure = new(
        "ZSG1018", "Table referred to is missing", Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "A row refers to a table (\"See x\") that the page does not have. Add the table, or name the type in the type cell.", helpLinkUri: HelpLinks.For("ZSG1018"), customTags: Tag);

    public static readonly DiagnosticDescriptor PageCut = new(
        "ZSG1019", "Page is cut off", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "The page ends in the middle of a table row. Copy the page again; what was cut off is missing.", helpLinkUri: HelpLinks.For("ZSG1019"), customTags: Tag);

    public static readonly DiagnosticDescriptor NameContradiction = new(
        "ZSG1020", "Two names for one API", Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "The title and the SDK sample name different APIs; the title counts. Correct the wrong one.", helpLinkUri: HelpLinks.For("ZSG1020"), customTags: Tag);

    public static readonly DiagnosticDescriptor WrapperContradiction = new(
        "ZSG1021", "Two wrappers for one body", Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "The parameter table and the body's example name different wrappers; the table counts. Correct the wrong one.", helpLinkUri: HelpLinks.For("ZSG1021"), customTags: Tag);

    public static readonly DiagnosticDescriptor TableWithoutUse = new(
        "ZSG1022", "Table that nothing refers to", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "The page has no response, but a table that no row refers to; nothing of it is generated. Call the response's table `## Response`, or write the table's name into the type cell that means it.", helpLinkUri: HelpLinks.For("ZSG1022"), customTags: Tag);

    public static readonly DiagnosticDescriptor MethodContradiction = new(
        "ZSG1030", "Two methods for one request", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "The request line and the request example name different methods. Correct the wrong one.", helpLinkUri: HelpLinks.For("ZSG1030"), customTags: Tag);

    public static readonly DiagnosticDescriptor PathContradiction = new(
        "ZSG1031", "Two paths for one request", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "The request line and the request example name different paths. Correct the wrong one.", helpLinkUri: HelpLinks.For("ZSG1031"), customTags: Tag);

    public static readonly DiagnosticDescriptor ValueMissing = new(
        "ZSG1032", "Example uses a value that its list lacks", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "The list of allowed values does not contain the value that the page's own example sends; other values are accepted, too. Add the value to the list, or correct the example.", helpLinkUri: HelpLinks.For("ZSG1032"), customTags: Tag);

    public static readonly DiagnosticDescriptor UnreadRows = new(
        "ZSG1040", "Rows that are not read", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "Lines look like rows of parameters or fields but stand in no table that the reader knows, or two rows stand on one line. Begin the table with a header (Name, Type, …) and a line of dashes, give each row a line of its own, and leave no blank line between rows.", helpLinkUri: HelpLinks.For("ZSG1040"), customTags: Tag);

    public static readonly DiagnosticDescriptor UnreadRequest = new(
        "ZSG1041", "Request line that is not read", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "A line has a method and a path, but no API of the page has them. Put the line where the other pages of this layout have it, with a path from `/v1` on.", helpLinkUri: HelpLinks.For("ZSG1041"), customTags: Tag);

    public static readonly DiagnosticDescriptor HeadingWithoutApi = new(
        "ZSG1042", "Heading without an API", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "A heading names an API that is not in the result: its request line is missing or cannot be read. Add the request line, such as `GET /v1/zones`.", helpLinkUri: HelpLinks.For("ZSG1042"), customTags: Tag);

    public static readonly DiagnosticDescriptor EmptySection = new(
        "ZSG1043", "Section that gives nothing", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "A heading announces parameters or a response, but its API has none. Add the table, or remove the heading. A parameter table needs a location column.", helpLinkUri: HelpLinks.For("ZSG1043"), customTags: Tag);

    public static readonly DiagnosticDescriptor UnknownColumns = new(
        "ZSG1044", "Table with unknown columns", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "A table looks like one of parameters or fields, but its header lacks a name or type column, so no row of it is read. Name the columns as in the table above: Name, Type, Location, Description, Values, Since.", helpLinkUri: HelpLinks.For("ZSG1044"), customTags: Tag);

    public static readonly DiagnosticDescriptor HtmlPage = new(
        "ZSG1050", "Page is HTML", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "The page, or a table of it, is HTML, which a build does not read. Run `zstackgen import FILE -o specs`, and take the HTML out of the specs folder.", helpLinkUri: HelpLinks.For("ZSG1050"), customTags: Tag);

    public static readonly DiagnosticDescriptor LostCharacter = new(
        "ZSG1051", "Lost character", Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A name, type, value or path holds U+FFFD, which stands where a character was lost. Info in a description. Write it anew from the source, and save the page as UTF-8.", helpLinkUri: HelpLinks.For("ZSG1051"), customTags: Tag);

    public static readonly DiagnosticDescriptor InvalidPath = new(
        "ZSG1033", "Path holds a character that no path has", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "A request path holds a character that a URL's path cannot hold, or a brace without its partner. Write the path as the server has it, variables in braces: `/v1/zones/{uuid}`.", helpLinkUri: HelpLinks.For("ZSG1033"), customTags: Tag);

    public static readonly DiagnosticDescriptor RemovedBeforeAdded = new(
        "ZSG1060", "Removed before it was added", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "The description says that the element was removed or deprecated in a version that is not later than the version in which it appeared. Correct the wrong version.", helpLinkUri: HelpLinks.For("ZSG1060"), customTags: Tag);

    public static readonly DiagnosticDescriptor OlderThanOwner = new(
        "ZSG1061", "Member is older than its owner", Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "A parameter or field appeared in an earlier version than the API or type that has it. Correct the wrong version. If the owner is older than its page says, state the earlier version there.", helpLinkUri: HelpLinks.For("ZSG1061"), customTags: Tag);

    public static readonly DiagnosticDescriptor UnknownRelease = new(
        "ZSG1062", "Version is no known release", Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "The version has the form of a version, but no release of ZStack is known by it. Check the version. A version that is newer than all known releases is not reported.", helpLinkUri: HelpLinks.For("ZSG1062"), customTags: Tag);

    public static readonly DiagnosticDescriptor MergedApi = new(
        "ZSG1101", "Several pages describe one API", Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "Pages in different layouts, languages or versions describe the same API; they become one action. Keep one of them if the result is not what you want; the page with a response table decides.", helpLinkUri: HelpLinks.For("ZSG1101"), customTags: Tag);

    public static readonly DiagnosticDescriptor ContradictingRequest = new(
        "ZSG1102", "Pages disagree on an API's request", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "Two pages give the same API another method or path; the page with a response table decides. Correct or remove the page that is wrong.", helpLinkUri: HelpLinks.For("ZSG1102"), customTags: Tag);

    public static readonly DiagnosticDescriptor TypeConflict = new(
        "ZSG1103", "Tables disagree on a type", Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "The same field of the same structure (or parameter of the same API) has another type elsewhere; the first in page order counts, and a base's before those of what extends it. Give the field one type in all tables.", helpLinkUri: HelpLinks.For("ZSG1103"), customTags: Tag);

    public static readonly DiagnosticDescriptor UndescribedType = new(
        "ZSG1104", "No page describes the type", Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "A type cell names a structure that no page and no known structure of ZStack describes; the value is read as JSON. Add a page for the type under specs/types.", helpLinkUri: HelpLinks.For("ZSG1104"), customTags: Tag);

    public static readonly DiagnosticDescriptor UnknownElement = new(
        "ZSG1105", "Nothing tells what a list or map holds", Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "The type cell is a bare List or Map, and no table, sample or name tells its elements; they are read as JSON. Write the element's type, such as `List<String>`.", helpLinkUri: HelpLinks.For("ZSG1105"), customTags: Tag);

    public static readonly DiagnosticDescriptor RenamedIdentifier = new(
        "ZSG1106", "C# name differs from the wire name", Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "The wire name is no C# identifier, is taken in its class, or equals a name that the class already has. Nothing has to be done; the message tells the C# name.", helpLinkUri: HelpLinks.For("ZSG1106"), customTags: Tag);

    public static readonly DiagnosticDescriptor UnusableBase = new(
        "ZSG1107", "Base type cannot be used", Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "A type page extends a type that nothing describes, or that leads back to the type itself. Correct the name, or add a page for the base type.", helpLinkUri: HelpLinks.For("ZSG1107"), customTags: Tag);

    public static readonly DiagnosticDescriptor GuessedStructureName = new(
        "ZSG1108", "Structure named by a guess", Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "The table has no type name and matches no structure of the pages or of ZStack. Write the type's name into the type cell that refers to the table.", helpLinkUri: HelpLinks.For("ZSG1108"), customTags: Tag);

    public static readonly DiagnosticDescriptor ResultFromExample = new(
        "ZSG1109", "Result taken from the sample", Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "The page has no response table; the result's members are those that the sample shows. Add a response table.", helpLinkUri: HelpLinks.For("ZSG1109"), customTags: Tag);

    public static readonly DiagnosticDescriptor MergedType = new(
        "ZSG1110", "Several pages describe one type", Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "Two type pages have the same name; they become one class with the fields of both. Keep one of them if the result is not what you want.", helpLinkUri: HelpLinks.For("ZSG1110"), customTags: Tag);

    public static readonly DiagnosticDescriptor InternalError = new(
        "ZSG1999", "Internal error", Message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A stage of the generator failed on something it should have handled. This is a fault of the generator, not of the page. Report the page; the other pages are not affected.", helpLinkUri: HelpLinks.For("ZSG1999"), customTags: Tag);

    /// <summary>The descriptor; <see langword="null"/> for a rule that is not mirrored yet.</summary>
    public static DiagnosticDescriptor? Find(string rule) => rule switch
    {
        "ZSG1001" => EmptyPage,
        "ZSG1002" => BinaryPage,
        "ZSG1003" => NothingToRead,
        "ZSG1004" => NoRequestLine,
        "ZSG1005" => BrokenRow,
        "ZSG1006" => UnknownType,
        "ZSG1007" => DuplicateParameter,
        "ZSG1008" => PathVariableWithoutParameter,
        "ZSG1009" => InvalidVersion,
        "ZSG1010" => ExampleKeyWithoutRow,
        "ZSG1011" => SampleNotJson,
        "ZSG1012" => NameFromFile,
        "ZSG1013" => ReaderGaveUp,
        "ZSG1014" => TooManyFindings,
        "ZSG1015" => DuplicateField,
        "ZSG1016" => DuplicateApi,
        "ZSG1017" => UnknownLocation,
        "ZSG1018" => MissingStructure,
        "ZSG1019" => PageCut,
        "ZSG1020" => NameContradiction,
        "ZSG1021" => WrapperContradiction,
        "ZSG1022" => TableWithoutUse,
        "ZSG1030" => MethodContradiction,
        "ZSG1031" => PathContradiction,
        "ZSG1032" => ValueMissing,
        "ZSG1033" => InvalidPath,
        "ZSG1040" => UnreadRows,
        "ZSG1041" => UnreadRequest,
        "ZSG1042" => HeadingWithoutApi,
        "ZSG1043" => EmptySection,
        "ZSG1044" => UnknownColumns,
        "ZSG1050" => HtmlPage,
        "ZSG1051" => LostCharacter,
        "ZSG1060" => RemovedBeforeAdded,
        "ZSG1061" => OlderThanOwner,
        "ZSG1062" => UnknownRelease,
        "ZSG1101" => MergedApi,
        "ZSG1102" => ContradictingRequest,
        "ZSG1103" => TypeConflict,
        "ZSG1104" => UndescribedType,
        "ZSG1105" => UnknownElement,
        "ZSG1106" => RenamedIdentifier,
        "ZSG1107" => UnusableBase,
        "ZSG1108" => GuessedStructureName,
        "ZSG1109" => ResultFromExample,
        "ZSG1110" => MergedType,
        "ZSG1999" => InternalError,
        _ => null,
    };
}
