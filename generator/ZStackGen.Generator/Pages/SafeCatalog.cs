using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Pages;

/// <summary>Builds the catalog so that a page on which it fails is left out with a finding, and the others still give their code.</summary>
internal static class SafeCatalog
{
    public static CatalogModel Build(ImmutableArray<CatalogPage?> pages, CatalogOptions options, CatalogMemory memory, CancellationToken cancellationToken)
    {
        var read = new List<CatalogPage>(pages.Length);
        foreach (CatalogPage? page in pages)
        {
            if (page is not null)
                read.Add(page);
        }

        return Build(read, options, (some, chosen, token) => TypeCatalog.Build(some, chosen, memory, token), cancellationToken);
    }

    internal static CatalogModel Build(
        List<CatalogPage> pages,
        CatalogOptions options,
        Func<IReadOnlyCollection<CatalogPage>, CatalogOptions, CancellationToken, CatalogModel> build,
        CancellationToken cancellationToken)
    {
        try
        {
            return build(pages, options, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return WithoutCulprits(pages, options, build, exception, cancellationToken);
        }
    }

    private static CatalogModel WithoutCulprits(
        List<CatalogPage> pages,
        CatalogOptions options,
        Func<IReadOnlyCollection<CatalogPage>, CatalogOptions, CancellationToken, CatalogModel> build,
        Exception failure,
        CancellationToken cancellationToken)
    {
        var findings = new List<CatalogFinding>();
        var good = new List<CatalogPage>();
        foreach (CatalogPage page in pages)
        {
            try
            {
                build([page], options, cancellationToken);
                good.Add(page);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                findings.Add(Finding(page.Page.Path, exception));
            }
        }

        CatalogModel model;
        try
        {
            model = build(good, options, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Only some pages together fail: nothing tells which, so all are named by the first.
            model = new CatalogModel(default, default, default, default);
            findings.Add(Finding(pages.Count > 0 ? pages[0].Page.Path : "", exception));
        }

        if (findings.Count == 0)
            findings.Add(Finding(pages.Count > 0 ? pages[0].Page.Path : "", failure));
        findings.AddRange(model.Findings);
        return model with { Findings = findings.ToEquatableArray() };
    }

    private static CatalogFinding Finding(string path, Exception exception) => new(
        FindingRules.InternalError.Id,
        FindingRules.InternalError.Severity,
        path,
        "",
        "Building the catalog failed: " + exception.GetType().Name + ": " + exception.Message + ".");
}
