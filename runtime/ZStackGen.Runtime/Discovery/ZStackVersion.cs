using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ZStack;

/// <summary>A version of ZStack: up to four numbers, of which missing ones count as 0, so that <c>4.7</c> is <c>4.7.0</c> (PROTOCOL.md §8).</summary>
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

    /// <summary>Reads a version.</summary>
    /// <param name="text">Such as <c>5.2.1</c>.</param>
    /// <returns>The version.</returns>
    /// <exception cref="FormatException">The text is none.</exception>
    public static ZStackVersion Parse(string text)
        => TryParse(text, out ZStackVersion? version) ? version
            : throw new FormatException("'" + text + "' is not a version of ZStack: it has to be one to four numbers with dots between them, such as 4.7.0.");

    /// <summary>Reads a version.</summary>
    /// <param name="text">Such as <c>5.2.1</c>.</param>
    /// <param name="version">The version.</param>
    /// <returns>Whether the text is one.</returns>
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

    /// <summary>Whether two versions are the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ZStackVersion? left, ZStackVersion? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two versions differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ZStackVersion? left, ZStackVersion? right) => !(left == right);

    /// <summary>Whether one version is older than another; null is older than all.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator <(ZStackVersion? left, ZStackVersion? right) => left is null ? right is not null : left.CompareTo(right) < 0;

    /// <summary>Whether one version is newer than another; null is older than all.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator >(ZStackVersion? left, ZStackVersion? right) => right < left;

    /// <summary>Whether one version is as old as another, or older.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator <=(ZStackVersion? left, ZStackVersion? right) => !(right < left);

    /// <summary>Whether one version is as new as another, or newer.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
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

    /// <summary>The version as it was written.</summary>
    /// <returns>Such as <c>5.2.1</c>.</returns>
    public override string ToString() => _text;
}
