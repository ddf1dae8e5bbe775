using System;
using System.Collections.Generic;
using System.Threading;
using ZStackGen.Specs.Assembly;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Layouts;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs;

/// <summary>Reads the text of one page, in any published layout of ZStack's documentation, into a model.</summary>
public static class SpecReader
{
    /// <summary>Reads one page. Never throws because of the text: text that cannot be read is a finding.</summary>
    /// <param name="path">The page's path, for findings and as a fallback for the API's name. No file is opened.</param>
    /// <param name="text">The page's text.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The model, the findings and the positions of all elements.</returns>
    public static PageReadResult Read(string path, string text, CancellationToken cancellationToken = default)
    {
        var page = new PageText(path, HtmlComments.Replace(LookalikeBars.Replace(LinePrefixes.Replace(PageFence.Replace(InvisibleMarks.Replace(text))))));
        try
        {
            var reading = new PageReading(page, cancellationToken);
            // A binary or HTML file has no lines to account for.
            if (!TextChecks.IsReadable(reading))
                return Nothing(path, reading.Findings);
            Layout? layout = LayoutRegistry.Find(reading);
            layout?.Read(reading);
            if (reading.Apis.Count == 0 && reading.Types.Count == 0 && reading.Findings.IsEmpty)
                TextChecks.ReportNothing(reading);
            return new ApiAssembler(reading).Assemble();
        }
#pragma warning disable CA1031 // one bad page must never remove the code of other pages; tests ensure that this is never reached
        catch (Exception fault) when (fault is not OperationCanceledException and not OutOfMemoryException)
#pragma warning restore CA1031
        {
            var findings = new FindingCollector(page);
            findings.Add(FindingRules.ReaderGaveUp, new TextRange(0, 0), $"The page could not be read: {fault.GetType().Name}: {fault.Message}");
            return Nothing(path, findings);
        }
    }

    private static PageReadResult Nothing(string path, FindingCollector findings) =>
        new(new PageModel(path, default, default), findings.InTextOrder(), ElementLocations.None);
}
