using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ZStack;

/// <summary>Represents a version of ZStack: up to four numbers. A missing number counts as 0, so that <c>4.7</c> equals <c>4.7.0</c> (PROTOCOL.md §8).</summary>
/// <remarks>
/// A name before the numbers, as in <c>zsv 4.1.6</c>, denotes another <see cref="Product"/>, whose releases are numbered independently. Versions of
/// different products are not equal, and neither is less or greater than the other: every operator except <c>!=</c> returns false. Only
/// <see cref="CompareTo"/> orders them, by product, so that a list of versions can be sorted.
/// </remarks>
public sealed partial class ZStackVersion : IEquatable<ZStackVersion>, IComparable<ZStackVersion>
{
    private const int Parts = 4;
    private readonly string _text;
    private readonly int _major;
    private readonly int _minor;
    private readonly int _patch;
    private readonly int _build;

    private ZStackVersion(string text, int major, int minor, int patch, int build = 0)
    {
        _text = text;
        _major = major;
        _minor = minor;
        _patch = patch;
        _build = build;
    }

    /// <summary>Gets the product that the version belongs to, in lowercase, such as <c>zsv</c>; null for ZStack Cloud.</summary>
    public string? Product { get; private init; }

    /// <summary>Converts a string to a version.</summary>
    /// <param name="text">The string, such as <c>5.2.1</c> or <c>zsv 4.1.6</c>.</param>
    /// <returns>The version.</returns>
    /// <exception cref="FormatException">The string is not a version.</exception>
    public static ZStackVersion Parse(string text)
        => TryParse(text, out ZStackVersion? version) ? version
            : throw new FormatException("'" + text + "' is not a version of ZStack: it has to be one to four numbers with dots between them, such as 4.7.0.");

    /// <summary>Converts a string to a version without throwing an exception.</summary>
    /// <param name="text">The string, such as <c>5.2.1</c> or <c>zsv 4.1.6</c>.</param>
    /// <param name="version">The version; null if the string is not a version.</param>
    /// <returns>true if the string is a version; otherwise, false.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ZStackVersion? version)
    {
        version = null;
        if (text is null)
            return false;
        string trimmed = text.Trim();
        if (!TryCutProduct(trimmed, out string? product, out string numbers))
            return false;
        string[] parts = numbers.Split('.');
        if (parts.Length > Parts)
            return false;
        int[] values = new int[Parts];
        for (int i = 0; i < parts.Length; i++)
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out values[i]))
                return false;
        version = new ZStackVersion(trimmed, values[0], values[1], values[2], values[3]) { Product = product };
        return true;
    }

    /// <summary>Determines whether two versions are equal.</summary>
    /// <param name="left">The first version.</param>
    /// <param name="right">The second version.</param>
    /// <returns>true if the versions are equal; otherwise, false.</returns>
    public static bool operator ==(ZStackVersion? left, ZStackVersion? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Determines whether two versions are not equal.</summary>
    /// <param name="left">The first version.</param>
    /// <param name="right">The second version.</param>
    /// <returns>true if the versions are not equal; otherwise, false.</returns>
    public static bool operator !=(ZStackVersion? left, ZStackVersion? right) => !(left == right);

    /// <summary>Determines whether a version is earlier than another version of the same product. Null is earlier than every version.</summary>
    /// <param name="left">The first version.</param>
    /// <param name="right">The second version.</param>
    /// <returns>true if the first version is earlier; otherwise, false.</returns>
    public static bool operator <(ZStackVersion? left, ZStackVersion? right)
        => left is null ? right is not null : right is not null && left.IsOfProduct(right) && left.CompareTo(right) < 0;

    /// <summary>Determines whether a version is later than another version of the same product. Null is earlier than every version.</summary>
    /// <param name="left">The first version.</param>
    /// <param name="right">The second version.</param>
    /// <returns>true if the first version is later; otherwise, false.</returns>
    public static bool operator >(ZStackVersion? left, ZStackVersion? right) => right < left;

    /// <summary>Determines whether a version is equal to or earlier than another version of the same product. Null is earlier than every version.</summary>
    /// <param name="left">The first version.</param>
    /// <param name="right">The second version.</param>
    /// <returns>true if the first version is equal or earlier; otherwise, false.</returns>
    public static bool operator <=(ZStackVersion? left, ZStackVersion? right)
        => left is null || (right is not null && left.IsOfProduct(right) && left.CompareTo(right) <= 0);

    /// <summary>Determines whether a version is equal to or later than another version of the same product. Null is earlier than every version.</summary>
    /// <param name="left">The first version.</param>
    /// <param name="right">The second version.</param>
    /// <returns>true if the first version is equal or later; otherwise, false.</returns>
    public static bool operator >=(ZStackVersion? left, ZStackVersion? right) => right <= left;

    /// <summary>Compares two versions for sorting: by product, ZStack Cloud first, then by number.</summary>
    /// <param name="other">The other version; null precedes every version.</param>
    /// <returns>A negative number if this version precedes the other version, zero if they are equal; otherwise, a positive number.</returns>
    public int CompareTo(ZStackVersion? other)
    {
        if (other is null)
            return 1;
        int order = string.CompareOrdinal(Product, other.Product);
        if (order == 0)
            order = _major.CompareTo(other._major);
        if (order == 0)
            order = _minor.CompareTo(other._minor);
        if (order == 0)
            order = _patch.CompareTo(other._patch);
        return order != 0 ? order : _build.CompareTo(other._build);
    }

    /// <inheritdoc/>
    public bool Equals(ZStackVersion? other) => other is not null && CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ZStackVersion);

    /// <inheritdoc/>
    public override int GetHashCode()
        => unchecked((((((_major * 31) + _minor) * 31) + _patch) * 31) + _build + (Product is null ? 0 : StringComparer.Ordinal.GetHashCode(Product)));

    /// <summary>Returns the version in its original form.</summary>
    /// <returns>The string, such as <c>5.2.1</c>.</returns>
    public override string ToString() => _text;

    private bool IsOfProduct(ZStackVersion other) => string.Equals(Product, other.Product, StringComparison.Ordinal);

    // Splits a product name and a space from the numbers.
    private static bool TryCutProduct(string text, out string? product, out string numbers)
    {
        product = null;
        numbers = text;
        if (text.Length == 0 || !IsLetter(text[0]))
            return true;
        int end = 1;
        while (end < text.Length && (IsLetter(text[end]) || text[end] is '-' or (>= '0' and <= '9')))
            end++;
        if (end == text.Length || text[end] != ' ')
            return false;
        product = text.Substring(0, end).ToLowerInvariant();
        numbers = text.Substring(end).TrimStart();
        return true;
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
