using ZStackGen.Specs.Catalog.Resolving;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>The actions and structures that were last made of decided types. A decided API or structure is the same object as long as nothing of it changes.</summary>
internal sealed class PlanningMemory
{
    public WeakMemo<ResolvedApi, PlannedAction> Actions { get; } = new();

    public WeakMemo<ResolvedFields, PlannedStructure> Structures { get; } = new();

    /// <summary>Structures with their queries, by the structure without.</summary>
    public WeakMemo<CatalogStructure, CatalogStructure> Queries { get; } = new();
}

/// <summary>An action, the folders by which its category was told, and what was reported.</summary>
internal sealed record PlannedAction(CatalogAction Action, EquatableArray<string> SpecsRoots, CatalogFinding[] Findings);

/// <summary>A structure that no other has a part in, and what was reported.</summary>
internal sealed record PlannedStructure(CatalogStructure Structure, CatalogFinding[] Findings);
