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

/// <summary>The result of reading one page. Contains no Roslyn object.</summary>
/// <param name="Path">The path of the page.</param>
/// <param name="Page">The content of the page without positions; <see langword="null"/> if reading failed.</param>
/// <param name="Findings">The findings about the page.</param>
/// <param name="Locations">The positions of the elements.</param>
internal sealed record PageResult(string Path, CatalogPage? Page, EquatableArray<Finding> Findings, ElementLocations Locations)
{
    public static PageResult Read(AdditionalText file, CancellationToken cancellationToken)
    {
        try
        {
            SourceText? text = file.GetText(cancellationToken);
            // The compiler returns no text for a binary file or a file that it cannot open.
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
        new(path, null, new EquatableArray<Finding>([finding]), ElementLocations.None);

    private static PageResult Failed(string path, string message)
    {
        var finding = new Finding(FindingRules.InternalError.Id, FindingRules.InternalError.Severity, path, default, "Reading the page failed: " + message + ".");
        return new PageResult(path, null, new EquatableArray<Finding>([finding]), ElementLocations.None);
    }
}
