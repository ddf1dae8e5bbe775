using System.Collections.Generic;
using ZStackGen.Specs.Assembly;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing;

/// <summary>One request line's method and path.</summary>
/// <param name="Method">Upper case.</param>
/// <param name="Path">From <c>/v1</c> on, without context and query.</param>
/// <param name="Query">What stood behind a question mark, else empty.</param>
/// <param name="Place">Method and path on the page.</param>
internal readonly record struct RequestUrl(string Method, string Path, string Query, TextRange Place);

/// <summary>
/// What a layout found out about one API, as the page states it. <see cref="ApiAssembler"/> derives the rest: wrapper, real locations,
/// name from lesser sources, structure ties, checks.
/// </summary>
internal sealed class ApiDraft
{
    /// <summary>The name that the title (or Operation ID) states; <see langword="null"/> when none does.</summary>
    public string? Name { get; set; }

    /// <summary>Whether <see cref="Name"/> is only a guess, so that an SDK sample or a wrapper that says otherwise is right.</summary>
    public bool IsNameUncertain { get; set; }

    /// <summary>Where the name stands, else where the API begins.</summary>
    public TextRange Place { get; set; }

    /// <summary>The name in the SDK sample, without <c>Action</c>.</summary>
    public string? SdkName { get; set; }

    /// <summary>Where the SDK samples stand, from the first to the last.</summary>
    public TextRange SdkPlace { get; set; }

    /// <summary>Another name in the SDK samples.</summary>
    public string? OtherSdkName { get; set; }

    /// <summary>The name in the sentence about the query's fields.</summary>
    public string? TabName { get; set; }

    /// <summary>What the curl call shows.</summary>
    public CurlCall Curl { get; set; }

    /// <summary>Remarks beside the tables, one a string.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>System tags that the page lists.</summary>
    public List<SystemTagModel> SystemTags { get; } = [];

    public string? Category { get; set; }

    public List<RequestUrl> Urls { get; } = [];

    /// <summary>The wrapper where the page states it reliably; location cells that name one are looked at as well.</summary>
    public string? StatedWrapper { get; set; }

    /// <summary>Whether the page says that the body has no wrapper.</summary>
    public bool HasNoWrapper { get; set; }

    /// <summary>Whether the page shows signs of a query API (the word Query in the name is looked at as well).</summary>
    public bool IsQuery { get; set; }

    public bool RequiresSession { get; set; } = true;

    public bool? IsAsync { get; set; }

    public string? Since { get; set; }

    public TextRange SincePlace { get; set; }

    /// <summary>Paragraphs, one a line.</summary>
    public string? Description { get; set; }

    public PageLanguage Language { get; set; }

    /// <summary>The language where the page states it in words.</summary>
    public PageLanguage? StatedLanguage { get; set; }

    public List<ParameterDraft> Parameters { get; } = [];

    /// <summary>The response's fields; <see langword="null"/> when the page documents no response, empty when it says that it is empty.</summary>
    public List<FieldDraft>? Response { get; set; }

    /// <summary>Structures in page order; fields point at them by <see cref="FieldDraft.Structure"/>.</summary>
    public List<StructureDraft> Structures { get; } = [];

    /// <summary>Where the request body's sample stands; empty when there is none.</summary>
    public TextRange RequestSample { get; set; }

    /// <summary>Where the response's sample stands; empty when there is none.</summary>
    public TextRange ResponseSample { get; set; }
}

/// <summary>Where a page says that a parameter travels.</summary>
internal enum StatedLocation
{
    Unstated,
    Path,
    Query,
    Body,
    Header,

    /// <summary>The page says something that is no location.</summary>
    Unknown,
}

/// <summary>A row of a parameter table.</summary>
internal sealed class ParameterDraft
{
    public required string Name { get; init; }

    public string? Type { get; set; }

    public StatedLocation Location { get; set; }

    /// <summary>Whether the row says that the parameter stands inside a wrapper.</summary>
    public bool InWrapper { get; set; }

    /// <summary>The wrapper's name where the row gives one; with <see cref="StatedLocation.Unknown"/> a name that may be the wrapper.</summary>
    public string? Wrapper { get; set; }

    /// <summary>Words of the location cell that are neither location nor wrapper.</summary>
    public string? LocationNote { get; set; }

    public bool IsOptional { get; set; }

    public string? Since { get; set; }

    public ValueCell Values { get; set; }

    public string? Description { get; set; }

    /// <summary>The address that the type cell links to; a backtick when the type stands in backticks.</summary>
    public string? TypeLink { get; set; }

    /// <summary>The structure on this page that describes the value.</summary>
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

    /// <summary>The table that the row refers to ("See x"): an anchor path such as <c>org.zstack.header.vm.VmInstanceInventory.vmNics</c>, or only <c>vmNics</c>.</summary>
    public string? Reference { get; set; }

    /// <summary>The address that the type cell links to; a backtick when the type stands in backticks.</summary>
    public string? TypeLink { get; set; }

    /// <summary>The structure on this page that describes the value.</summary>
    public StructureDraft? Structure { get; set; }

    public TextRange NamePlace { get; set; }

    public TextRange TypePlace { get; set; }

    public TextRange SincePlace { get; set; }
}

/// <summary>A table of fields.</summary>
internal sealed class StructureDraft
{
    /// <summary>The type's name where the page states it.</summary>
    public string? Name { get; set; }

    public string? Extends { get; set; }

    public TextRange ExtendsPlace { get; set; }

    /// <summary>What stands above the table: an anchor path, or only the name of the field that refers to it.</summary>
    public string? Label { get; set; }

    public List<FieldDraft> Fields { get; } = [];

    /// <summary>For an enumeration.</summary>
    public List<string> Values { get; } = [];

    public string? Description { get; set; }

    public string? Since { get; set; }

    public TextRange Place { get; set; }

    /// <summary><c>s1</c>, <c>s2</c>, … given by the assembler.</summary>
    public string Id { get; set; } = "";
}
