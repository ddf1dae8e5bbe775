using System;
using System.Runtime.CompilerServices;

namespace ZStack;

/// <summary>A field that holds text.</summary>
public sealed partial class QueryStringField : QueryField<string>
{
    /// <summary>Names a field.</summary>
    /// <param name="owner">The fields that it belongs to.</param>
    /// <param name="name">Its name on the wire.</param>
    /// <param name="isList">Whether a resource can have several values of it.</param>
    public QueryStringField(QueryFields owner, string name, bool isList = false)
        : base(owner, name, isList)
    {
    }

    /// <summary>Names a field after the property that gives it, whose name has only its first letter in the other case.</summary>
    /// <param name="owner">The fields that it belongs to.</param>
    /// <param name="isList">Whether a resource can have several values of it.</param>
    /// <param name="property">The property; the compiler fills it in.</param>
    public QueryStringField(QueryFields owner, bool isList = false, [CallerMemberName] string property = "")
        : base(owner, isList, property)
    {
    }

    internal QueryStringField(string path, QueryFields owner)
        : base(path, owner)
    {
    }

    /// <summary>The text has this form: <c>%</c> stands for any text, <c>_</c> for any character.</summary>
    /// <param name="pattern">The form, such as <c>web-%</c>.</param>
    /// <returns>The condition.</returns>
    public QueryCondition Like(string pattern) => new QueryComparison(this, QueryOperator.Like, pattern ?? throw new ArgumentNullException(nameof(pattern)));

    /// <summary>The text has another form (a resource without one is not found).</summary>
    /// <param name="pattern">The form.</param>
    /// <returns>The condition.</returns>
    public QueryCondition NotLike(string pattern) => new QueryComparison(this, QueryOperator.NotLike, pattern ?? throw new ArgumentNullException(nameof(pattern)));
}
