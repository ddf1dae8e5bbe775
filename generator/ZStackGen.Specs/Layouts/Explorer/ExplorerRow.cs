using System.Collections.Generic;
using System.Text;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>A parameter or field of an explorer page.</summary>
internal sealed class ExplorerRow
{
    public required ExplorerSection Section { get; init; }

    public required string Name { get; init; }

    public required TextRange NamePlace { get; init; }

    public string? Type { get; init; }

    public TextRange TypePlace { get; init; }

    /// <summary>Gets whether the row has the mark Required (必填).</summary>
    public bool IsRequired { get; init; }

    /// <summary>Gets the indentation of the row; the rows below it with a deeper indentation are nested in it.</summary>
    public int Indent { get; init; }

    /// <summary>Gets the unprocessed description, one paragraph per line.</summary>
    public StringBuilder Description { get; } = new();

    /// <summary>Gets the nested rows.</summary>
    public List<ExplorerRow> Children { get; } = [];
}
