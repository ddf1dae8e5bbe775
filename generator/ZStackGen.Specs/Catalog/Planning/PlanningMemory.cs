using ZStackGen.Specs.Catalog.Resolving;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>
/// The cached actions and structures of the last run. A resolved API or structure is the same object as long as it does not change.
/// </summary>
internal sealed class PlanningMemory
{
    public WeakMemo<ResolvedApi, PlannedAction> Actions { get; } = new();

    public WeakMemo<ResolvedFields, PlannedStructure> Structures { get; } = new();

    /// <summary>Gets the actions with shared enumerations, by the action with nested enumerations.</summary>
    public WeakMemo<CatalogAction, SharedAction> SharedActions { get; } = new();

    /// <summary>Gets the structures with shared enumerations, by the structure with nested enumerations.</summary>
    public WeakMemo<CatalogStructure, SharedStructure> SharedStructures { get; } = new();

    /// <summary>Gets the structures with queries, by the structure without a query.</summary>
    public WeakMemo<CatalogStructure, CatalogStructure> Queries { get; } = new();
}

/// <summary>An action, the folders that determined its category, and the findings.</summary>
internal sealed record PlannedAction(CatalogAction Action, EquatableArray<string> SpecsRoots, CatalogFinding[] Findings);

/// <summary>An action with shared enumerations, and the types that replace its nested ones.</summary>
internal sealed record SharedAction(CatalogAction Action, string Moved);

/// <summary>A structure with shared enumerations, and the types that replace its nested ones.</summary>
internal sealed record SharedStructure(CatalogStructure Structure, string Moved);

/// <summary>A structure that depends on no other structure, and the findings.</summary>
internal sealed record PlannedStructure(CatalogStructure Structure, CatalogFinding[] Findings);
