using System;

namespace ZStackGen.Facts.Merging;

/// <summary>Versions as the sources write them.</summary>
internal static class Versions
{
    /// <summary>The documentation's generator wrote this version where the author typed none, so it tells nothing.</summary>
    public const string Default = "0.6";

    /// <summary>The version, or <see langword="null"/> if it is none or tells nothing.</summary>
    public static string? Explicit(string? version) => version is null or Default || !IsVersion(version) ? null : version;

    /// <summary>The later of two versions; an unknown one does not count.</summary>
    public static string? Later(string? left, string? right)
    {
        if (left is null || right is null)
            return left ?? right;
        return Compare(left, right) >= 0 ? left : right;
    }

    /// <summary>The earlier of two versions; an unknown one does not count.</summary>
    public static string? Earlier(string? left, string? right)
    {
        if (left is null || right is null)
            return left ?? right;
        return Compare(left, right) <= 0 ? left : right;
    }

    private static int Compare(string left, string right) => Parse(left).CompareTo(Parse(right));

    private static Version Parse(string version) => Version.Parse(version.Contains('.', StringComparison.Ordinal) ? version : version + ".0");

    private static bool IsVersion(string version)
    {
        foreach (char c in version)
        {
            if (c is not ('.' or (>= '0' and <= '9')))
                return false;
        }

        return version.Length > 0 && Version.TryParse(version.Contains('.', StringComparison.Ordinal) ? version : version + ".0", out _);
    }
}
