namespace ZStack;

// The operators' methods by name, for languages that do not have them.
public abstract partial class QueryCondition
{
    /// <summary>Returns a condition that this one and another hold.</summary>
    /// <param name="other">The other condition.</param>
    /// <returns>The condition.</returns>
    public QueryCondition And(QueryCondition other) => this & other;

    /// <summary>Returns a condition that this one or another holds.</summary>
    /// <param name="other">The other condition.</param>
    /// <returns>The condition.</returns>
    public QueryCondition Or(QueryCondition other) => this | other;

    /// <summary>Returns a condition that this one does not hold.</summary>
    /// <returns>The condition.</returns>
    public QueryCondition Not() => !this;
}
