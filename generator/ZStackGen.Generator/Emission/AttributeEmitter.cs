using ZStackGen.Generator.CSharp;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Emission;

/// <summary>Writes the attributes of types and members.</summary>
internal sealed class AttributeEmitter(SourceWriter writer)
{
    private static readonly Code s_generated =
        $"[{RuntimeNames.GeneratedCode}(\"ZStackGen\", {new Literal(typeof(AttributeEmitter).Assembly.GetName().Version!.ToString(3))}), {RuntimeNames.ExcludeFromCodeCoverage}]";

    /// <summary>Writes the attributes of a top-level type.</summary>
    public void Type(string? since, string? description)
    {
        writer.Line($"{s_generated}");
        since = Comparable(since);
        var lifetime = Lifetime.Of(description);
        if (ObsoleteMessage.Of(lifetime) is { } message)
            writer.Line($"[{RuntimeNames.Obsolete}({new Literal(message)})]");
        if (SinceVersion.IsValid(since) || lifetime.HasVersion)
            writer.Line($"{Since(since, lifetime)}");
    }

    /// <summary>
    /// Writes the version of a member if it is later than the version of its type. Versions that mean "early or unknown" are omitted,
    /// because each attribute costs the compiler a row of metadata.
    /// </summary>
    public void Member(string? since, string? sinceOfType, string? description = null)
    {
        since = Comparable(since);
        var lifetime = Lifetime.Of(description);
        if (ObsoleteMessage.Of(lifetime) is { } message)
            writer.Add($"[{RuntimeNames.Obsolete}({new Literal(message)})] ");
        if (IsLater(since, sinceOfType) || lifetime.HasVersion)
            writer.Add($"{Since(since, lifetime)} ");
    }

    /// <summary>Determines whether a member was introduced after its type.</summary>
    public static bool IsLater(string? since, string? sinceOfType)
    {
        since = Comparable(since);
        sinceOfType = Comparable(sinceOfType);
        return since is not null && since != SinceVersion.Unknown && (sinceOfType is null || SinceVersion.Compare(since, sinceOfType) > 0);
    }

    /// <summary>
    /// Returns the version that a program can be compared with: an exact or inferred version. An element that has existed since a version at the
    /// latest (<c>&lt;= 1.9</c>) may be older, so its use is never reported.
    /// </summary>
    public static string? Comparable(string? since)
    {
        if (SinceVersion.IsValid(since))
            return since;
        return StatedVersion.Parse(since) is { Provenance: VersionProvenance.Exact or VersionProvenance.Inferred, Cloud: { } version } ? version : null;
    }

    private static Code Since(string? since, Lifetime lifetime)
    {
        Code arguments = $"{new Literal(SinceVersion.IsValid(since) ? since! : SinceVersion.Unknown)}";
        if (lifetime.DeprecatedSince is { } deprecated)
            arguments = $"{arguments}, Deprecated = {new Literal(deprecated)}";
        if (lifetime.Removed is { } removed)
            arguments = $"{arguments}, Removed = {new Literal(removed)}";
        if (lifetime is { HasVersion: true, Replacement: { } replacement })
            arguments = $"{arguments}, Replacement = {new Literal(replacement)}";
        return $"[{RuntimeNames.Since}({arguments})]";
    }
}
