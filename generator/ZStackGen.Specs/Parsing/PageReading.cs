using System.Collections.Generic;
using System.Threading;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Layouts;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing;

/// <summary>One page on its way through the reader: the text, what was read so far, the findings.</summary>
internal sealed class PageReading(PageText page, CancellationToken cancellationToken)
{
    public PageText Page { get; } = page;

    public FindingCollector Findings { get; } = new(page);

    /// <summary>
    /// What each line turned out to be. Elements are claimed by their places when all is read; a layout claims only what it reads on purpose without
    /// making an element of it, such as a table that the page shows twice.
    /// </summary>
    public LineLedger Ledger { get; } = new(page);

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>What a pass over all lines shows; costs that pass when first asked for.</summary>
    public PageFeatures Signs => field ??= new PageFeatures(Page);

    /// <summary>The APIs found, in page order.</summary>
    public List<ApiDraft> Apis { get; } = [];

    /// <summary>The structures that the page itself is about (type pages), in page order.</summary>
    public List<StructureDraft> Types { get; } = [];
}
