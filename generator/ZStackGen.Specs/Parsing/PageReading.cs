using System.Collections.Generic;
using System.Threading;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Layouts;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing;

/// <summary>The state of reading a page: the text, the results so far, and the findings.</summary>
internal sealed class PageReading(PageText page, CancellationToken cancellationToken)
{
    public PageText Page { get; } = page;

    public FindingCollector Findings { get; } = new(page);

    /// <summary>
    /// Gets the kinds of the lines. Elements are claimed by their positions after reading. A layout claims only lines that it reads without
    /// creating an element, such as a table that the page shows twice.
    /// </summary>
    public LineLedger Ledger { get; } = new(page);

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Gets the features of all lines. The first access scans the page.</summary>
    public PageFeatures Signs => field ??= new PageFeatures(Page);

    /// <summary>Gets the reader of the JSON samples.</summary>
    public JsonSampleReader Samples => field ??= new JsonSampleReader(Page);

    /// <summary>Gets the APIs found, in page order.</summary>
    public List<ApiDraft> Apis { get; } = [];

    /// <summary>Gets the types that a type page describes, in page order.</summary>
    public List<StructureDraft> Types { get; } = [];
}
