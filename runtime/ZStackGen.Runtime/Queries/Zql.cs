using System;
using System.Collections.Generic;

namespace ZStack;

/// <summary>
/// Creates statements in ZQL, the query language of ZStack (PROTOCOL.md §5.4), for
/// <see cref="IZStackClient.QueryZqlAsync(ZqlStatement, System.Threading.CancellationToken)"/>.
/// </summary>
/// <example><code>
/// ZqlResult found = await client.QueryZqlAsync(
///     Zql.Query("vminstance").Where(f => f.Field("name") == "it's" | f.Field&lt;int>("cpuNum") > 8).OrderBy("name").Limit(10).ReturnTotal());
/// IReadOnlyList&lt;VmInstanceInventory> vms = found.Inventories(VmInstanceInventory.Read);
/// </code></example>
public static class Zql
{
    internal static ApiDescriptor Api { get; } = new("ZQLQuery", "GET", "/v1/zql", ApiTraits.RequiresSession);

    /// <summary>Creates a statement that queries resources.</summary>
    /// <param name="target">The resource: the name of its inventory class without <c>Inventory</c>, in lower case, such as <c>vminstance</c>.</param>
    /// <param name="fields">The fields to return; all fields if none are specified.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="ArgumentException">A name is not a valid ZQL name.</exception>
    public static ZqlStatement Query(string target, params string[] fields)
        => new() { Target = Name(target, nameof(target)), Fields = Names(fields ?? throw new ArgumentNullException(nameof(fields)), nameof(fields)) };

    /// <summary>Creates a statement from a typed query, with its conditions, order, fields, <c>Skip</c> and <c>Take</c>.</summary>
    /// <typeparam name="T">The type of the resources.</typeparam>
    /// <param name="query">The query.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="ArgumentException">The ZQL name of the resource is not known, or the query has a filter, which ZQL does not support.</exception>
    public static ZqlStatement Query<T>(ZStackQuery<T> query)
        where T : ZStackStructure
        => Of(query) with
        {
            Fields = query.Spec.Fields,
            Order = query.Spec.Order,
            Most = query.Spec.Take,
            Skipped = query.Spec.Skip > 0 ? query.Spec.Skip : null,
        };

    /// <summary>Creates a statement that counts resources.</summary>
    /// <param name="target">The resource, such as <c>vminstance</c>.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="ArgumentException">The name is not a valid ZQL name.</exception>
    public static ZqlStatement Count(string target) => new() { Target = Name(target, nameof(target)), IsCount = true };

    /// <summary>Creates a statement that counts the resources of a typed query.</summary>
    /// <typeparam name="T">The type of the resources.</typeparam>
    /// <param name="query">The query. Only its conditions are used.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="ArgumentException">The ZQL name of the resource is not known, or the query has a filter, which ZQL does not support.</exception>
    public static ZqlStatement Count<T>(ZStackQuery<T> query)
        where T : ZStackStructure
        => Of(query) with { IsCount = true };

    /// <summary>Creates a statement from ZQL text. Pass text from other sources through <see cref="Literal"/>.</summary>
    /// <param name="zql">The ZQL text.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public static ZqlStatement Raw(string zql)
    {
        if (string.IsNullOrWhiteSpace(zql))
            throw new ArgumentException("The statement is empty.", nameof(zql));
        return new ZqlStatement { Text = zql };
    }

    /// <summary>Returns a text as a quoted ZQL literal, so that no character in it ends the literal.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The literal.</returns>
    /// <exception cref="ArgumentException">The text contains a backslash or a lone surrogate, which cannot be sent.</exception>
    public static string Literal(string value)
    {
        if (value is null)
            throw new ArgumentNullException(nameof(value));
        try
        {
            return ZqlText.Literal(QueryValue.Text(new QueryComparison(new QueryFields().Field("literal"), QueryOperator.Equal, value), value, TimeZoneInfo.Utc));
        }
        catch (QueryRefusal refusal)
        {
            throw new ArgumentException("ZQL: " + refusal.Message + ".", nameof(value));
        }
    }

    internal static string Name(string name, string parameter)
        => name is not null && ZqlText.IsName(name)
            ? name
            : throw new ArgumentException($"ZQL: '{name}' is not a valid name; use letters, digits and '_', and no keyword.", parameter);

    internal static IReadOnlyList<string>? Names(IReadOnlyList<string> names, string parameter)
    {
        foreach (string name in names)
            Name(name, parameter);
        return names.Count > 0 ? names : null;
    }

    private static ZqlStatement Of<T>(ZStackQuery<T> query)
        where T : ZStackStructure
    {
        QuerySpec spec = (query ?? throw new ArgumentNullException(nameof(query))).Spec;
        if (spec.ZqlName is null)
            throw new ArgumentException("API " + spec.Api.Name + ": the ZQL name of the resource is not known.", nameof(query));
        if (spec.FilterName is not null)
            throw new ArgumentException("API " + spec.Api.Name + ": ZQL does not support WithFilter.", nameof(query));
        return new ZqlStatement { Target = spec.ZqlName, Condition = spec.Condition, Key = spec.SingleKey };
    }
}
