using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace ZStack;

/// <summary>Represents a field in a query.</summary>
public abstract class QueryField
{
    private protected QueryField(QueryFields owner, string name, bool isList, bool isDocumented)
    {
        if (owner is null)
            throw new ArgumentNullException(nameof(owner));
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentException("The name of the field is empty.", nameof(name));
        Path = owner.Prefix + name;
        IsList = isList;
        IsDocumented = isDocumented;
    }

    /// <summary>Gets the name of the field in the protocol, preceded by the names of the parts that contain it.</summary>
    public string Path { get; }

    internal bool IsList { get; }

    // Whether a documentation page states the type of the field.
    internal bool IsDocumented { get; }

    internal bool IsTag => Path.EndsWith("__", StringComparison.Ordinal) && (Path.EndsWith("__systemTag__", StringComparison.Ordinal)
        || Path.EndsWith("__userTag__", StringComparison.Ordinal) || Path.EndsWith("__tagUuid__", StringComparison.Ordinal));

    // Whether each resource has at most one value of the field, so that queries can sort by it and negate a comparison by its operator.
    internal bool IsSingle => !IsList && Path.IndexOf('.') < 0 && !IsTag;

    /// <summary>Returns a condition that the field has no value.</summary>
    /// <returns>The condition.</returns>
    public QueryCondition IsNull() => new QueryComparison(this, QueryOperator.IsNull);

    /// <summary>Returns a condition that the field has a value.</summary>
    /// <returns>The condition.</returns>
    public QueryCondition IsNotNull() => new QueryComparison(this, QueryOperator.NotNull);

    private protected static string FirstLetterSmall(string property)
        => string.IsNullOrEmpty(property) ? property : char.ToLowerInvariant(property[0]) + property.Substring(1);

    /// <summary>Returns the path of the field.</summary>
    /// <returns>A text such as <c>vmNics.ip</c>.</returns>
    public override string ToString() => Path;
}

/// <summary>Represents a field in a query. A comparison with a value returns a condition.</summary>
/// <remarks>
/// A condition on a field of a part (<c>f.VmNics.Ip</c>) is met if any of the parts meets it; this includes <c>!=</c>. The server compares strings
/// like its database, ignoring case.
/// </remarks>
/// <typeparam name="T">The type of the values.</typeparam>
public partial class QueryField<T> : QueryField
{
#pragma warning disable RS0022 // the base class has no protected members and no accessible constructor
    /// <summary>Initializes a new instance of the <see cref="QueryField{T}"/> class with a name.</summary>
    /// <param name="owner">The fields that contain the field.</param>
    /// <param name="name">The JSON name of the field.</param>
    /// <param name="isList">Whether a resource can have several values of the field.</param>
    public QueryField(QueryFields owner, string name, bool isList = false)
        : base(owner, name, isList, isDocumented: true)
    {
    }

    /// <summary>
    /// Initializes a new instance of the <see cref="QueryField{T}"/> class with the name of the calling property, its first letter in lower case.
    /// </summary>
    /// <param name="owner">The fields that contain the field.</param>
    /// <param name="isList">Whether a resource can have several values of the field.</param>
    /// <param name="property">The name of the property, supplied by the compiler.</param>
    public QueryField(QueryFields owner, bool isList = false, [CallerMemberName] string property = "")
        : base(owner, FirstLetterSmall(property), isList, isDocumented: true)
    {
    }

#pragma warning restore RS0022
    // A field without documentation.
    internal QueryField(string path, QueryFields owner)
        : base(owner, path, isList: false, isDocumented: false)
    {
    }

    /// <summary>Returns a condition that the field equals a value; null means that the field has no value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static QueryCondition operator ==(QueryField<T> field, T? value)
        => value is null ? Known(field).IsNull() : new QueryComparison(Known(field), QueryOperator.Equal, value);

    /// <summary>Returns a condition that the field has a value other than the specified value; null means that the field has any value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static QueryCondition operator !=(QueryField<T> field, T? value)
        => value is null ? Known(field).IsNotNull() : new QueryComparison(Known(field), QueryOperator.NotEqual, value);

    /// <summary>Returns a condition that the field is less than a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static QueryCondition operator <(QueryField<T> field, T value) => Compare(field, QueryOperator.Less, value);

    /// <summary>Returns a condition that the field is greater than a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static QueryCondition operator >(QueryField<T> field, T value) => Compare(field, QueryOperator.Greater, value);

    /// <summary>Returns a condition that the field is less than or equal to a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static QueryCondition operator <=(QueryField<T> field, T value) => Compare(field, QueryOperator.LessOrEqual, value);

    /// <summary>Returns a condition that the field is greater than or equal to a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static QueryCondition operator >=(QueryField<T> field, T value) => Compare(field, QueryOperator.GreaterOrEqual, value);

    /// <summary>Returns a condition that the field equals one of the values. No resource meets the condition of an empty list.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">A value is null.</exception>
    public QueryCondition In(IEnumerable<T> values) => List(QueryOperator.In, values);

    /// <inheritdoc cref="In(IEnumerable{T})"/>
    public QueryCondition In(params T[] values) => List(QueryOperator.In, values);

    /// <summary>Returns a condition that the field has a value other than the specified values. Every resource meets the condition of an empty list.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">A value is null.</exception>
    public QueryCondition NotIn(IEnumerable<T> values) => List(QueryOperator.NotIn, values);

    /// <inheritdoc cref="NotIn(IEnumerable{T})"/>
    public QueryCondition NotIn(params T[] values) => List(QueryOperator.NotIn, values);

    /// <summary>Determines whether an object is the same field. To create a condition, compare the field with a value instead.</summary>
    /// <param name="obj">The object to compare.</param>
    /// <returns>true if the object is the same field; otherwise, false.</returns>
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
            list.Add(value is null ? throw new ArgumentException($"The list of values for the field '{Path}' contains null at index {list.Count}.", nameof(values)) : value);
        return list.Count > 0 ? new QueryComparison(this, op, [.. list]) : QueryConstant.Of(op == QueryOperator.NotIn);
    }
}
