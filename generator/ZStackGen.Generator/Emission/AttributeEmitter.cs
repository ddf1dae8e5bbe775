using ZStackGen.Generator.CSharp;
using ZStackGen.Specs.Catalog;

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
        Deprecation? deprecation = Deprecation.Find(description);
        if (deprecation is not null)
            writer.Line($"[{RuntimeNames.Obsolete}({new Literal(deprecation.Message)})]");
        if (SinceVersion.IsValid(since) || deprecation is { HasVersion: true })
            writer.Line($"{Since(since, deprecation)}");
    }

    /// <summary>
    /// Writes the version of a member if it is later than the version of its type. Versions that mean "early or unknown" are omitted,
    /// because each attribute costs the compiler a row of metadata.
    /// </summary>
    public void Member(string? since, string? sinceOfType, string? description = null)
    {
        Deprecation? deprecation = Deprecation.Find(description);
        if (deprecation is not null)
            writer.Add($"[{RuntimeNames.Obsolete}({new Literal(deprecation.Message)})] ");
        if (IsLater(since, sinceOfType) || deprecation is { HasVersion: true })
            writer.Add($"{Since(since, deprecation)} ");
    }

    /// <summary>Determines whether a member was introduced after its type.</summary>
    public static bool IsLater(string? since, string? sinceOfType) =>
        SinceVersion.IsValid(since) && since != SinceVersion.Unknown
        && (!SinceVersion.IsValid(sinceOfType) || SinceVersion.Compare(since!, sinceOfType!) > 0);

    private static Code Since(string? since, Deprecation? deprecation)
    {
        Code arguments = $"{new Literal(SinceVersion.IsValid(since) ? since! : SinceVersion.Unknown)}";
        if (deprecation?.Since is { } deprecated)
            arguments = $"{arguments}, Deprecated = {new Literal(deprecated)}";
        if (deprecation?.Removed is { } removed)
            arguments = $"{arguments}, Removed = {new Literal(removed)}";
        if (deprecation is { HasVersion: true, Replacement: { } replacement })
            arguments = $"{arguments}, Replacement = {new Literal(replacement)}";
        return $"[{RuntimeNames.Since}({arguments})]";
    }
}
