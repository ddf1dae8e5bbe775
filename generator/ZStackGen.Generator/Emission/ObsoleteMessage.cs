using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Emission;

/// <summary>Writes the message of <c>[Obsolete]</c>.</summary>
internal static class ObsoleteMessage
{
    /// <summary>Returns the message for the callers of an element; <see langword="null"/> if it is neither deprecated nor removed.</summary>
    public static string? Of(Lifetime lifetime)
    {
        if (lifetime.IsCurrent)
            return null;
        string? deprecated = lifetime.DeprecatedSince is { } since ? "Deprecated since ZStack " + since + "."
            : lifetime is { IsDeprecated: true, Removed: null } ? "Deprecated."
            : null;
        string? removed = lifetime.Removed is { } version ? "Removed in ZStack " + version + "." : null;
        string message = deprecated is null ? removed! : removed is null ? deprecated : deprecated + " " + removed;
        return lifetime.Replacement is { } replacement ? message + " Use " + replacement + " instead." : message;
    }
}
