using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>A change that keeps the meaning of a page keeps its facts, or there is a finding at the changed lines.</summary>
public sealed class MetamorphicTests
{
    /// <summary>Set to a number of pages for a long run. Each page is read with all mutations.</summary>
    private static readonly int s_pages = Setting("ZSTACKGEN_METAMORPHIC_PAGES", 8);

    private static readonly int s_first = Setting("ZSTACKGEN_FIRST_METAMORPHIC_PAGE", 0);

    [Fact]
    public void A_page_in_a_different_form_states_the_same_facts_or_has_a_finding_at_the_change()
    {
        (string Path, string Text)[] pages = [.. Corpus()];
        var random = new Random(4096 + s_first);
        var silent = new Dictionary<string, (int Count, string Example)>(StringComparer.Ordinal);
        int read = 0;
        for (int i = s_first; i < s_first + s_pages; i++)
        {
            // Every fourth page is written from a random model.
            (string path, string text) = i % 4 == 3 ? ("specs/door/random.md", RandomPages.Next(new Random(i))) : pages[random.Next(pages.Length)];
            text = text.ReplaceLineEndings("\n");
            PageReadResult original = SpecReader.Read(path, text, TestContext.Current.CancellationToken);
            Dictionary<string, string> facts = PageFacts.Of(original.Page);
            if (facts.Count < 5)
                continue;
            foreach (PageMutation mutation in PageMutation.All)
            {
                var page = new EditedPage(text, new Random(i));
                mutation.Apply(page);
                if (!page.IsChanged)
                    continue;
                read++;
                if (Silent(original, facts, page, path) is not { } difference)
                    continue;
                silent.TryGetValue(mutation.Name, out (int Count, string Example) known);
                silent[mutation.Name] = (known.Count + 1, known.Example ?? $"{path} ({i}): {difference}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{read} mutated pages, {silent.Values.Sum(kind => kind.Count)} with a different fact and no finding");
        Assert.True(read > 0);
        Assert.True(silent.Count == 0, Report(read, silent));
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : usual;

    private static IEnumerable<(string Path, string Text)> Corpus()
    {
        string[] folders = ["corpus/official-zh", "corpus/scraped-zh", "corpus/english", "manual/manual-md", "seeds"];
        IEnumerable<string> shared = SourceTree.Shared is null ? [] : folders.SelectMany(SharedFolder.Pages);
        string specs = Path.Combine(AppContext.BaseDirectory, "specs");
        return shared.Concat(Directory.GetFiles(specs, "*.md", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) is not ("README.md" or "glossary.md")).Order(StringComparer.Ordinal))
            .Select(file => (file, File.ReadAllText(file))).Concat(Pages.All.Select((text, i) => ($"tests/page{i}.md", text)));
    }

    /// <summary>Returns the first fact that differs, if there is no finding at the changed lines.</summary>
    private static string? Silent(PageReadResult original, Dictionary<string, string> facts, EditedPage page, string path)
    {
        PageReadResult result = SpecReader.Read(path, page.Text, TestContext.Current.CancellationToken);
        List<string> differences = PageFacts.Differences(facts, PageFacts.Of(result.Page), page.Removed);
        if (differences.Count == 0)
            return null;
        List<(string, string)> known = [.. original.Findings.Select(finding => (finding.Id, finding.Message))];
        foreach (Finding finding in result.Findings)
        {
            // A loss is reported at the change, or at the table or request line that lost its owner by the change.
            if (!known.Remove((finding.Id, finding.Message)) && (finding.Severity != FindingSeverity.Info || page.IsTouched(finding.Span.StartLine, finding.Span.EndLine)))
                return null;
        }

        return $"{differences.Count} differ, {string.Join("; ", differences.Take(3))}";
    }

    private static string Report(int read, Dictionary<string, (int Count, string Example)> silent)
    {
        var report = new StringBuilder();
        report.Append(CultureInfo.InvariantCulture, $"{silent.Values.Sum(kind => kind.Count)} of {read} mutated pages differ without a finding:\n");
        foreach ((string kind, (int count, string example)) in silent.OrderByDescending(kind => kind.Value.Count))
            report.Append(CultureInfo.InvariantCulture, $"{count,6} {kind}: {example}\n");
        return report.ToString();
    }
}
