using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog;

/// <summary>Compares versions numerically. <c>3.1</c> equals <c>3.1.0</c>. See runtime/PROTOCOL.md §8.</summary>
public static class SinceVersion
{
    /// <summary>The default version of ZStack's documentation generator. It means "unknown or early".</summary>
    public const string Unknown = StatedVersion.Default;

    /// <summary>The newest known release. A newer target version is valid, but its changes are unknown.</summary>
    public const string Newest = "5.3.0";

    /// <summary>Determines whether <paramref name="text"/> consists of one to four numbers separated by dots, as the runtime's <c>ZStackVersion</c> reads them.</summary>
    public static bool IsValid(string? text) => VersionNumber.IsValid(text);

    /// <summary>Compares two valid versions. A missing part counts as 0.</summary>
    public static int Compare(string left, string right) => VersionNumber.Compare(left, right);

    /// <summary>
    /// Returns the earlier of two versions, regardless of their provenance; of equal versions, the exact one. A missing or invalid version is
    /// ignored if the other is valid.
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
