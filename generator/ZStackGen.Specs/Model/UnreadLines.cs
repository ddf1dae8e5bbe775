namespace ZStackGen.Specs.Model;

/// <summary>The role of a line on a page.</summary>
public enum LineKind : byte
{
    /// <summary>No element contains the line, although it looks like a part of an API.</summary>
    Unread,

    /// <summary>An empty line.</summary>
    Blank,

    /// <summary>A name, a request line or a row that is in the model, or a repetition of it.</summary>
    Element,

    /// <summary>A heading, the label of a section or the header of a table.</summary>
    Label,

    /// <summary>A line of dashes or bars, or a code fence.</summary>
    Ruler,

    /// <summary>A part of a JSON, curl or SDK sample.</summary>
    Sample,

    /// <summary>Text of the surrounding web site, such as a breadcrumb or a menu.</summary>
    Navigation,

    /// <summary>Any other text.</summary>
    Prose,
}

/// <summary>The kind of content that unread lines look like.</summary>
public enum UnreadKind
{
    /// <summary>Rows of parameters or fields.</summary>
    Rows,

    /// <summary>A table whose header has no known name and type columns.</summary>
    Columns,

    /// <summary>A row on the same line as a row that was read.</summary>
    GluedRow,

    /// <summary>A line with a method and a path.</summary>
    Request,

    /// <summary>A heading that names an API.</summary>
    Heading,

    /// <summary>The heading of a parameter or response section without any content that was read.</summary>
    Section,
}

/// <summary>Lines of a page that look like a part of an API but are not in the model.</summary>
/// <param name="Kind">The kind of content that the lines look like.</param>
/// <param name="Span">The range from the text of the first line to the end of the last line.</param>
/// <param name="Count">The number of unread lines. The range can contain other lines, too.</param>
public readonly record struct UnreadLines(UnreadKind Kind, PageSpan Span, int Count);
