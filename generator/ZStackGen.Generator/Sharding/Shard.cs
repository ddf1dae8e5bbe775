using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Sharding;

/// <summary>The content of one generated file. Compares by value, so that an edit regenerates only the affected file.</summary>
/// <param name="HintName">The name of the file: unique, short, and valid on all file systems.</param>
/// <param name="Actions">The actions, in ordinal order.</param>
/// <param name="Structures">The structures, in ordinal order.</param>
/// <param name="Enumerations">The open enumerations, in ordinal order.</param>
internal sealed record Shard(
    string HintName,
    EquatableArray<CatalogAction> Actions,
    EquatableArray<CatalogStructure> Structures,
    EquatableArray<CatalogEnumeration> Enumerations)
{
    /// <summary>Gets the newer fields of structures in parameters, for the actions that have any.</summary>
    public EquatableArray<ActionFields> NewerFields { get; init; }
}

/// <summary>The fields of structures in the parameters of an action that are newer than the action.</summary>
/// <param name="Action">The name of the API.</param>
/// <param name="Lines">A line for each field: its version, a space and its path.</param>
internal sealed record ActionFields(string Action, EquatableArray<string> Lines);
