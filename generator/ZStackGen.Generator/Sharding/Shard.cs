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
    EquatableArray<CatalogEnumeration> Enumerations);
