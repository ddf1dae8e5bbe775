namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>The arguments that every query has; the runtime's base class writes them (PROTOCOL.md §5.1).</summary>
internal static class QueryArguments
{
    public static bool Has(string name) =>
        name is "conditions" or "q" or "limit" or "start" or "count" or "groupBy" or "replyWithCount" or "sortBy" or "sortDirection" or "sort"
            or "fields" or "filterName" or "uuid";
}
