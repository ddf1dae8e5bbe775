using System;
using System.Collections.Generic;
using System.Threading;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Pages;

/// <summary>Builds the catalog. Pages that make it fail are omitted with a finding, so that code is generated for the others.</summary>
internal static class SafeCatalog
{
    public static CatalogModel Build(CatalogPage[] pages, CatalogOptions options, CatalogMemory memory, CancellationToken cancellationToken) =>
        Build(pages, options, (some, chosen, token) => TypeCatalog.Build(some, chosen, memory, token), cancellationToken);

    internal static CatalogModel Build(
        IReadOnlyList<CatalogPage> pages,
        CatalogOptions options,
        Func<IReadOnlyList<CatalogPage>, CatalogOptions, CancellationToken, CatalogModel> build,
        CancellationToken cancellationToken)
    {
        try
        {
            return build(pages, options, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return WithoutCulprits(pages, options, build, cancellationToken);
        }
    }

    private static CatalogModel WithoutCulprits(
        IReadOnlyList<CatalogPage> pages,
        CatalogOptions options,
        Func<IReadOnlyList<CatalogPage>, CatalogOptions, CancellationToken, CatalogModel> build,
        CancellationToken cancellationToken)
    {
        (CatalogModel? model, List<(CatalogPage Page, Exception Failure)> culprits) = CulpritSearch.Run<CatalogPage, CatalogModel>(pages, some =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return (build(some, options, cancellationToken), null);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return (null, exception);
            }
        });
        model ??= new CatalogModel(default, default, default, default);
        var findings = new List<CatalogFinding>(culprits.Count + model.Findings.Count);
        foreach ((CatalogPage page, Exception failure) in culprits)
            findings.Add(Finding(page.Page.Path, failure));
        findings.AddRange(model.Findings);
        findings.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        return model with { Findings = findings.ToEquatableArray() };
    }

    private static CatalogFinding Finding(string path, Exception exception) => new(
        FindingRules.InternalError.Id,
        FindingRules.InternalError.Severity,
        path,
        "",
        "The page is omitted, because building the API with it fails: " + exception.GetType().Name + ": " + exception.Message + ".");
}
