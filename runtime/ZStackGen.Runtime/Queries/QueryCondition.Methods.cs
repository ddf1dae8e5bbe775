namespace ZStack;

// Named alternatives to the operators, for languages without operator overloading.
public abstract partial class QueryCondition
{
    /// <summary>Returns a condition that is met if this condition and another condition are both met.</summary>
    /// <param name="other">The other condition.</param>
    /// <returns>The condition.</returns>
    public QueryCondition And(QueryCondition other) => this & other;

    /// <summary>Returns a condition that is met if this condition or another condition is met.</summary>
    /// <param name="other">The other condition.</param>
    /// <returns>The condition.</returns>
    public QueryCondition Or(QueryCondition other) => this | other;

    /// <summary>Returns a condition that is met if this condition is not met.</summary>
    /// <returns>The condition.</returns>
    public QueryCondition Not() => !this;
}
