using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Samples;

/// <summary>Reads the JSON samples of a page.</summary>
internal static class JsonSampleReader
{
    /// <summary>Reads the value at the start of <paramref name="range"/>. Stops after the value, at the end of the range at the latest.</summary>
    public static JsonSample Read(PageText page, TextRange range) => JsonSample.Read(page.Text, range);
}
