using System.Collections.Generic;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Blocks;

/// <summary>A member's name in a sample.</summary>
/// <param name="Name">The name, unescaped.</param>
/// <param name="Parent">Index of the member whose value holds this one (arrays are seen through); -1 at the top.</param>
/// <param name="Place">The name on the page, without its quotes.</param>
internal readonly record struct JsonKey(string Name, int Parent, TextRange Place);

/// <summary>Something in a sample that is not JSON.</summary>
/// <param name="Place">Where.</param>
/// <param name="Message">What, such as "a comma is missing".</param>
internal readonly record struct JsonFlaw(TextRange Place, string Message);

/// <summary>What a sample on a page says: strict JSON where it can be mended, the members' places, what was wrong.</summary>
internal sealed class JsonSample
{
    /// <summary>Strict JSON text; <see langword="null"/> when the sample is beyond mending.</summary>
    public string? Json { get; set; }

    /// <summary>The members in text order, so that a parent stands before its children.</summary>
    public List<JsonKey> Keys { get; } = [];

    /// <summary>What was wrong, in text order.</summary>
    public List<JsonFlaw> Flaws { get; } = [];

    /// <summary>Offset behind the sample's last character.</summary>
    public int End { get; set; }
}
