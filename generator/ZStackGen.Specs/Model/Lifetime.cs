namespace ZStackGen.Specs.Model;

/// <summary>
/// Represents the deprecation and removal of an element, as stated by sentences of its description: <c>Deprecated.</c>,
/// <c>Deprecated since 4.0.0: use StartVmInstance.</c>, <c>Removed in 3.6.0.</c>, and similar sentences in both languages.
/// </summary>
/// <param name="IsDeprecated">A value that indicates whether a sentence marks the element as deprecated.</param>
/// <param name="DeprecatedSince">The version that deprecated the element; <see langword="null"/> if no sentence states it.</param>
/// <param name="Removed">The version that removed the element; <see langword="null"/> if no sentence states it.</param>
/// <param name="Replacement">The replacement of the element; <see langword="null"/> if no sentence states it.</param>
public readonly record struct Lifetime(bool IsDeprecated, string? DeprecatedSince, string? Removed, string? Replacement)
{
    /// <summary>Gets a value that indicates whether the element is neither deprecated nor removed.</summary>
    public bool IsCurrent => !IsDeprecated && Removed is null;

    /// <summary>Gets a value that indicates whether a sentence states a version.</summary>
    public bool HasVersion => DeprecatedSince is not null || Removed is not null;

    /// <summary>Reads the sentences of a description. Only the first sentence of each kind is used.</summary>
    public static Lifetime Of(string? description) =>
        description is not null && LifetimeWords.MayOccur(description) ? LifetimeSentences.Read(description) : default;
}
