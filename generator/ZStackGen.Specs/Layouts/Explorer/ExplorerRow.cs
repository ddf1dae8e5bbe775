using System.Collections.Generic;
using System.Text;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>One parameter or field of an explorer page.</summary>
internal sealed class ExplorerRow
{
    public required ExplorerSection Section { get; init; }

    public required string Name { get; init; }

    public required TextRange NamePlace { get; init; }

    public string? Type { get; init; }

    public TextRange TypePlace { get; init; }

    /// <summary>Whether the row carries the mark Required (必填).</summary>
    public bool IsRequired { get; init; }

    /// <summary>How far the row is indented; rows that stand deeper below it are inside it.</summary>
    public int Indent { get; init; }

    /// <summary>The description as it stands, a paragraph a line.</summary>
    public StringBuilder Description { get; } = new();

    /// <summary>The rows inside this one.</summary>
    public List<ExplorerRow> Children { get; } = [];
}
