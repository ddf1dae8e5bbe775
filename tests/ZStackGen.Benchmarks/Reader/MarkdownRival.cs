extern alias MarkdigPackage;

using System;
using System.Linq;
using MarkdigPackage::Markdig;

namespace ZStackGen.Benchmarks.Reader;

/// <summary>A bare Markdig parse with pipe tables, which is the peer of the reader.</summary>
internal static class MarkdownRival
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    /// <summary>Parses all pages.</summary>
    /// <param name="pages">The pages with their paths.</param>
    public static void Parse((string Path, string Text)[] pages)
    {
        // A page has at least one block, so an empty document would be a parse of something else.
        if (pages.Sum(static page => Markdown.Parse(page.Text, s_pipeline).Count) < pages.Length)
            throw new InvalidOperationException("Markdig read an empty document.");
    }
}
