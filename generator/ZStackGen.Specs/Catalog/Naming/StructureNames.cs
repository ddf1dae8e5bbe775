using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;

namespace ZStackGen.Specs.Catalog.Naming;

/// <summary>The names of the structures of all tables. Most tables state their names; only the names of the others are stored.</summary>
/// <param name="Found">The names of the tables that state no name.</param>
/// <param name="Findings">The findings.</param>
internal sealed record StructureNames(IReadOnlyDictionary<StructurePart, string> Found, IReadOnlyList<CatalogFinding> Findings)
{
    /// <summary>Gets the name of a table's structure. A table that describes a text has none.</summary>
    public string this[StructurePart part] => part.StatedName ?? Found[part];
}
