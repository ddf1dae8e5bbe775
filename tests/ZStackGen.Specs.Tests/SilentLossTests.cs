using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>For any change in the form of a page, each row of the page is in the model, or a finding is reported at its line.</summary>
public sealed class SilentLossTests
{
    /// <summary>Set to a number of mutated pages for a long run.</summary>
    private static readonly int s_pages = Setting("ZSTACKGEN_MUTATED_PAGES", 1500);

    /// <summary>The number of the first mutation. Other numbers produce other pages.</summary>
    private static readonly int s_first = Setting("ZSTACKGEN_FIRST_MUTATION", 0);

    [Fact]
    public void No_row_is_lost_without_a_finding_when_the_form_of_a_page_changes()
    {
        FormPage[] pages = [.. Corpus().Select(page => FormPage.Read(page.Path, page.Text)).Where(page => page.Lines.Any(line => line.Rows.Count > 0))];
        var random = new Random(8128 + s_first);
        var losses = new Dictionary<string, (int Count, string Example)>(StringComparer.Ordinal);
        int rows = 0;
        for (int i = s_first; i < s_first + s_pages; i++)
        {
            FormPage page = pages[random.Next(pages.Length)].Copy();
            string kind = new FormMutator(i).Mutate(page);
            int before = rows;
            foreach (string loss in Lost(page, ref rows))
            {
                string key = $"{kind} of {Path.GetFileName(Path.GetDirectoryName(page.Path))}";
                losses.TryGetValue(key, out (int Count, string Example) known);
                losses[key] = (known.Count + 1, known.Example ?? $"{page.Path} ({i}): {loss}");
            }

            Assert.True(rows >= before);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{s_pages} mutated pages, {rows} rows, {losses.Values.Sum(loss => loss.Count)} lost without a finding");
        Assert.True(losses.Count == 0, Report(losses));
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : usual;

    private static IEnumerable<(string Path, string Text)> Corpus()
    {
        string[] folders = ["corpus/official-zh", "corpus/scraped-zh", "corpus/english", "corpus/explorer", "looks", "seeds", "manual/manual-md"];
        IEnumerable<string> shared = SourceTree.Shared is null ? [] : folders.SelectMany(SharedFolder.Pages);
        string specs = Path.Combine(AppContext.BaseDirectory, "specs");
        return shared.Concat(Directory.GetFiles(specs, "*.md", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) is not ("README.md" or "glossary.md")).Order(StringComparer.Ordinal))
            .Select(file => (file, File.ReadAllText(file))).Concat(Pages.All.Select((text, i) => ($"tests/page{i}.md", text)));
    }

    /// <summary>Returns the rows of the original page whose names are neither in the model nor in a line with a finding.</summary>
    private static List<string> Lost(FormPage page, ref int rows)
    {
        PageReadResult result = SpecReader.Read(page.Path, page.Text, TestContext.Current.CancellationToken);
        HashSet<(int, string)> read = [.. FormPage.Rows(result)];
        Dictionary<string, int> spare = FormPage.Rows(result).GroupBy(row => row.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var open = new List<(int Line, string Name)>();
        for (int line = 0; line < page.Lines.Count; line++)
        {
            foreach (string name in page.Lines[line].Rows)
            {
                // Names in a removed column are not on the page.
                if (!FormPage.HoldsWord(page.Lines[line].Text, name))
                    continue;
                rows++;
                if (read.Contains((line, name)))
                    spare[name]--;
                else if (!result.Findings.Any(finding => finding.Span.StartLine <= line && line <= finding.Span.EndLine))
                    open.Add((line, name));
            }
        }

        // A row may be read from another line, if a page repeats a table or contains the name in its example.
        return [.. open.Where(row => !(spare.TryGetValue(row.Name, out int left) && left > 0 && (spare[row.Name] = left - 1) >= 0)).Select(row => $"{row.Name} in line {row.Line + 1}: {page.Lines[row.Line].Text}")];
    }

    private static string Report(Dictionary<string, (int Count, string Example)> losses)
    {
        var report = new StringBuilder();
        report.Append(losses.Values.Sum(loss => loss.Count)).Append(" rows are lost without a finding:\n");
        foreach ((string kind, (int count, string example)) in losses.OrderByDescending(loss => loss.Value.Count).Take(60))
            report.Append(CultureInfo.InvariantCulture, $"{count,6} {kind}: {example}\n");
        return report.ToString();
    }
}
