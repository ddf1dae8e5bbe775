using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ZStackGen.Generator.Options;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Analysis.Versions;

/// <summary>Represents the version properties of the project.</summary>
/// <param name="Version">The target version; <see langword="null"/> if the project does not set a valid one.</param>
/// <param name="Severity">The severity for a use of a symbol that the target version does not support.</param>
/// <param name="ReportsLowest">true to report the lowest version that the project needs; otherwise, false.</param>
internal sealed record TargetVersion(string? Version, DiagnosticSeverity Severity, bool ReportsLowest)
{
    /// <summary>Reads the properties. The generator reports an invalid value, and the analyzers then report nothing.</summary>
    public static TargetVersion Read(AnalyzerConfigOptions properties)
    {
        string text = OptionsReader.Property(properties, "ZStackGenTargetVersion");
        bool isValid = SinceVersion.IsValid(text) & OptionsReader.TryReadMode(properties, out TargetVersionMode mode);
        bool reportsLowest = string.Equals(OptionsReader.Property(properties, "ZStackGenReportLowestVersion"), "true", System.StringComparison.OrdinalIgnoreCase);
        return new TargetVersion(
            isValid ? text : null, mode == TargetVersionMode.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, reportsLowest);
    }
}
