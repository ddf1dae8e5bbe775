using System;
using System.Runtime.CompilerServices;

namespace ZStack;

/// <summary>Represents a string field in a query.</summary>
public sealed partial class QueryStringField : QueryField<string>
{
    /// <summary>Initializes a new instance of the <see cref="QueryStringField"/> class with a name.</summary>
    /// <param name="owner">The fields that contain the field.</param>
    /// <param name="name">The JSON name of the field.</param>
    /// <param name="isList">Whether a resource can have several values of the field.</param>
    public QueryStringField(QueryFields owner, string name, bool isList = false)
        : base(owner, name, isList)
    {
    }

    /// <summary>
    /// Initializes a new instance of the <see cref="QueryStringField"/> class with the name of the calling property, its first letter in lower case.
    /// </summary>
    /// <param name="owner">The fields that contain the field.</param>
    /// <param name="isList">Whether a resource can have several values of the field.</param>
    /// <param name="property">The name of the property, supplied by the compiler.</param>
    public QueryStringField(QueryFields owner, bool isList = false, [CallerMemberName] string property = "")
        : base(owner, isList, property)
    {
    }

    internal QueryStringField(string path, QueryFields owner)
        : base(path, owner)
    {
    }

    /// <summary>Returns a condition that the field matches a pattern: <c>%</c> matches any text, <c>_</c> any character.</summary>
    /// <param name="pattern">The pattern, such as <c>web-%</c>.</param>
    /// <returns>The condition.</returns>
    public QueryCondition Like(string pattern) => new QueryComparison(this, QueryOperator.Like, pattern ?? throw new ArgumentNullException(nameof(pattern)));

    /// <summary>Returns a condition that the field has a value that does not match a pattern.</summary>
    /// <param name="pattern">The pattern, such as <c>web-%</c>.</param>
    /// <returns>The condition.</returns>
    public QueryCondition NotLike(string pattern) => new QueryComparison(this, QueryOperator.NotLike, pattern ?? throw new ArgumentNullException(nameof(pattern)));
}
