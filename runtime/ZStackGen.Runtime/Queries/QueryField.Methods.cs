namespace ZStack;

// Named alternatives to the operators, for languages without operator overloading.
public partial class QueryField<T>
{
    /// <summary>Returns a condition that the field equals a value; null means that the field has no value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public QueryCondition EqualTo(T? value) => this == value;

    /// <summary>Returns a condition that the field has a value other than the specified value; null means that the field has any value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public QueryCondition NotEqualTo(T? value) => this != value;

    /// <summary>Returns a condition that the field is less than a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public QueryCondition LessThan(T value) => this < value;

    /// <summary>Returns a condition that the field is less than or equal to a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public QueryCondition LessThanOrEqualTo(T value) => this <= value;

    /// <summary>Returns a condition that the field is greater than a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public QueryCondition GreaterThan(T value) => this > value;

    /// <summary>Returns a condition that the field is greater than or equal to a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public QueryCondition GreaterThanOrEqualTo(T value) => this >= value;
}
