using System;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>Represents the knowledge about the server that a value in a local variable or a temporary implies.</summary>
/// <param name="WhenTrue">For a Boolean value: the knowledge where it is true.</param>
/// <param name="WhenFalse">For a Boolean value: the knowledge where it is false.</param>
/// <param name="Version">For a version: the version.</param>
/// <param name="ComparedTo">For a result of <c>CompareTo</c>: the version that the server's version was compared with.</param>
/// <param name="MayBeNull">true if the value is null on some branches; otherwise, false.</param>
internal sealed record FlowValue(Knowledge? WhenTrue, Knowledge? WhenFalse, string? Version = null, string? ComparedTo = null, bool MayBeNull = false)
{
    /// <summary>Gets the value null, such as the result of <c>?.</c> on null.</summary>
    public static FlowValue Null { get; } = new(Knowledge.Unreachable, Knowledge.Unreachable, MayBeNull: true);

    public static FlowValue OfVersion(string version) => new(null, null, version);

    public static FlowValue OfComparison(string version) => new(null, null, ComparedTo: version);

    /// <summary>Returns the value where two branches join; <see langword="null"/> if it no longer implies anything.</summary>
    public FlowValue? Or(FlowValue other)
    {
        if (ReferenceEquals(this, Null) || ReferenceEquals(other, Null))
        {
            FlowValue value = ReferenceEquals(this, Null) ? other : this;
            return value with { MayBeNull = true };
        }

        bool mayBeNull = MayBeNull || other.MayBeNull;
        if (WhenTrue is not null && other.WhenTrue is not null)
            return new FlowValue(WhenTrue.Or(other.WhenTrue), WhenFalse!.Or(other.WhenFalse!), MayBeNull: mayBeNull);
        if (Version is not null && string.Equals(Version, other.Version, StringComparison.Ordinal))
            return this with { MayBeNull = mayBeNull };
        return ComparedTo is not null && string.Equals(ComparedTo, other.ComparedTo, StringComparison.Ordinal) ? this with { MayBeNull = mayBeNull } : null;
    }
}
