namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>The standard arguments of every query, which the runtime's base class writes. See runtime/PROTOCOL.md §5.1.</summary>
internal static class QueryArguments
{
    public static bool Has(string name) =>
        name is "conditions" or "q" or "limit" or "start" or "count" or "groupBy" or "replyWithCount" or "sortBy" or "sortDirection" or "sort"
            or "fields" or "filterName" or "uuid";
}
