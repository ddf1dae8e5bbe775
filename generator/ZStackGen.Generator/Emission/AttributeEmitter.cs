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
        if (Deprecation.Find(description) is { } message)
            writer.Line($"[{RuntimeNames.Obsolete}({new Literal(message)})]");
        if (SinceVersion.IsValid(since))
            writer.Line($"[{RuntimeNames.Since}({new Literal(since!)})]");
    }

    /// <summary>
    /// Writes the version of a member if it is later than the version of its type. Versions that mean "early or unknown" are omitted,
    /// because each attribute costs the compiler a row of metadata.
    /// </summary>
    public void Member(string? since, string? sinceOfType, string? description = null)
    {
        if (Deprecation.Find(description) is { } message)
            writer.Add($"[{RuntimeNames.Obsolete}({new Literal(message)})] ");
        if (IsLater(since, sinceOfType))
            writer.Add($"[{RuntimeNames.Since}({new Literal(since!)})] ");
    }

    /// <summary>Determines whether a member was introduced after its type.</summary>
    public static bool IsLater(string? since, string? sinceOfType) =>
        SinceVersion.IsValid(since) && since != SinceVersion.Unknown
        && (!SinceVersion.IsValid(sinceOfType) || SinceVersion.Compare(since!, sinceOfType!) > 0);
}
