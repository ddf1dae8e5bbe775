using System.Linq;
using ZStackGen.Generator.Analysis.Versions;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>Represents the knowledge about the server that a value in a local variable or a temporary implies.</summary>
/// <param name="WhenTrue">For a Boolean value: the knowledge where it is true.</param>
/// <param name="WhenFalse">For a Boolean value: the knowledge where it is false.</param>
internal sealed record FlowValue(Knowledge? WhenTrue, Knowledge? WhenFalse)
{
    /// <summary>Gets the value that implies nothing.</summary>
    public static FlowValue Nothing { get; } = new(null, null);

    /// <summary>Gets the value null, such as the result of <c>?.</c> on null.</summary>
    public static FlowValue Null { get; } = new(Knowledge.Unreachable, Knowledge.Unreachable) { WhenNotNull = Knowledge.Unreachable, MayBeNull = true };

    /// <summary>Gets the knowledge where the value is not null: a value from behind a check is null where the check failed.</summary>
    public Knowledge? WhenNotNull { get; init; }

    /// <summary>Gets the version, if the value is a constant version: the lowest version, if it differs between branches.</summary>
    public string? Version { get; init; }

    /// <summary>
    /// Gets the highest constant version that the value has on any branch: <c>client.ServerVersion ?? ZStackVersion.V5_0</c>. A comparison with
    /// a version up to this one implies nothing about the server.
    /// </summary>
    public string? Highest { get; init; }

    /// <summary>Gets the comparison of the server's version with a constant version, if the value is a result of <c>CompareTo</c>.</summary>
    public VersionOrder? Order { get; init; }

    /// <summary>
    /// Gets the result of calling the value: of a delegate, or of the method <c>MoveNext</c> of an enumerator. A sequence has the value of its
    /// enumerators. <see langword="null"/> if the result implies nothing.
    /// </summary>
    public FlowValue? Returns { get; init; }

    /// <summary>Gets a value that indicates whether the value is null on some branches.</summary>
    public bool MayBeNull { get; init; }

    /// <summary>Gets a value that indicates whether the program has checked that the value is not null.</summary>
    public bool IsNotNull { get; init; }

    /// <summary>Gets the elements of a tuple; none for other values.</summary>
    public EquatableArray<FlowValue> Elements { get; init; }

    public bool IsNull => WhenNotNull is { IsUnreachable: true };

    public static FlowValue OfVersion(string version) => new(null, null) { Version = version, Highest = version };

    public static FlowValue OfOrder(VersionOrder order) => new(null, null) { Order = order };

    /// <summary>Returns the value where a branch with this value joins a branch without a known value; <see langword="null"/> if it no longer implies anything.</summary>
    public FlowValue? OrUnknown() => Highest is null ? null : Nothing with { Highest = Highest };

    /// <summary>Returns the value where two branches join; <see langword="null"/> if it no longer implies anything.</summary>
    /// <param name="other">The value on the other branch.</param>
    /// <param name="known">The knowledge on the branch of this value.</param>
    /// <param name="otherKnown">The knowledge on the other branch.</param>
    public FlowValue? Or(FlowValue other, Knowledge known, Knowledge otherKnown)
    {
        // A value that is null on the other branch comes from its own branch wherever it is not null.
        Knowledge whenNotNull = (WhenNotNull ?? Knowledge.None).And(known).Or((other.WhenNotNull ?? Knowledge.None).And(otherKnown));
        Knowledge? implied = whenNotNull.Equals(known.Or(otherKnown)) ? null : whenNotNull;
        if (IsNull || other.IsNull)
            return (IsNull ? other : this) with { WhenNotNull = implied, MayBeNull = true, IsNotNull = false };
        var both = new FlowValue(Or(WhenTrue, other.WhenTrue), Or(WhenFalse, other.WhenFalse))
        {
            WhenNotNull = implied,
            Version = Version is null || other.Version is null ? null : SinceVersion.Compare(Version, other.Version) <= 0 ? Version : other.Version,
            Highest = SymbolVersions.Later(Highest, other.Highest),
            Order = Equals(Order, other.Order) ? Order : null,
            Returns = Equals(Returns, other.Returns) ? Returns : null,
            IsNotNull = IsNotNull && other.IsNotNull,
            Elements = Elements.Count == other.Elements.Count ? Elements.Zip(other.Elements, (left, right) => left.Or(right, known, otherKnown) ?? Nothing).ToArray().ToEquatableArray() : default,
        };
        return both.Equals(Nothing) ? null : both with { MayBeNull = MayBeNull || other.MayBeNull };
    }

    /// <summary>Returns the value with the given element of a tuple.</summary>
    public FlowValue With(int element, FlowValue value) => this with { Elements = Elements.Select((before, index) => index == element ? value : before).ToArray().ToEquatableArray() };

    private static Knowledge? Or(Knowledge? left, Knowledge? right) => left is null || right is null ? null : left.Or(right);
}
