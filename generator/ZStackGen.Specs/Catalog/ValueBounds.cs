using System.Globalization;

namespace ZStackGen.Specs.Catalog;

/// <summary>An inclusive range. A missing bound is the minimum or maximum of <see cref="long"/>.</summary>
/// <param name="Minimum">The minimum.</param>
/// <param name="Maximum">The maximum.</param>
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

    /// <summary>Returns the range in the page format, such as <c>1..65535</c>. A missing bound is omitted.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        (Minimum == long.MinValue ? "" : Minimum.ToString(CultureInfo.InvariantCulture)) + ".." + (Maximum == long.MaxValue ? "" : Maximum.ToString(CultureInfo.InvariantCulture));
}
