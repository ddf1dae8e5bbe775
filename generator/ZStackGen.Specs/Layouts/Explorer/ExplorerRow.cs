using System.Collections.Generic;
using System.Text;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>A parameter or field of an explorer page.</summary>
internal sealed class ExplorerRow
{
    private List<ExplorerRow>? _children;
    private string? _description;
    private StringBuilder? _paragraphs;

    public required ExplorerSection Section { get; init; }

    public required string Name { get; init; }

    public required TextRange NamePlace { get; init; }

    public string? Type { get; init; }

    public TextRange TypePlace { get; init; }

    /// <summary>Gets whether the row has the mark Required (必填).</summary>
    public bool IsRequired { get; init; }

    /// <summary>Gets the indentation of the row; the rows below it with a deeper indentation are nested in it.</summary>
    public int Indent { get; init; }

    /// <summary>Gets the unprocessed description, one paragraph per line; empty if there is none.</summary>
    public string Description => _description ??= _paragraphs?.ToString() ?? "";

    /// <summary>Gets the nested rows.</summary>
    public IReadOnlyList<ExplorerRow> Children => _children ?? (IReadOnlyList<ExplorerRow>)[];

    /// <summary>Adds a paragraph to the description.</summary>
    public void Describe(string paragraph)
    {
        if (_paragraphs is null && _description is null)
        {
            _description = paragraph;
            return;
        }

        // Most rows have one paragraph, which needs no builder.
        _paragraphs ??= new StringBuilder(_description);
        _paragraphs.Append('\n').Append(paragraph);
        _description = null;
    }

    /// <summary>Adds a nested row.</summary>
    public void Add(ExplorerRow child) => (_children ??= []).Add(child);
}
