using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Specs;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Formatting;
using ZStackGen.Tool.Importing.Planning;
using ZStackGen.Tool.Importing.Sources;

namespace ZStackGen.Tool.Tests.Importing;

/// <summary>The published pages have the same content as HTML and as text. By default, each page is tested in one style of HTML.</summary>
public sealed partial class CorpusImportTests
{
    public static TheoryData<string, HtmlStyle> Corpora
    {
        get
        {
            var data = new TheoryData<string, HtmlStyle>();
            foreach (string corpus in (string[])["corpus/official-zh", "manual/manual-md", "manual/manual-md-chapters"])
            {
                foreach (HtmlStyle style in Enum.GetValues<HtmlStyle>())
                    data.Add(corpus, style);
            }

            // Copied text: every line is an element, so the styles hardly differ.
            data.Add("corpus/english", HtmlStyle.Pandoc);
            data.Add("corpus/scraped-zh", HtmlStyle.Dita);
            data.Add("corpus/explorer", HtmlStyle.Wiki);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Corpora))]
    public async Task A_page_has_the_same_content_as_HTML_and_as_text(string corpus, HtmlStyle style)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        string[] all = [.. Directory.EnumerateFiles(SharedFolder.Require(corpus)).Order(StringComparer.Ordinal)];
        string[] files = Exhaustive.Choose(all, Enum.GetValues<HtmlStyle>().Length, (int)style);
        Assert.NotEmpty(files);
        var different = new List<string>();
        await Parallel.ForEachAsync(files, cancellationToken, async (file, token) =>
        {
            string text = await File.ReadAllTextAsync(file, token);
            string html = corpus.Contains("manual", StringComparison.Ordinal) || corpus.Contains("official", StringComparison.Ordinal)
                ? HtmlRendering.Render(text, style)
                : HtmlRendering.RenderLines(text, style);
            string name = Path.GetFileName(file);
            PageModel expected = SpecReader.Read(name, text, token).Page;
            ImportedPage actual = ImportReader.Read(new ImportSource(name, name, Encoding.UTF8.GetBytes(html), null, IsNamed: true), token);
            if (ModelDifference.Find(WithoutIndent(expected), WithoutIndent(actual.Page)) is { } difference)
            {
                lock (different)
                    different.Add($"{name}: {difference}");
            }
        });
        different.Sort(StringComparer.Ordinal);
        Assert.True(different.Count == 0, $"{different.Count} of {files.Length} differ:\n{string.Join('\n', different.Take(15))}");
    }

    // A browser shows neither indentation nor repeated blanks in a sample that is not preformatted, so they cannot be read.
    internal static PageModel WithoutIndent(PageModel page) => page with
    {
        Apis = page.Apis.Select(static api => api with { RequestExample = WithoutIndent(api.RequestExample), ResponseExample = WithoutIndent(api.ResponseExample) }).ToList().ToEquatableArray(),
    };

    private static string? WithoutIndent(string? json) => json is null ? null : Blanks().Replace(JsonNode.Parse(json)!.ToJsonString(), " ");

    [GeneratedRegex(" +", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
