using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Analysis.Versions;

/// <summary>Collects the latest version among the symbols that the project uses without a guard.</summary>
internal sealed class LowestNeed(SymbolVersions versions)
{
    private readonly object _gate = new();
    private string? _version;
    private string _symbol = "";

    public void Add(ISymbol symbol, string version)
    {
        string name = symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
        lock (_gate)
        {
            int order = _version is null ? 1 : SinceVersion.Compare(version, _version);
            // Blocks are analyzed concurrently: among several symbols, report the first by name, so that the result is deterministic.
            if (order > 0 || (order == 0 && string.CompareOrdinal(name, _symbol) < 0))
                (_version, _symbol) = (version, name);
        }
    }

    public void Report(CompilationAnalysisContext context)
    {
        if (versions.OfAssembly is { } assembly)
            Add(context.Compilation.Assembly, assembly);
        if (_version is not null)
            context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.LowestVersion, Location.None, _version, _symbol));
    }
}
