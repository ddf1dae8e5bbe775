using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ZStack;

/// <summary>A version of ZStack: up to four numbers, of which missing ones count as 0, so that <c>4.7</c> is <c>4.7.0</c> (PROTOCOL.md §8).</summary>
/// <remarks>
/// A name before the numbers, as in <c>zsv 4.1.6</c>, is another <see cref="Product"/>, whose releases are counted by themselves. Versions of two
/// products are not equal, and none is less or greater than the other: every operator but <c>!=</c> is false. Only
/// <see cref="CompareTo"/> puts them in an order, by product, so that a list of them can be sorted.
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

    /// <summary>Gets the product that the version belongs to, in small letters, such as <c>zsv</c>; null for ZStack Cloud.</summary>
    public string? Product { get; private init; }

    /// <summary>Reads a version.</summary>
    /// <param name="text">The text, such as <c>5.2.1</c> or <c>zsv 4.1.6</c>.</param>
    /// <returns>The version.</returns>
    /// <exception cref="FormatException">The text is not a version.</exception>
    public static ZStackVersion Parse(string text)
        => TryParse(text, out ZStackVersion? version) ? version
            : throw new FormatException("'" + text + "' is not a version of ZStack: it has to be one to four numbers with dots between them, such as 4.7.0.");

    /// <summary>Reads a version.</summary>
    /// <param name="text">The text, such as <c>5.2.1</c> or <c>zsv 4.1.6</c>.</param>
    /// <param name="version">The version.</param>
    /// <returns>Whether the text is a version.</returns>
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

    /// <summary>Returns whether two versions are the same.</summary>
    /// <param name="left">The first version.</param>
    /// <param name="right">The second version.</param>
    public static bool operator ==(ZStackVersion? left, ZStackVersion? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Returns whether two versions differ.</summary>
    /// <param name="left">The first version.</param>
    /// <param name="right">The second version.</param>
    public static bool operator !=(ZStackVersion? left, ZStackVersion? right) => !(left == right);

    /// <summary>Returns whether a version is older than another one of its product; null is older than all.</summary>
    /// <param name="left">The first version.</param>
    /// <param name="right">The second version.</param>
    public static bool operator <(ZStackVersion? left, ZStackVersion? right)
        => left is null ? right is not null : right is not null && left.IsOfProduct(right) && left.CompareTo(right) < 0;

    /// <summary>Returns whether a version is newer than another one of its product; null is older than all.</summary>
    /// <param name="left">The first version.</param>
    /// <param name="right">The second version.</param>
    public static bool operator >(ZStackVersion? left, ZStackVersion? right) => right < left;

    /// <summary>Returns whether a version is as old as another one of its product, or older; null is older than all.</summary>
    /// <param name="left">The first version.</param>
    /// <param name="right">The second version.</param>
    public static bool operator <=(ZStackVersion? left, ZStackVersion? right)
        => left is null || (right is not null && left.IsOfProduct(right) && left.CompareTo(right) <= 0);

    /// <summary>Returns whether a version is as new as another one of its product, or newer; null is older than all.</summary>
    /// <param name="left">The first version.</param>
    /// <param name="right">The second version.</param>
    public static bool operator >=(ZStackVersion? left, ZStackVersion? right) => right <= left;

    /// <summary>Compares two versions for sorting: by product, ZStack Cloud first, then by number.</summary>
    /// <param name="other">The other version; null comes before all.</param>
    /// <returns>Less than 0, 0 or more than 0.</returns>
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

    /// <summary>Returns the version as it was written.</summary>
    /// <returns>The text, such as <c>5.2.1</c>.</returns>
    public override string ToString() => _text;

    private bool IsOfProduct(ZStackVersion other) => string.Equals(Product, other.Product, StringComparison.Ordinal);

    // A word and a space before the numbers.
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
