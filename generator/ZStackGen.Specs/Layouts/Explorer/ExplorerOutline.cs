using System.Collections.Generic;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>A line of an explorer page with the section it stands in.</summary>
/// <param name="Section">The section.</param>
/// <param name="Place">The line without blanks at its sides; what is glued behind a sample is a line of its own.</param>
/// <param name="Indent">How far the line is indented.</param>
internal readonly record struct ExplorerLine(ExplorerSection Section, TextRange Place, int Indent);

/// <summary>One API of an explorer page, cut into its sections; <see cref="ExplorerOutlineReader"/> makes it.</summary>
/// <param name="header">The header line; <see langword="null"/> when the copy lacks it.</param>
/// <param name="place">Where the API begins.</param>
internal sealed class ExplorerOutline(ExplorerHeader? header, TextRange place)
{
    public ExplorerHeader? Header { get; } = header;

    public TextRange Place { get; } = place;

    /// <summary>The line above the header: the groups from the outermost to the innermost.</summary>
    public TextRange Breadcrumb { get; set; }

    public PageLanguage Language { get; set; }

    /// <summary>The lines that hold something; samples are left out.</summary>
    public List<ExplorerLine> Lines { get; } = [];

    /// <summary>The curl call; empty when there is none.</summary>
    public TextRange Curl { get; set; }

    /// <summary>The sample of a successful response; <see langword="null"/> when there is none.</summary>
    public JsonSample? ResponseSample { get; set; }
}
