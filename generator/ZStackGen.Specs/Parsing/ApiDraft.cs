using System;
using System.Collections.Generic;
using ZStackGen.Specs.Assembly;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing;

/// <summary>The method and path of a request line.</summary>
/// <param name="Method">The method in upper case.</param>
/// <param name="Path">The path, starting with <c>/v1</c>, without context and query string.</param>
/// <param name="Query">The text after a question mark; otherwise, empty.</param>
/// <param name="Place">The position of method and path on the page.</param>
internal readonly record struct RequestUrl(string Method, string Path, string Query, TextRange Place);

/// <summary>
/// The statements of a page about one API, as found by a layout. <see cref="ApiAssembler"/> derives the rest: the wrapper, the real locations,
/// a missing name, the links to structures, and the checks.
/// </summary>
internal sealed class ApiDraft
{
    /// <summary>The name in the title (or the Operation ID); <see langword="null"/> if there is none.</summary>
    public string? Name { get; set; }

    /// <summary>True if <see cref="Name"/> is a guess, so that a different name in an SDK sample or a wrapper takes precedence.</summary>
    public bool IsNameUncertain { get; set; }

    /// <summary>The position of the name; otherwise, the start of the API.</summary>
    public TextRange Place { get; set; }

    /// <summary>The name in the SDK sample, without <c>Action</c>.</summary>
    public string? SdkName { get; set; }

    /// <summary>The range of the SDK samples, from the first to the last.</summary>
    public TextRange SdkPlace { get; set; }

    /// <summary>Another name in the SDK samples.</summary>
    public string? OtherSdkName { get; set; }

    /// <summary>The name in the sentence about the query's fields.</summary>
    public string? TabName { get; set; }

    /// <summary>The content of the curl call.</summary>
    public CurlCall Curl { get; set; }

    /// <summary>The remarks outside the tables.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>The system tags on the page.</summary>
    public List<SystemTagModel> SystemTags { get; } = [];

    public string? Category { get; set; }

    public string? ChineseName { get; set; }

    public List<RequestUrl> Urls { get; } = new(1);

    /// <summary>The wrapper, if the page states it reliably. Location cells can also name a wrapper.</summary>
    public string? StatedWrapper { get; set; }

    /// <summary>True if the page says that the body has no wrapper.</summary>
    public bool HasNoWrapper { get; set; }

    /// <summary>True if the page has the features of a query API. The name of the API is checked separately.</summary>
    public bool IsQuery { get; set; }

    public bool RequiresSession { get; set; } = true;

    public bool? IsAsync { get; set; }

    public string? Since { get; set; }

    public TextRange SincePlace { get; set; }

    /// <summary>The description, one paragraph per line.</summary>
    public string? Description { get; set; }

    public PageLanguage Language { get; set; }

    /// <summary>The language, if the page states it explicitly.</summary>
    public PageLanguage? StatedLanguage { get; set; }

    public List<ParameterDraft> Parameters { get; } = [];

    /// <summary>
    /// The fields of the response; <see langword="null"/> if the page documents no response; empty if it says that the response is empty.
    /// </summary>
    public List<FieldDraft>? Response { get; set; }

    /// <summary>The structures in page order. Fields refer to them by <see cref="FieldDraft.Structure"/>.</summary>
    public List<StructureDraft> Structures { get; } = [];

    /// <summary>The range of the request body's sample; empty if there is none.</summary>
    public TextRange RequestSample { get; set; }

    /// <summary>The range of the response's sample; empty if there is none.</summary>
    public TextRange ResponseSample { get; set; }
}

/// <summary>The stated location of a parameter.</summary>
internal enum StatedLocation
{
    Unstated,
    Path,
    Query,
    Body,
    Header,

    /// <summary>The page contains a text that is not a location.</summary>
    Unknown,
}

/// <summary>A row of a parameter table.</summary>
internal sealed class ParameterDraft
{
    public required string Name { get; init; }

    public string? Type { get; set; }

    public StatedLocation Location { get; set; }

    /// <summary>True if the row says that the parameter is inside a wrapper.</summary>
    public bool InWrapper { get; set; }

    /// <summary>The wrapper's name in the row; with <see cref="StatedLocation.Unknown"/>, a name that can be the wrapper.</summary>
    public string? Wrapper { get; set; }

    /// <summary>The text of the location cell that is neither location nor wrapper.</summary>
    public string? LocationNote { get; set; }

    public bool IsOptional { get; set; }

    public string? Since { get; set; }

    public ValueCell Values { get; set; }

    public string? Description { get; set; }

    /// <summary>The address of the link in the type cell; a backtick if the type is in backticks.</summary>
    public string? TypeLink { get; set; }

    /// <summary>The table that the row refers to; <see langword="null"/> if it refers to none.</summary>
    public string? Reference { get; set; }

    /// <summary>The structure on the page that describes the value.</summary>
    public StructureDraft? Structure { get; set; }

    public TextRange NamePlace { get; set; }

    public TextRange TypePlace { get; set; }

    public TextRange SincePlace { get; set; }

    public TextRange ValuesPlace { get; set; }

    public TextRange LocationPlace { get; set; }
}

/// <summary>A row of a field table.</summary>
internal sealed class FieldDraft
{
    public required string Name { get; init; }

    public string? Type { get; set; }

    public string? Since { get; set; }

    public ValueCell Values { get; set; }

    public string? Description { get; set; }

    /// <summary>
    /// The table that the row refers to ("See x"): an anchor path such as <c>org.zstack.header.vm.VmInstanceInventory.vmNics</c>, or only
    /// <c>vmNics</c>.
    /// </summary>
    public string? Reference { get; set; }

    /// <summary>The address of the link in the type cell; a backtick if the type is in backticks.</summary>
    public string? TypeLink { get; set; }

    /// <summary>The structure on the page that describes the value.</summary>
    public StructureDraft? Structure { get; set; }

    public TextRange NamePlace { get; set; }

    public TextRange TypePlace { get; set; }

    public TextRange SincePlace { get; set; }
}

/// <summary>A table of fields.</summary>
internal sealed class StructureDraft
{
    private HashSet<string>? _listed;
    private List<string>? _values;
    private List<ValueDescription>? _valueDescriptions;

    /// <summary>The name of the type, if the page states it.</summary>
    public string? Name { get; set; }

    public string? Extends { get; set; }

    public TextRange ExtendsPlace { get; set; }

    /// <summary>The label above the table: an anchor path, or only the name of the field that refers to it.</summary>
    public string? Label { get; set; }

    public List<FieldDraft> Fields { get; } = [];

    /// <summary>The values of an enumeration.</summary>
    public IReadOnlyList<string> Values => _values ?? (IReadOnlyList<string>)[];

    /// <summary>The descriptions of the values that have one.</summary>
    public IReadOnlyList<ValueDescription> ValueDescriptions => _valueDescriptions ?? (IReadOnlyList<ValueDescription>)[];

    /// <summary>Adds a value of an enumeration.</summary>
    /// <returns><see langword="false"/> if the value is listed already; it is not added again.</returns>
    public bool TryAddValue(string value, string? description)
    {
        if (!(_listed ??= new HashSet<string>(StringComparer.Ordinal)).Add(value))
            return false;
        (_values ??= []).Add(value);
        if (description is not null)
            (_valueDescriptions ??= []).Add(new ValueDescription(value, description));
        return true;
    }

    public string? Description { get; set; }

    public string? Since { get; set; }

    public TextRange Place { get; set; }

    /// <summary>The ID assigned by the assembler: <c>s1</c>, <c>s2</c>, …</summary>
    public string Id { get; set; } = "";
}
