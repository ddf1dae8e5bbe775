namespace ZStack;

// The operators' methods by name, for languages that do not have them.
public partial class QueryField<T>
{
    /// <summary>Returns a condition that the field has this value; null means that it has none.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public QueryCondition EqualTo(T? value) => this == value;

    /// <summary>Returns a condition that the field has another value; null means that it has any.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public QueryCondition NotEqualTo(T? value) => this != value;

    /// <summary>Returns a condition that the field's value is less.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public QueryCondition LessThan(T value) => this < value;

    /// <summary>Returns a condition that the field's value is less or the same.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public QueryCondition LessThanOrEqualTo(T value) => this <= value;

    /// <summary>Returns a condition that the field's value is greater.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public QueryCondition GreaterThan(T value) => this > value;

    /// <summary>Returns a condition that the field's value is greater or the same.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public QueryCondition GreaterThanOrEqualTo(T value) => this >= value;
}
