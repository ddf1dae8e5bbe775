using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly;

/// <summary>Checks the cells that parameters, fields and APIs have in common.</summary>
internal sealed class CellChecks(PageReading reading)
{
    /// <summary>Reports an invalid version.</summary>
    public void Version(string? since, TextRange place)
    {
        // Digits and dots that no version can have, such as five parts, would otherwise be unknown without a finding.
        if (since is not null && (!VersionText.IsVersion(System.MemoryExtensions.AsSpan(since))
            || (StatedVersion.Parse(since).Version is null && !since.EndsWith(StatedVersion.Default, System.StringComparison.Ordinal))))
            reading.Findings.Add(FindingRules.InvalidVersion, place, $"'{Excerpt.Of(since)}' is not a version such as 4.7.0.");
    }

    /// <summary>Reports an invalid type.</summary>
    public void Type(string? type, TextRange place, string name)
    {
        if (type is not null && !TypeWords.IsKnown(System.MemoryExtensions.AsSpan(type)) && !TypeWords.IsPlausible(type))
            reading.Findings.Add(FindingRules.UnknownType, place, $"'{Excerpt.Of(type)}', the type of {name}, is neither a known type nor the name of a structure.");
    }
}
