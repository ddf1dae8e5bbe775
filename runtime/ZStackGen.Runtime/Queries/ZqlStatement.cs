using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace ZStack;

/// <summary>Represents a ZQL statement, created by <see cref="Zql"/>. A statement is immutable: each method returns a new statement.</summary>
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

    /// <summary>Restricts the statement to resources that meet a condition, in addition to the earlier conditions.</summary>
    /// <param name="condition">A function that returns the condition, such as <c>f => f.Field("vmNics.ip") == ip</c>.</param>
    /// <returns>The statement.</returns>
    public ZqlStatement Where(Func<QueryFields, QueryCondition> condition)
    {
        QueryCondition made = (condition ?? throw new ArgumentNullException(nameof(condition)))(new QueryFields())
            ?? throw new ArgumentException("ZQL: the function returned null instead of a condition.", nameof(condition));
        return Built() with { Condition = Condition is { } other ? other & made : made };
    }

    /// <summary>Sorts the resources by a field, after the earlier fields.</summary>
    /// <param name="field">The name of the field.</param>
    /// <param name="descending">true to sort in descending order; otherwise, false.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="ArgumentException">The name is not a valid ZQL name.</exception>
    public ZqlStatement OrderBy(string field, bool descending = false)
        => Built() with { Order = [.. Order, new QueryOrder(Zql.Name(field, nameof(field)), descending)] };

    /// <summary>Limits the number of resources. By default, all resources are returned.</summary>
    /// <param name="count">The maximum number of resources.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public ZqlStatement Limit(int count) => Built() with { Most = NotNegative(count, nameof(count)) };

    /// <summary>Skips a number of resources at the beginning.</summary>
    /// <param name="count">The number of resources to skip.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public ZqlStatement Offset(int count) => Built() with { Skipped = NotNegative(count, nameof(count)) };

    /// <summary>Requests the number of all matches in addition to the resources.</summary>
    /// <returns>The statement.</returns>
    public ZqlStatement ReturnTotal() => Built() with { HasTotal = true };

    /// <summary>Assigns a name to the result.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The statement.</returns>
    public ZqlStatement NamedAs(string name)
    {
        Zql.Literal(name);
        return Built() with { Name = name };
    }

    /// <summary>Returns the text of the statement, with timestamps in the local time zone. A client formats them in the time zone of its server.</summary>
    /// <returns>The ZQL text.</returns>
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

    // The grammar requires this order of clauses.
    private string Build(TimeZoneInfo zone)
    {
        StringBuilder zql = new StringBuilder(IsCount ? "count " : "query ").Append(Target);
        if (Fields is not null)
            zql.Append('.').Append(string.Join(",", Fields));
        if (Condition is QueryConstant { Holds: false })
            throw new QueryRefusal("no resource can match, because a list of values is empty");
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
        => count >= 0 ? count : throw new ArgumentOutOfRangeException(parameter, count, "The number of resources must not be negative.");

    private ZqlStatement Built()
        => Text is null ? this : throw new InvalidOperationException("A statement created by Zql.Raw cannot be extended; add the clause to its text.");
}
