using System.Collections.Generic;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>The catalog, and the decisions about all pages that also apply to an edited action.</summary>
/// <param name="Model">The catalog.</param>
/// <param name="Renamed">The C# names that differ from the wire names, by wire name.</param>
/// <param name="Shared">The enumerations that replace nested ones.</param>
internal sealed record CatalogPlan(CatalogModel Model, Dictionary<string, string> Renamed, SharedEnumerations Shared);
