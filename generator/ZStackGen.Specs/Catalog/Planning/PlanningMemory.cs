using ZStackGen.Specs.Catalog.Resolving;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>The actions and structures that were last made of decided types. A decided API or structure is the same object as long as nothing of it changes.</summary>
internal sealed class PlanningMemory
{
    public WeakMemo<ResolvedApi, PlannedAction> Actions { get; } = new();

    public WeakMemo<ResolvedFields, PlannedStructure> Structures { get; } = new();

    /// <summary>Actions whose enumerations are shared, by the action that nests them.</summary>
    public WeakMemo<CatalogAction, SharedAction> SharedActions { get; } = new();

    /// <summary>Structures whose enumerations are shared, by the structure that nests them.</summary>
    public WeakMemo<CatalogStructure, SharedStructure> SharedStructures { get; } = new();

    /// <summary>Structures with their queries, by the structure without.</summary>
    public WeakMemo<CatalogStructure, CatalogStructure> Queries { get; } = new();
}

/// <summary>An action, the folders by which its category was told, and what was reported.</summary>
internal sealed record PlannedAction(CatalogAction Action, EquatableArray<string> SpecsRoots, CatalogFinding[] Findings);

/// <summary>An action with shared enumerations, and the types that stand for its nested ones.</summary>
internal sealed record SharedAction(CatalogAction Action, string Moved);

/// <summary>A structure with shared enumerations, and the types that stand for its nested ones.</summary>
internal sealed record SharedStructure(CatalogStructure Structure, string Moved);

/// <summary>A structure that no other has a part in, and what was reported.</summary>
internal sealed record PlannedStructure(CatalogStructure Structure, CatalogFinding[] Findings);
