using System;
using System.Linq;
using Xunit;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Tables;

namespace ZStackGen.Specs.Tests;

/// <summary>Checks of lines read only the characters that decide, with the same result as checks of whole lines.</summary>
public sealed class RowSignsTests
{
    private static readonly string[] s_pieces = ["uuid", "String", "Str", "ing", "Required", "Requ", "ired", "必填", " ", "- ", "`", "<b>", "A sentence.", "x", new string('n', 90), new string('N', 170)];

    [Fact]
    public void A_cut_row_of_the_explorer_is_the_row_that_both_lines_make()
    {
        var random = new Random(11);
        int rows = 0;
        for (int i = 0; i < 20_000; i++)
        {
            string line = Line(random, 6), next = Line(random, 3);
            string word = next.Split(' ')[0];
            bool expected = word.Length is > 1 and <= 24 && char.IsAsciiLetter(word[0]) && GluedRowSigns.IsRow((line + word).AsSpan(), onExplorer: true);
            if (word.Length <= 24)
                Assert.True(expected == GluedRowSigns.IsCut(line, next), $"'{line}' and '{next}'");
            rows += expected ? 1 : 0;
        }

        Assert.InRange(rows, 500, 19_000);
    }

    [Fact]
    public void A_path_matches_a_template_segment_by_segment()
    {
        var random = new Random(12);
        string[] segments = ["v1", "V1", "zones", "zonesName", "{uuid}", "", "a.b"];
        int matches = 0;
        for (int i = 0; i < 20_000; i++)
        {
            string template = Path(random, segments), path = Path(random, segments);
            bool expected = Matches(template, path);
            Assert.True(expected == PathTemplate.Matches(template, path), $"'{template}' and '{path}'");
            matches += expected ? 1 : 0;
        }

        Assert.InRange(matches, 100, 19_000);
    }

    private static bool Matches(string template, string path)
    {
        string[] expected = template.TrimEnd('/').Split('/'), real = path.TrimEnd('/').Split('/');
        return expected.Length == real.Length && expected.Select((segment, i) =>
            segment.Contains('{', StringComparison.Ordinal)
            || (i == expected.Length - 1 ? real[i].StartsWith(segment, StringComparison.OrdinalIgnoreCase) : segment.Equals(real[i], StringComparison.OrdinalIgnoreCase))).All(static fits => fits);
    }

    private static string Path(Random random, string[] segments) => string.Concat(Enumerable.Range(0, random.Next(0, 4)).Select(_ => "/" + segments[random.Next(segments.Length)]));

    private static string Line(Random random, int most) => string.Concat(Enumerable.Range(0, random.Next(1, most)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
}
