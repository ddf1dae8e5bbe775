using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog;

/// <summary>Compares the versions that pages state (PROTOCOL.md §8): numerically, with <c>3.1</c> equal to <c>3.1.0</c>.</summary>
public static class SinceVersion
{
    /// <summary>The documentation generator's fallback; it means "unknown or early".</summary>
    public const string Unknown = StatedVersion.Default;

    /// <summary>Whether <paramref name="text"/> is digits parted by dots.</summary>
    public static bool IsValid(string? text) => VersionNumber.IsValid(text);

    /// <summary>Compares two valid versions; a part that is missing counts as 0.</summary>
    public static int Compare(string left, string right) => VersionNumber.Compare(left, right);

    /// <summary>
    /// The earlier of two stated versions, whatever their provenance; of equal ones the exact one. One that is not stated or not a
    /// version gives way.
    /// </summary>
    public static string? Earliest(string? left, string? right)
    {
        string? l = Number(left), r = Number(right);
        if (l is null)
            return r is null ? left ?? right : right;
        if (r is null)
            return left;
        int order = Compare(r, l);
        return order < 0 || (order == 0 && !IsValid(left) && IsValid(right)) ? right : left;
    }

    // The fallback is early here, so that a page that knows no version never makes another page's version look safe.
    private static string? Number(string? text) => IsValid(text) ? text : StatedVersion.Parse(text).Cloud;
}
