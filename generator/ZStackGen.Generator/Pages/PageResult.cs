using System;
using System.IO;
using System.Threading;
using Microsoft.CodeAnalysis.Text;
using Microsoft.CodeAnalysis;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;
using ZStackGen.Specs;

namespace ZStackGen.Generator.Pages;

/// <summary>One page, read. Holds no Roslyn object.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Page">What it states, without positions; <see langword="null"/> when reading it failed.</param>
/// <param name="Findings">What is wrong with it.</param>
/// <param name="Locations">Where its elements stand.</param>
internal sealed record PageResult(string Path, CatalogPage? Page, EquatableArray<Finding> Findings, ElementLocations Locations)
{
    public static PageResult Read(AdditionalText file, CancellationToken cancellationToken)
    {
        try
        {
            SourceText? text = file.GetText(cancellationToken);
            // The compiler gives no text of a binary file and of one that it cannot open.
            if (text is null)
                return Unreadable(file.Path, EncodingFindings.Unreadable(file.Path, reason: null));
            PageReadResult result = SpecReader.Read(file.Path, text.ToString(), cancellationToken);
            return new PageResult(file.Path, CatalogPage.From(result.Page), FallbackEncoding.Check(file.Path, text, result.Findings), result.Locations);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Unreadable(file.Path, EncodingFindings.Unreadable(file.Path, exception.Message));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Failed(file.Path, exception.GetType().Name + ": " + exception.Message);
        }
    }

    private static PageResult Unreadable(string path, Finding finding) =>
        new(path, null, new EquatableArray<Finding>([finding]), new ElementLocations([]));

    private static PageResult Failed(string path, string message)
    {
        var finding = new Finding(FindingRules.InternalError.Id, FindingRules.InternalError.Severity, path, default, "Reading the page failed: " + message + ".");
        return new PageResult(path, null, new EquatableArray<Finding>([finding]), new ElementLocations([]));
    }
}
