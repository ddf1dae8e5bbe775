namespace ZStackGen.Generator.Diagnostics;

/// <summary>The help links of the diagnostics. generator/ZStackGen.Generator/DIAGNOSTICS.md has a heading for each ID.</summary>
internal static class HelpLinks
{
    private const string Page = "https://github.com/zstackgen/zstackgen/blob/main/generator/ZStackGen.Generator/DIAGNOSTICS.md#";

    /// <summary>Returns the help link of a diagnostic.</summary>
    public static string For(string id) => Page + id.ToLowerInvariant();
}
