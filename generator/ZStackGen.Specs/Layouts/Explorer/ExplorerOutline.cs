using System.Collections.Generic;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>A line of an explorer page and its section.</summary>
/// <param name="Section">The section.</param>
/// <param name="Place">The trimmed line; text glued to the end of a sample is a separate line.</param>
/// <param name="Indent">The indentation of the line.</param>
internal readonly record struct ExplorerLine(ExplorerSection Section, TextRange Place, int Indent);

/// <summary>An API of an explorer page, split into sections by <see cref="ExplorerOutlineReader"/>.</summary>
/// <param name="header">The header line; <see langword="null"/> if the copy has none.</param>
/// <param name="place">The position at which the API starts.</param>
/// <param name="capacity">The expected number of lines.</param>
internal sealed class ExplorerOutline(ExplorerHeader? header, TextRange place, int capacity)
{
    public ExplorerHeader? Header { get; } = header;

    public TextRange Place { get; } = place;

    /// <summary>Gets or sets the line above the header: the groups from the outermost to the innermost.</summary>
    public TextRange Breadcrumb { get; set; }

    public PageLanguage Language { get; set; }

    /// <summary>Gets the lines that are neither blank nor part of a sample.</summary>
    public List<ExplorerLine> Lines { get; } = new(capacity);

    /// <summary>Gets or sets the curl call; empty if there is none.</summary>
    public TextRange Curl { get; set; }

    /// <summary>Gets or sets the sample of a successful response; <see langword="null"/> if there is none.</summary>
    public JsonSample? ResponseSample { get; set; }
}
