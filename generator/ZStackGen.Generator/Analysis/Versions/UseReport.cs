using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Analysis.Flow;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Analysis.Versions;

/// <summary>Reports the use of a symbol that is too new, deprecated or removed for the target version and the knowledge about the server.</summary>
internal sealed class UseReport(SymbolVersions versions, TargetVersion target, LowestNeed? lowest)
{
    /// <summary>Determines whether a use may have to be reported, so that the knowledge at its place is needed.</summary>
    public bool CanMatter(VersionNeed need) =>
        need.Removed is not null || need.Deprecated is not null
        || (need.Since is { } since && (lowest is not null || IsLater(since, target.Version)));

    public void Report(VersionUse use, Knowledge known, Action<Diagnostic> report)
    {
        if (known.IsUnreachable)
            return;
        VersionNeed need = use.Need;
        if (need.Since is { } since && IsLater(since, known.Version) && !IsSupported(need, known))
        {
            lowest?.Add(use.Symbol, since);
            if (target.Version is not null && IsLater(since, target.Version))
                Newer(use, since, report);
        }

        if (target.Version is not null)
            Gone(use, SymbolVersions.Later(target.Version, known.Version)!, report);
    }

    private static bool IsLater(string version, string? than) => than is null || SinceVersion.Compare(version, than) > 0;

    private void Newer(VersionUse use, string since, Action<Diagnostic> report)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty.Add(UsageProperties.Needed, since).Add(UsageProperties.Target, target.Version);
        report(Diagnostic.Create(
            UsageDescriptors.NewerThanTarget, use.Syntax.GetLocation(), target.Severity, additionalLocations: null, properties,
            Name(use.Symbol), use.Need.IsRequired ? "requires" : "came with", since, target.Version));
    }

    private void Gone(VersionUse use, string lowestServer, Action<Diagnostic> report)
    {
        VersionNeed need = use.Need;
        (string Version, string What, DiagnosticSeverity Severity)? gone =
            need.Removed is { } removed && !IsLater(removed, lowestServer) ? (removed, "was removed in", target.Severity)
            : need.Deprecated is { } deprecated && !IsLater(deprecated, lowestServer) ? (deprecated, "is deprecated since", DiagnosticSeverity.Warning)
            : null;
        if (gone is not { } reported)
            return;
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        if (need.Replacement is { } replacement)
            properties = properties.Add(UsageProperties.Replacement, replacement);
        report(Diagnostic.Create(
            UsageDescriptors.RemovedInTarget, use.Syntax.GetLocation(), reported.Severity, additionalLocations: null, properties,
            Name(use.Symbol), reported.What, reported.Version, lowestServer, need.Replacement is { } name ? "; use " + name : ""));
    }

    /// <summary>Determines whether the program has checked that the server supports the API with the version.</summary>
    private bool IsSupported(VersionNeed need, Knowledge known) =>
        !known.Apis.IsEmpty && !need.IsRequired && need.Source is INamedTypeSymbol source && known.Apis.Any(api => SymbolEqualityComparer.Default.Equals(api, source))
        && KnownTypes.Derives(source, versions.Types.Action);

    private static string Name(ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
