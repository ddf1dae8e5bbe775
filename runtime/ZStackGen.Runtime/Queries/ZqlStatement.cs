using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace ZStack;

/// <summary>A statement of ZQL. It does not change: each method gives a new one. Made by <see cref="Zql"/>.</summary>
public sealed record ZqlStatement
{
    internal ZqlStatement()
    {
    }

    internal string? Text { get; init; }

    internal string Target { get; init; } = string.Empty;

    internal bool IsCount { get; init; }

    internal string? Key { get; init; } = "uuid";

    internal IReadOnlyList<string>? Fields { get; init; }

    internal QueryCondition? Condition { get; init; }

    internal IReadOnlyList<QueryOrder> Order { get; init; } = Array.Empty<QueryOrder>();

    internal int? Most { get; init; }

    internal int? Skipped { get; init; }

    internal bool HasTotal { get; init; }

    internal string? Name { get; init; }

    /// <summary>Leaves only what meets the condition, and all conditions given before.</summary>
    /// <param name="condition">Makes the condition, such as <c>f => f.Field("vmNics.ip") == ip</c>.</param>
    /// <returns>The statement.</returns>
    public ZqlStatement Where(Func<QueryFields, QueryCondition> condition)
    {
        QueryCondition made = (condition ?? throw new ArgumentNullException(nameof(condition)))(new QueryFields())
            ?? throw new ArgumentException("ZQL: the function gave null in place of a condition.", nameof(condition));
        return Built() with { Condition = Condition is { } other ? other & made : made };
    }

    /// <summary>Sorts by a field, after the fields given before.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="descending">Whether the greatest value comes first.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="ArgumentException">The name is not one that ZQL can have.</exception>
    public ZqlStatement OrderBy(string field, bool descending = false)
        => Built() with { Order = [.. Order, new QueryOrder(Zql.Name(field, nameof(field)), descending)] };

    /// <summary>Ends after so many. Without it ZQL sends all.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The statement.</returns>
    public ZqlStatement Limit(int count) => Built() with { Most = NotNegative(count, nameof(count)) };

    /// <summary>Leaves out so many at the beginning.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The statement.</returns>
    public ZqlStatement Offset(int count) => Built() with { Skipped = NotNegative(count, nameof(count)) };

    /// <summary>Has the number of all matches sent beside the resources.</summary>
    /// <returns>The statement.</returns>
    public ZqlStatement ReturnTotal() => Built() with { HasTotal = true };

    /// <summary>Gives the result a name, which it carries.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The statement.</returns>
    public ZqlStatement NamedAs(string name)
    {
        Zql.Literal(name);
        return Built() with { Name = name };
    }

    /// <summary>The statement's text, with moments in the local zone; a client writes them in its server's.</summary>
    /// <returns>The ZQL.</returns>
    public override string ToString() => ToText(TimeZoneInfo.Local);

    internal string ToText(TimeZoneInfo zone)
    {
        if (Text is not null)
            return Text;
        try
        {
            return Build(zone);
        }
        catch (QueryRefusal refusal)
        {
            throw new ArgumentException("ZQL: the statement cannot be sent: " + refusal.Message + ".");
        }
    }

    // The clauses have this order in the grammar.
    private string Build(TimeZoneInfo zone)
    {
        StringBuilder zql = new StringBuilder(IsCount ? "count " : "query ").Append(Target);
        if (Fields is not null)
            zql.Append('.').Append(string.Join(",", Fields));
        if (Condition is QueryConstant { Holds: false })
            throw new QueryRefusal("it finds nothing, since a list of values is empty");
        if (Condition is { } condition and not QueryConstant)
            zql.Append(" where ").Append(ZqlText.Condition(condition, Target, Key, zone));
        if (HasTotal)
            zql.Append(" return with (total)");
        string separator = " order by ";
        foreach (QueryOrder order in Order)
        {
            zql.Append(separator).Append(order.Zql);
            separator = ",";
        }

        if (Most is { } most)
            zql.Append(" limit ").Append(most.ToString(CultureInfo.InvariantCulture));
        if (Skipped is { } skipped)
            zql.Append(" offset ").Append(skipped.ToString(CultureInfo.InvariantCulture));
        if (Name is not null)
            zql.Append(" named as ").Append(ZqlText.Literal(Name));
        return zql.ToString();
    }

    private static int NotNegative(int count, string parameter)
        => count >= 0 ? count : throw new ArgumentOutOfRangeException(parameter, count, "The number of resources is negative.");

    private ZqlStatement Built()
        => Text is null ? this : throw new InvalidOperationException("A raw statement of ZQL cannot be extended.");
}
