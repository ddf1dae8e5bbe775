using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ZStack;

/// <summary>Represents a version of ZStack: up to four numbers. Missing numbers are 0, so that <c>4.7</c> equals <c>4.7.0</c> (PROTOCOL.md §8).</summary>
public sealed class ZStackVersion : IEquatable<ZStackVersion>, IComparable<ZStackVersion>
{
    private const int Parts = 4;
    private readonly string _text;
    private readonly int[] _numbers;

    private ZStackVersion(string text, int[] numbers)
    {
        _text = text;
        _numbers = numbers;
    }

    /// <summary>Parses a version.</summary>
    /// <param name="text">The text to parse, such as <c>5.2.1</c>.</param>
    /// <returns>The version.</returns>
    /// <exception cref="FormatException">The text is not a version.</exception>
    public static ZStackVersion Parse(string text)
        => TryParse(text, out ZStackVersion? version) ? version
            : throw new FormatException("'" + text + "' is not a version of ZStack: use one to four numbers separated by dots, such as 4.7.0.");

    /// <summary>Tries to parse a version.</summary>
    /// <param name="text">The text to parse, such as <c>5.2.1</c>.</param>
    /// <param name="version">The version, or null if the text is not a version.</param>
    /// <returns>true if the text is a version; otherwise, false.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ZStackVersion? version)
    {
        version = null;
        if (text is null)
            return false;
        string[] parts = text.Trim().Split('.');
        if (parts.Length > Parts)
            return false;
        int[] numbers = new int[Parts];
        for (int i = 0; i < parts.Length; i++)
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return false;
        version = new ZStackVersion(text.Trim(), numbers);
        return true;
    }

    /// <summary>Determines whether two versions are equal.</summary>
    /// <param name="left">The first version.</param>
    /// <param name="right">The second version.</param>
    public static bool operator ==(ZStackVersion? left, ZStackVersion? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Determines whether two versions are different.</summary>
    /// <param name="left">The first version.</param>
    /// <param name="right">The second version.</param>
    public static bool operator !=(ZStackVersion? left, ZStackVersion? right) => !(left == right);

    /// <summary>Determines whether the first version is older than the second. null is older than any version.</summary>
    /// <param name="left">The first version.</param>
    /// <param name="right">The second version.</param>
    public static bool operator <(ZStackVersion? left, ZStackVersion? right) => left is null ? right is not null : left.CompareTo(right) < 0;

    /// <summary>Determines whether the first version is newer than the second. null is older than any version.</summary>
    /// <param name="left">The first version.</param>
    /// <param name="right">The second version.</param>
    public static bool operator >(ZStackVersion? left, ZStackVersion? right) => right < left;

    /// <summary>Determines whether the first version is older than or equal to the second.</summary>
    /// <param name="left">The first version.</param>
    /// <param name="right">The second version.</param>
    public static bool operator <=(ZStackVersion? left, ZStackVersion? right) => !(right < left);

    /// <summary>Determines whether the first version is newer than or equal to the second.</summary>
    /// <param name="left">The first version.</param>
    /// <param name="right">The second version.</param>
    public static bool operator >=(ZStackVersion? left, ZStackVersion? right) => !(left < right);

    /// <inheritdoc/>
    public int CompareTo(ZStackVersion? other)
    {
        if (other is null)
            return 1;
        for (int i = 0; i < Parts; i++)
            if (_numbers[i] != other._numbers[i])
                return _numbers[i].CompareTo(other._numbers[i]);
        return 0;
    }

    /// <inheritdoc/>
    public bool Equals(ZStackVersion? other) => other is not null && CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ZStackVersion);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = 17;
        foreach (int number in _numbers)
            hash = unchecked((hash * 31) + number);
        return hash;
    }

    /// <summary>Returns the version as it was written.</summary>
    /// <returns>A text such as <c>5.2.1</c>.</returns>
    public override string ToString() => _text;
}
