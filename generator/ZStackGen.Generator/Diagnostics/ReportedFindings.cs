using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Diagnostics;

/// <summary>The findings of all pages together.</summary>
/// <param name="Decided">The findings of the catalog.</param>
/// <param name="Repeated">The sorted paths of the pages that the compiler passed more than once.</param>
internal sealed record ReportedFindings(CatalogFindings Decided, EquatableArray<string> Repeated);
