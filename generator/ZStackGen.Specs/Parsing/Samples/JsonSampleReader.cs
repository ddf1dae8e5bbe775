using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Samples;

/// <summary>Reads the JSON samples of a page.</summary>
internal static class JsonSampleReader
{
    /// <summary>Reads the value that begins <paramref name="range"/>; stops behind it, at the latest at the range's end.</summary>
    public static JsonSample Read(PageText page, TextRange range) => JsonSample.Read(page.Text, range);
}
