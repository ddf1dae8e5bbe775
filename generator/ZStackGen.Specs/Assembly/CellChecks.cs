using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly;

/// <summary>Checks of single cells that are the same for parameters, fields and whole APIs.</summary>
internal sealed class CellChecks(PageReading reading)
{
    /// <summary>Reports a version that is none.</summary>
    public void Version(string? since, TextRange place)
    {
        if (since is not null && !VersionText.IsVersion(System.MemoryExtensions.AsSpan(since)))
            reading.Findings.Add(FindingRules.InvalidVersion, place, $"\"{Excerpt.Of(since)}\" is no version such as 4.7.0.");
    }

    /// <summary>Reports a type that no row can have.</summary>
    public void Type(string? type, TextRange place, string name)
    {
        if (type is not null && !TypeWords.IsKnown(System.MemoryExtensions.AsSpan(type)) && !TypeWords.IsPlausible(type))
            reading.Findings.Add(FindingRules.UnknownType, place, $"\"{Excerpt.Of(type)}\", the type of {name}, is neither a documented type nor a structure's name.");
    }
}
