using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using CsCheck;
using Xunit;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Writing;

namespace ZStackGen.Specs.Tests;

/// <summary>No input makes the reader throw, hang or report a place outside of the file.</summary>
public sealed class RobustnessTests
{
    /// <summary>Set to a number of pages for a long run, which also prints the slowest page.</summary>
    private static readonly int s_pages = int.TryParse(Environment.GetEnvironmentVariable("ZSTACKGEN_FUZZ_PAGES"), NumberStyles.None, CultureInfo.InvariantCulture, out int pages) ? pages : 2500;

    private static readonly JsonReaderOptions s_deep = new() { MaxDepth = 1_000_000 };

    [Fact]
    public void Mutated_published_pages_are_read_without_a_failure()
    {
        string[] pages =
        [
            .. SharedFolder.Pages("corpus/official-zh").Where((_, i) => i % 6 == 0).Concat(SharedFolder.Pages("corpus/scraped-zh").Where((_, i) => i % 6 == 1))
                .Concat(SharedFolder.Pages("corpus/english").Where((_, i) => i % 6 == 2)).Concat(SharedFolder.Pages("corpus/explorer").Where((_, i) => i % 12 == 3))
                .Concat(SharedFolder.Pages("looks")).Concat(SharedFolder.Pages("seeds")).Select(File.ReadAllText),
            .. Pages.All,
        ];
        Run(pages, 17);
    }

    [Fact]
    public void Mutated_pages_of_our_own_are_read_without_a_failure() => Run(Pages.All, 4711);

    [Fact]
    public void Random_texts_of_the_layouts_words_are_read_without_a_failure()
    {
        Gen<string> word = Gen.OneOf("| ", " |", "\n", "\n\n", "Name | Type | Location | Description | Optional Value | Starting Version |", "---|---|---|---|---|---|", "Name Type Description Starting Version",
            "名字 | 类型 | 描述 | 起始版本 |", "uuid | String | url | x | 0.6 | |", "uuid String url x 0.6", "  • a", "0.6", "PUT zstack/v1/a/{uuid}/actions", "GET /v1/a", "Headers", "Authorization: OAuth x", "{", "}", "\"a\": 1",
            "{ \"a\": [", "curl -H \"x\" -X PUT http://h/zstack/v1/a", "StartAction action = new StartAction();", "# Start", "## Parameters", "## Response", "```", "```json", "`GET /v1/a`", "### X", "See uuid.", "#uuid", "(optional)", " ", "{}",
            "[X](#x)", "<a name=\"org.a.B.c\">", "### URLs", "API Request", "body (contained in the params structure)", "\u200b", "\\", "`", "Since 1.2.", "Extends X.");
        Gen.Select(word, Gen.String[0, 6]).Array[0, 60].Select(parts => string.Concat(parts.Select(part => part.Item1 + part.Item2)))
            .Sample(AssertSound, iter: Math.Max(s_pages, 2500), threads: 1);
    }

    [Theory]
    [InlineData('a')]
    [InlineData('|')]
    [InlineData('{')]
    [InlineData('"')]
    [InlineData('`')]
    [InlineData(' ')]
    [InlineData('#')]
    [InlineData('\\')]
    public void A_line_of_ten_megabytes_in_any_place_is_read_without_a_failure(char c)
    {
        string line = new(c, 10_000_000 / Pages.All.Length);
        foreach (string page in Pages.All)
        {
            int at = page.IndexOf("0.6", StringComparison.Ordinal);
            AssertSound(page.Insert(Math.Max(at, 0), line));
        }
    }

