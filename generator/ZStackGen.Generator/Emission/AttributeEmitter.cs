using ZStackGen.Generator.CSharp;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Emission;

/// <summary>Writes the attributes of types and members.</summary>
internal sealed class AttributeEmitter(SourceWriter writer)
{
    private static readonly Code s_generated =
        $"[{RuntimeNames.GeneratedCode}(\"ZStackGen\", {new Literal(typeof(AttributeEmitter).Assembly.GetName().Version!.ToString(3))}), {RuntimeNames.ExcludeFromCodeCoverage}]";

    /// <summary>Writes the attributes of a type that is nested in no other.</summary>
    public void Type(string? since, string? description)
    {
        writer.Line($"{s_generated}");
        if (Deprecation.Find(description) is { } message)
            writer.Line($"[{RuntimeNames.Obsolete}({new Literal(message)})]");
        if (SinceVersion.IsValid(since))
            writer.Line($"[{RuntimeNames.Since}({new Literal(since!)})]");
    }

    /// <summary>
    /// Writes the version of a member, where it says more than the type's: a version that means "early or unknown", or is none of the later
    /// ones than the type's, would cost the compiler a row for nothing.
    /// </summary>
    public void Member(string? since, string? sinceOfType, string? description = null)
    {
        if (Deprecation.Find(description) is { } message)
            writer.Add($"[{RuntimeNames.Obsolete}({new Literal(message)})] ");
        if (IsLater(since, sinceOfType))
            writer.Add($"[{RuntimeNames.Since}({new Literal(since!)})] ");
    }

    /// <summary>Whether a member came after the type that has it.</summary>
    public static bool IsLater(string? since, string? sinceOfType) =>
        SinceVersion.IsValid(since) && since != SinceVersion.Unknown
        && (!SinceVersion.IsValid(sinceOfType) || SinceVersion.Compare(since!, sinceOfType!) > 0);
}
