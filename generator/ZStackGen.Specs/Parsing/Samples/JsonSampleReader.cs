using System.Collections.Generic;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Samples;

/// <summary>Reads the JSON samples of a page. A layout and the assembler read the same samples, so valid samples are cached.</summary>
internal sealed class JsonSampleReader(PageText page)
{
    private readonly Dictionary<int, JsonSample> _valid = [];

    /// <summary>Reads the value at the start of <paramref name="range"/>. Stops after the value, at the end of the range at the latest.</summary>
    public JsonSample Read(TextRange range)
    {
        // A valid sample ends with its last bracket, wherever the range ends. The repairs of an invalid sample depend on the range.
        if (_valid.TryGetValue(range.Start, out JsonSample? known) && known.End <= range.End)
            return known;
        JsonSample sample = JsonSample.Read(page.Text, range);
        if (sample.Flaws.Count == 0)
            _valid[range.Start] = sample;
        return sample;
    }
}
