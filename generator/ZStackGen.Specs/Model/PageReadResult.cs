namespace ZStackGen.Specs.Model;

/// <summary>The result of reading one page: the model, the findings and the positions of the elements.</summary>
/// <param name="Page">The content of the page. Two texts with the same content give equal models.</param>
/// <param name="Findings">The findings, in text order.</param>
/// <param name="Locations">The positions of the elements, for findings that are made after reading.</param>
public sealed record PageReadResult(PageModel Page, EquatableArray<Finding> Findings, ElementLocations Locations)
{
    /// <summary>Gets the lines that look like a part of an API but are not in the model, in text order. Each of them has a finding.</summary>
    public EquatableArray<UnreadLines> Unread { get; init; }
}

/// <summary>The severity of a finding.</summary>
public enum FindingSeverity
{
    /// <summary>A hint. The model matches the page.</summary>
    Info,

    /// <summary>The page is contradictory or ambiguous, and the reader made a choice.</summary>
    Warning,

    /// <summary>A part of the page could not be read.</summary>
    Error,
}

/// <summary>A range of a page's text.</summary>
/// <param name="Start">The offset from the start of the text, in UTF-16 code units.</param>
/// <param name="Length">The length in UTF-16 code units.</param>
/// <param name="StartLine">The zero-based line of the first character.</param>
/// <param name="StartColumn">The zero-based column of the first character, in UTF-16 code units.</param>
/// <param name="EndLine">The zero-based line after the last character.</param>
/// <param name="EndColumn">The zero-based column after the last character.</param>
public readonly record struct PageSpan(int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn);

/// <summary>A problem of a page, a type or an option, or a hint about it.</summary>
/// <param name="Id">The ID of the rule, such as <c>ZSG1004</c>; see <c>FindingRules</c>.</param>
/// <param name="Severity">The severity.</param>
/// <param name="Path">The page's path.</param>
/// <param name="Span">The exact position.</param>
/// <param name="Message">The message, with the names involved.</param>
public sealed record Finding(string Id, FindingSeverity Severity, string Path, PageSpan Span, string Message);
