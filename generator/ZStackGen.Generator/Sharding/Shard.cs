using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Sharding;

/// <summary>What goes into one generated file. Compares by value, so that an edit writes only the file it belongs to.</summary>
/// <param name="HintName">The file's name: unique, short, without characters that a file system minds.</param>
/// <param name="Actions">The actions, in ordinal order.</param>
/// <param name="Structures">The structures, in ordinal order.</param>
/// <param name="Enumerations">The open enumerations, in ordinal order.</param>
internal sealed record Shard(
    string HintName,
    EquatableArray<CatalogAction> Actions,
    EquatableArray<CatalogStructure> Structures,
    EquatableArray<CatalogEnumeration> Enumerations);
