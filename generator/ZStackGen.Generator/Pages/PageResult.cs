using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ZStackGen.Specs;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Pages;

/// <summary>One page, read. Holds no Roslyn object.</summary>
/// <param name="Page">What it states, without positions; <see langword="null"/> when reading it failed.</param>
/// <param name="Diagnosis">What is wrong with it, and where its elements stand.</param>
internal sealed record PageResult(CatalogPage? Page, PageDiagnosis Diagnosis)
{
    public static PageResult Read(AdditionalText file, CancellationToken cancellationToken)
    {
        try
        {
            SourceText? text = file.GetText(cancellationToken);
            if (text is null)
                return Failed(file.Path, "the file cannot be read");
            PageReadResult result = SpecReader.Read(file.Path, text.ToString(), cancellationToken);
            return new PageResult(CatalogPage.From(result.Page), new PageDiagnosis(file.Path, result.Findings, result.Locations));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Failed(file.Path, exception.GetType().Name + ": " + exception.Message);
        }
    }

    private static PageResult Failed(string path, string message)
    {
        var finding = new Finding(FindingRules.InternalError.Id, FindingRules.InternalError.Severity, path, default, "Reading the page failed: " + message + ".");
        return new PageResult(null, new PageDiagnosis(path, new EquatableArray<Finding>([finding]), new ElementLocations([])));
    }
}

/// <summary>What is wrong with a page, and where its elements stand.</summary>
internal sealed record PageDiagnosis(string Path, EquatableArray<Finding> Findings, ElementLocations Locations);
