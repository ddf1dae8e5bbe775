namespace ZStackGen.Specs.Model;

/// <summary>What a line of a page is to the reader.</summary>
public enum LineKind : byte
{
    /// <summary>Nothing accounts for the line, and it looks like a part of an API.</summary>
    Unread,

    /// <summary>Holds nothing.</summary>
    Blank,

    /// <summary>Holds a name, a request line or a row that is in the model, or repeats one.</summary>
    Element,

    /// <summary>A heading, a section's label or a table's header.</summary>
    Label,

    /// <summary>A line of dashes or bars, or a fence.</summary>
    Ruler,

    /// <summary>Part of a JSON, curl or SDK sample.</summary>
    Sample,

    /// <summary>Words of the site around the page: a breadcrumb, a menu.</summary>
    Navigation,

    /// <summary>Any other text.</summary>
    Prose,
}

/// <summary>What unread lines look like.</summary>
public enum UnreadKind
{
    /// <summary>Rows of parameters or fields.</summary>
    Rows,

    /// <summary>A table whose header has no known name and type columns.</summary>
    Columns,

    /// <summary>A row on the same line as one that is read.</summary>
    GluedRow,

    /// <summary>A line with a method and a path.</summary>
    Request,

    /// <summary>A heading that names an API.</summary>
    Heading,

    /// <summary>The heading of a parameter or response section that gave nothing.</summary>
    Section,
}

/// <summary>Lines of a page that look like a part of an API but are in no part of the model.</summary>
/// <param name="Kind">What they look like.</param>
/// <param name="Span">From the first line's text to the end of the last line's.</param>
/// <param name="Count">How many of the lines are unread; others may stand between them.</param>
public readonly record struct UnreadLines(UnreadKind Kind, PageSpan Span, int Count);
