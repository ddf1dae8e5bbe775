using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>All APIs and structures with resolved types, but without C# names.</summary>
/// <param name="Actions">The actions, in ordinal order of the names.</param>
/// <param name="Structures">The generated structures and enumerations, in ordinal order of the names.</param>
/// <param name="Findings">The findings.</param>
/// <param name="Resolver">The stage, which resolves an edited API again.</param>
internal sealed record ResolvedTypes(
    IReadOnlyList<ResolvedAction> Actions, IReadOnlyList<ResolvedStructure> Structures, IReadOnlyList<CatalogFinding> Findings, TypeResolver Resolver);

/// <summary>An API and its pages.</summary>
internal sealed record ResolvedAction(ApiGroup Group, ResolvedApi Api);

/// <summary>The parameters and the result of an API. It keeps no page alive, and stays the same object as long as it does not change.</summary>
internal sealed class ResolvedApi(EquatableArray<ResolvedMember> parameters, EquatableArray<ResolvedMember> result)
{
    public EquatableArray<ResolvedMember> Parameters { get; } = parameters;

    public EquatableArray<ResolvedMember> Result { get; } = result;
}

/// <summary>A structure or enumeration and its tables.</summary>
/// <param name="Merged">The tables.</param>
/// <param name="Fields">The fields; empty for an enumeration.</param>
internal sealed record ResolvedStructure(MergedStructure Merged, ResolvedFields Fields)
{
    public string Name => Merged.Name;
}

/// <summary>The fields of a structure. It keeps no page alive, and stays the same object as long as it does not change.</summary>
internal sealed class ResolvedFields(EquatableArray<ResolvedMember> members)
{
    public static ResolvedFields None { get; } = new(default);

    public EquatableArray<ResolvedMember> Members { get; } = members;
}
