using System.Globalization;

namespace ZStackGen.Specs.Catalog;

/// <summary>Two bounds that a number may equal. An open one is the least or greatest number there is.</summary>
/// <param name="Minimum">The least.</param>
/// <param name="Maximum">The greatest.</param>
public readonly record struct ValueBounds(long Minimum, long Maximum)
{
    internal string Describe(string unit)
    {
        string minimum = Minimum.ToString(CultureInfo.InvariantCulture);
        string maximum = Maximum.ToString(CultureInfo.InvariantCulture);
        if (Maximum == long.MaxValue)
            return "At least " + minimum + unit + ".";
        return Minimum == long.MinValue || (Minimum == 0 && unit.Length > 0) ? "At most " + maximum + unit + "." : minimum + " to " + maximum + unit + ".";
    }

    /// <summary>Writes the bounds as a page does: <c>1..65535</c>, an open one left out.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        (Minimum == long.MinValue ? "" : Minimum.ToString(CultureInfo.InvariantCulture)) + ".." + (Maximum == long.MaxValue ? "" : Maximum.ToString(CultureInfo.InvariantCulture));
}
