namespace ZStackGen.Generator.Diagnostics;

/// <summary>Where each diagnostic is explained, with its cause and fix: generator/ZStackGen.Generator/DIAGNOSTICS.md has a heading for each id.</summary>
internal static class HelpLinks
{
    private const string Page = "https://github.com/zstackgen/zstackgen/blob/main/generator/ZStackGen.Generator/DIAGNOSTICS.md#";

    /// <summary>The address of a diagnostic's explanation.</summary>
    public static string For(string id) => Page + id.ToLowerInvariant();
}
