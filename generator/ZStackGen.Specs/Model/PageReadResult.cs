namespace ZStackGen.Specs.Model;

/// <summary>What reading one page gives: the model, what is wrong with the page, and where each element stands.</summary>
/// <param name="Page">What the page states; equal for two texts that state the same.</param>
/// <param name="Findings">What is wrong with the page, in text order.</param>
/// <param name="Locations">Where the elements stand, for findings made after reading.</param>
public sealed record PageReadResult(PageModel Page, EquatableArray<Finding> Findings, ElementLocations Locations)
{
    /// <summary>The lines that look like a part of an API but are in no part of the model, in text order. A finding stands at each of them.</summary>
    public EquatableArray<UnreadLines> Unread { get; init; }
}

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing; the result is what the page says.</summary>
    Info,

    /// <summary>The page contradicts itself or leaves something open; the reader chose.</summary>
    Warning,

    /// <summary>Something on the page could not be read.</summary>
    Error,
}

/// <summary>A stretch of a page.</summary>
/// <param name="Start">Offset in UTF-16 units from the text's begin.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="StartLine">Line of the first character, from 0.</param>
/// <param name="StartColumn">Column of the first character in UTF-16 units, from 0.</param>
/// <param name="EndLine">Line behind the last character, from 0.</param>
/// <param name="EndColumn">Column behind the last character, from 0.</param>
public readonly record struct PageSpan(int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn);

/// <summary>Something about a page (or a type, an option) that its author should know.</summary>
/// <param name="Id">The rule, such as <c>ZSG1004</c>; see <c>FindingRules</c>.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Path">The page's path.</param>
/// <param name="Span">The exact place.</param>
/// <param name="Message">What is wrong, with the names involved, in one sentence.</param>
public sealed record Finding(string Id, FindingSeverity Severity, string Path, PageSpan Span, string Message);
