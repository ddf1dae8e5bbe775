using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;

namespace ZStackGen.Specs.Catalog.Naming;

/// <summary>The names of all tables' structures. Most tables state their names; only the others need a place.</summary>
/// <param name="Found">The names of the tables that state none.</param>
/// <param name="Findings">What was reported.</param>
internal sealed record StructureNames(IReadOnlyDictionary<StructurePart, string> Found, IReadOnlyList<CatalogFinding> Findings)
{
    /// <summary>The name of a table's structure. A table that is a text has none.</summary>
    public string this[StructurePart part] => part.StatedName ?? Found[part];
}
