using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace ZStack;

/// <summary>A field in a query.</summary>
public abstract class QueryField
{
    private protected QueryField(QueryFields owner, string name, bool isList, bool isDocumented)
    {
        if (owner is null)
            throw new ArgumentNullException(nameof(owner));
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentException("A field of a query needs a name.", nameof(name));
        Path = owner.Prefix + name;
        IsList = isList;
        IsDocumented = isDocumented;
    }

    /// <summary>The field's name on the wire, with the names of the parts that it lies in before it.</summary>
    public string Path { get; }

    internal bool IsList { get; }

    // Whether a page states the field's type.
    internal bool IsDocumented { get; }

    internal bool IsTag => Path.EndsWith("__", StringComparison.Ordinal) && (Path.EndsWith("__systemTag__", StringComparison.Ordinal)
        || Path.EndsWith("__userTag__", StringComparison.Ordinal) || Path.EndsWith("__tagUuid__", StringComparison.Ordinal));

    // Whether each resource has at most one value of it, so that it can be sorted by and its negation is the opposite comparison.
    internal bool IsSingle => !IsList && Path.IndexOf('.') < 0 && !IsTag;

    /// <summary>The resource has no value here.</summary>
    /// <returns>The condition.</returns>
    public QueryCondition IsNull() => new QueryComparison(this, QueryOperator.IsNull);

    /// <summary>The resource has a value here.</summary>
    /// <returns>The condition.</returns>
    public QueryCondition IsNotNull() => new QueryComparison(this, QueryOperator.NotNull);

    private protected static string FirstLetterSmall(string property)
        => string.IsNullOrEmpty(property) ? property : char.ToLowerInvariant(property[0]) + property.Substring(1);

    /// <summary>The field's path.</summary>
    /// <returns>Such as <c>vmNics.ip</c>.</returns>
    public override string ToString() => Path;
}

/// <summary>A field in a query. Compared with a value it gives a condition.</summary>
/// <remarks>
/// For a field of a part (<c>f.VmNics.Ip</c>) a condition holds if any of the parts meets it, <c>!=</c> too. The server compares texts as its
/// database does: without case.
/// </remarks>
/// <typeparam name="T">The values' type.</typeparam>
public partial class QueryField<T> : QueryField
{
#pragma warning disable RS0022 // its base class has nothing protected, and no constructor for others
    /// <summary>Names a field.</summary>
    /// <param name="owner">The fields that it belongs to.</param>
    /// <param name="name">Its name on the wire.</param>
    /// <param name="isList">Whether a resource can have several values of it.</param>
    public QueryField(QueryFields owner, string name, bool isList = false)
        : base(owner, name, isList, isDocumented: true)
    {
    }

    /// <summary>Names a field after the property that gives it, whose name has only its first letter in the other case.</summary>
    /// <param name="owner">The fields that it belongs to.</param>
    /// <param name="isList">Whether a resource can have several values of it.</param>
    /// <param name="property">The property; the compiler fills it in.</param>
    public QueryField(QueryFields owner, bool isList = false, [CallerMemberName] string property = "")
        : base(owner, FirstLetterSmall(property), isList, isDocumented: true)
    {
    }

#pragma warning restore RS0022
    // A field of which only the name is known.
    internal QueryField(string path, QueryFields owner)
        : base(owner, path, isList: false, isDocumented: false)
    {
    }

    /// <summary>The field has this value; null means that it has none.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static QueryCondition operator ==(QueryField<T> field, T? value)
        => value is null ? Known(field).IsNull() : new QueryComparison(Known(field), QueryOperator.Equal, value);

    /// <summary>The field has another value (a resource without one is not found); null means that it has any.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static QueryCondition operator !=(QueryField<T> field, T? value)
        => value is null ? Known(field).IsNotNull() : new QueryComparison(Known(field), QueryOperator.NotEqual, value);

    /// <summary>The field's value is less.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static QueryCondition operator <(QueryField<T> field, T value) => Compare(field, QueryOperator.Less, value);

    /// <summary>The field's value is greater.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static QueryCondition operator >(QueryField<T> field, T value) => Compare(field, QueryOperator.Greater, value);

    /// <summary>The field's value is less or the same.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static QueryCondition operator <=(QueryField<T> field, T value) => Compare(field, QueryOperator.LessOrEqual, value);

    /// <summary>The field's value is greater or the same.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static QueryCondition operator >=(QueryField<T> field, T value) => Compare(field, QueryOperator.GreaterOrEqual, value);

    /// <summary>The field has one of these values. No resource meets an empty list.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">A value is null.</exception>
    public QueryCondition In(IEnumerable<T> values) => List(QueryOperator.In, values);

    /// <inheritdoc cref="In(IEnumerable{T})"/>
    public QueryCondition In(params T[] values) => List(QueryOperator.In, values);

    /// <summary>The field has none of these values (a resource without one is not found). An empty list says nothing.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">A value is null.</exception>
    public QueryCondition NotIn(IEnumerable<T> values) => List(QueryOperator.NotIn, values);

    /// <inheritdoc cref="NotIn(IEnumerable{T})"/>
    public QueryCondition NotIn(params T[] values) => List(QueryOperator.NotIn, values);

    /// <summary>Whether this is the same field. A condition comes of comparing with a value instead.</summary>
    /// <param name="obj">The other field.</param>
    /// <returns>True if it is.</returns>
    public override bool Equals(object? obj) => obj is QueryField<T> other && other.Path == Path;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path);

    private static QueryField<T> Known(QueryField<T> field)
        => field is null ? throw new ArgumentNullException(nameof(field)) : field;

    private static QueryComparison Compare(QueryField<T> field, QueryOperator op, T value)
        => new(Known(field), op, value is null ? throw new ArgumentNullException(nameof(value)) : value);

    private QueryCondition List(QueryOperator op, IEnumerable<T> values)
    {
        if (values is null)
            throw new ArgumentNullException(nameof(values));
        var list = new List<object>();
        foreach (T value in values)
            list.Add(value is null ? throw new ArgumentException($"The list of values for the field '{Path}' has a null at index {list.Count}.", nameof(values)) : value);
        return list.Count > 0 ? new QueryComparison(this, op, [.. list]) : QueryConstant.Of(op == QueryOperator.NotIn);
    }
}
