using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ZStackGen.Generator.Options;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Analysis.Versions;

/// <summary>What the project states of versions.</summary>
/// <param name="Version">The target version; <see langword="null"/> where the project has none.</param>
/// <param name="Severity">The severity of a use that the target version does not have.</param>
/// <param name="ReportsLowest">Whether the lowest version that the project needs is to be reported.</param>
internal sealed record TargetVersion(string? Version, DiagnosticSeverity Severity, bool ReportsLowest)
{
    /// <summary>Reads the properties. An invalid one is the generator's diagnostic, and means here that nothing is reported.</summary>
    public static TargetVersion Read(AnalyzerConfigOptions properties)
    {
        string text = OptionsReader.Property(properties, "ZStackGenTargetVersion");
        bool isValid = SinceVersion.IsValid(text) & OptionsReader.TryReadMode(properties, out TargetVersionMode mode);
        bool reportsLowest = string.Equals(OptionsReader.Property(properties, "ZStackGenReportLowestVersion"), "true", System.StringComparison.OrdinalIgnoreCase);
        return new TargetVersion(
            isValid ? text : null, mode == TargetVersionMode.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, reportsLowest);
    }
}