    [Theory]
    [InlineData("{\"a\":", "}")]
    [InlineData("[", "]")]
    [InlineData("{\"a\":[", "]}")]
    [InlineData("{\"a\":[", "")]
    public void An_example_nested_a_hundred_thousand_levels_deep_is_read_without_a_failure(string open, string close)
    {
        string sample = string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000));
        foreach (string page in Pages.All)
        {
            AssertSound(page.Replace(Pages.Sample, "{\n\"inventory\": " + sample + "\n}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Types_of_a_hundred_thousand_brackets_are_read_without_a_failure()
    {
        string deep = string.Concat(Enumerable.Repeat("List<", 100_000)) + "String" + new string('>', 100_000);
        foreach (string page in Pages.All)
            AssertSound(page.Replace("String", deep, StringComparison.Ordinal));
    }

    private static void Run(IReadOnlyList<string> pages, int seed)
    {
        var mutator = new PageMutator(pages, seed);
        double slowest = 0;
        int slowestLength = 0;
        string slowestPage = "";
        for (int i = 0; i < s_pages; i++)
        {
            string page = mutator.Next();
            long start = Stopwatch.GetTimestamp();
            AssertSound(page);
            // For small pages the clock and other processes dominate, so a limit per megabyte is not meaningful.
            double perMegabyte = Stopwatch.GetElapsedTime(start).TotalSeconds / Math.Max(page.Length / 1e6, 0.02);
            for (int again = 0; again < 3 && perMegabyte > slowest; again++)
            {
                // Measure again, to distinguish a slow page from an interruption.
                start = Stopwatch.GetTimestamp();
                AssertSound(page);
                perMegabyte = Math.Min(perMegabyte, Stopwatch.GetElapsedTime(start).TotalSeconds / Math.Max(page.Length / 1e6, 0.02));
            }

            if (perMegabyte > slowest)
                (slowest, slowestLength, slowestPage) = (perMegabyte, page.Length, page);
        }

        if (s_pages > 10_000)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{s_pages} pages, slowest {slowest:F3} s per MB (length {slowestLength})");
            // A mutated page can hold half a surrogate pair, which this encoding replaces and the default one refuses.
            File.WriteAllText(Path.Combine(Path.GetTempPath(), $"zstackgen-slowest-{seed}.txt"), slowestPage, Encoding.UTF8);
        }
    }

    private static void AssertSound(string text)
    {
        PageReadResult result = SpecReader.Read("specs/page1.txt", text, TestContext.Current.CancellationToken);
        int last = -1;
        foreach (Finding finding in result.Findings)
        {
            Assert.True(finding.Id != "ZSG1013", finding.Message + "\n" + text);
            AssertInside(finding.Span, text, finding.Id);
            Assert.True(finding.Span.Start >= last, "Findings come in text order.");
            last = finding.Span.Start;
        }

        foreach (string key in result.Locations.Keys)
            AssertInside(result.Locations[key], text, key);
        foreach (ApiModel api in result.Page.Apis)
            AssertSound(api);
        foreach (StructureModel type in result.Page.Types)
            Assert.All(type.Fields, field => Assert.NotEmpty(field.Name));
    }

    private static void AssertSound(ApiModel api)
    {
        Assert.NotEmpty(api.Name);
        Assert.StartsWith("/", api.Path, StringComparison.Ordinal);
        var ids = api.Structures.Select(structure => structure.Id).ToHashSet();
        IEnumerable<string?> used = api.Parameters.Select(p => p.StructureId).Concat((api.Response?.Fields ?? default).Select(f => f.StructureId)).Concat(api.Structures.SelectMany(s => s.Fields.Select(f => f.StructureId)));
        Assert.All(used, id => Assert.True(id is null || ids.Contains(id), $"{id} is no structure of {api.Name}."));
        foreach (string? json in new[] { api.RequestExample, api.ResponseExample })
        {
            if (json is not null)
                AssertJson(json);
        }
    }

    /// <summary>Reads strict JSON token by token, because a document of such depth takes far longer than the page.</summary>
    private static void AssertJson(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), s_deep);
        while (reader.Read())
        {
        }
    }

    private static void AssertInside(PageSpan span, string text, string what)
    {
        Assert.True(span.Start >= 0 && span.Length >= 0 && span.Start + span.Length <= text.Length, $"{what} stands outside the file.");
        Assert.True(span.StartLine >= 0 && span.StartColumn >= 0 && (span.EndLine > span.StartLine || (span.EndLine == span.StartLine && span.EndColumn >= span.StartColumn)), $"{what} ends before it begins.");
        int lineStart = span.Start - span.StartColumn;
        Assert.True(lineStart == 0 || text[lineStart - 1] is '\n' or '\r', $"{what}: the column is counted from the line's begin.");
    }
}
