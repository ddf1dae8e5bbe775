using System;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>What a value in a local variable or a temporary tells of the server.</summary>
/// <param name="WhenTrue">Of a truth value: what is known where it is true.</param>
/// <param name="WhenFalse">Of a truth value: what is known where it is false.</param>
/// <param name="Version">Of a version: which one it is.</param>
/// <param name="ComparedTo">Of a number: the version with which <c>CompareTo</c> compared the server's.</param>
/// <param name="MayBeNull">Whether it is null on some ways.</param>
internal sealed record FlowValue(Knowledge? WhenTrue, Knowledge? WhenFalse, string? Version = null, string? ComparedTo = null, bool MayBeNull = false)
{
    /// <summary>No value, as <c>?.</c> gives it.</summary>
    public static FlowValue Null { get; } = new(Knowledge.Unreachable, Knowledge.Unreachable, MayBeNull: true);

    public static FlowValue OfVersion(string version) => new(null, null, version);

    public static FlowValue OfComparison(string version) => new(null, null, ComparedTo: version);

    /// <summary>The value where two ways meet; <see langword="null"/> where it tells nothing any more.</summary>
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
