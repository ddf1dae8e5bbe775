using System.Collections.Generic;
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
        if (type is not null && !TypeWords.IsKnown(System.MemoryExtensions.AsSpan(type)) && !TypeWords.IsPlausible(type) && TypePhrase.Read(type) is null)
            reading.Findings.Add(FindingRules.UnknownType, place, $"'{Excerpt.Of(type)}', the type of {name}, is neither a known type nor the name of a structure.");
    }

    /// <summary>Reports limits and values that the type of the row cannot have.</summary>
    public void Limits(ValueCell cell, string? type, TextRange place, string name)
    {
        if (cell.Items.Count == 0)
            return;
        bool isNumber = ValueNotation.IsNumber(type);
        foreach (string value in cell.Items)
        {
            bool isLimit = ValueLimit.IsLimit(value);
            if (isLimit && type is not null && !Fits(value, type))
                reading.Findings.Add(FindingRules.UnusableLimit, place, $"'{Excerpt.Of(cell.Text ?? value)}' is no limit for {name} of the type {Excerpt.Of(type)}; it is not checked.");
            else if (!isLimit && cell.Text is not null)
                reading.Findings.Add(FindingRules.UnusableLimit, place, $"'{Excerpt.Of(value)}' can be a value or a {(RangeWords.Read(cell.Text) is null ? "rule" : "range")} of {name} of the type {Excerpt.Of(type!)}; it is not checked. Write a value in backticks.");
            if (!isNumber || isLimit || ValueNotation.CanBeNumber(value))
                continue;
            reading.Findings.Add(FindingRules.UnusableLimit, place, $"'{Excerpt.Of(value)}' is neither a value nor a limit for {name} of the type {Excerpt.Of(type!)}; the values are not checked.");
            // The other values of a sentence need no finding of their own.
            isNumber = false;
        }
    }

    private static bool Fits(string limit, string type) => TypeWords.IsContainer(type)
        ? ValueLimit.IsNotEmpty(limit)
        : (TypePhrase.Read(type) ?? type).ToUpperInvariant() switch
        {
            "STRING" => ValueLimit.IsNotEmpty(limit) || ValueLimit.TryLength(limit, out _, out _),
            "INT" or "INTEGER" or "LONG" or "SHORT" or "BYTE" => ValueLimit.TryRange(limit, out _, out _),
            // The type of a structure or an unknown word: the type itself is checked elsewhere.
            _ => !ValueNotation.IsNumber(type) && !TypeWords.IsKnown(System.MemoryExtensions.AsSpan(type)),
        };
}
