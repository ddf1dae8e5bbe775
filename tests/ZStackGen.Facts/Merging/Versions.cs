using System;

namespace ZStackGen.Facts.Merging;

/// <summary>Versions in the notation of the sources.</summary>
internal static class Versions
{
    /// <summary>The documentation's generator wrote this version if the author stated none, so it carries no information.</summary>
    public const string Default = "0.6";

    /// <summary>Returns the version, or <see langword="null"/> if the text is not a version or carries no information.</summary>
    public static string? Explicit(string? version) => version is null or Default || !IsVersion(version) ? null : version;

    /// <summary>Returns the later of two versions. Unknown versions are ignored.</summary>
    public static string? Later(string? left, string? right)
    {
        if (left is null || right is null)
            return left ?? right;
        return Compare(left, right) >= 0 ? left : right;
    }

    /// <summary>Returns the earlier of two versions. Unknown versions are ignored.</summary>
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
