using System.IO;
using Xunit;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Checking;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Tests;

public sealed class CheckTextTests
{
    private const string Text = "# X\n\n| 名字 | Typ | a |\n";

    [Fact]
    public void A_piped_finding_is_one_line_that_editors_can_parse() =>
        Assert.Equal(
            "specs/X.md:3:8: warning ZSG1006: \"Typ\" is no type.\n0 errors, 1 warning, 0 infos in 1 page\n",
            Write(new Terminal(new StringWriter(), TextWriter.Null), Finding(Text, "Typ")));

    [Fact]
    public void On_a_terminal_the_caret_is_under_the_cell_even_after_wide_characters() =>
        Assert.Equal(
            """
            specs/X.md:3:8: warning ZSG1006: "Typ" is no type.
             3 | | 名字 | Typ | a |
               |          ^~~
            0 errors, 1 warning, 0 infos in 1 page

            """.ReplaceLineEndings("\n"),
            Write(new Terminal(new StringWriter(), TextWriter.Null) { IsOutputTerminal = true, NoColor = true }, Finding(Text, "Typ")));

    [Fact]
    public void On_a_terminal_the_severity_is_colored()
    {
        string written = Write(new Terminal(new StringWriter(), TextWriter.Null) { IsOutputTerminal = true }, Finding(Text, "Typ"));
        Assert.Matches("\u001b\\[[0-9;]*mwarning ZSG1006\u001b\\[0m", written);
    }

    [Fact]
    public void A_line_longer_than_the_terminal_is_cut_around_the_place()
    {
        string text = new string('a', 1_000_000) + "Typ" + new string('b', 1_000_000);
        string written = Write(new Terminal(new StringWriter(), TextWriter.Null) { IsOutputTerminal = true, NoColor = true, Width = 60 }, Finding(text, "Typ"));
        string[] lines = written.Split('\n');
        Assert.All(lines, static line => Assert.True(line.Length <= 60, line));
        int caret = lines[2].IndexOf('^', System.StringComparison.Ordinal);
        Assert.Equal("Typ", lines[1].Substring(caret, 3));
    }

    [Fact]
    public void An_escape_sequence_in_a_page_does_not_reach_the_terminal()
    {
        string text = "| \u001b[31mTyp\u0007 |";
        string written = Write(new Terminal(new StringWriter(), TextWriter.Null) { IsOutputTerminal = true, NoColor = true }, Finding(text, "Typ", "bad \u001b[31m\nname"));
        Assert.DoesNotContain('\u001b', written);
        Assert.DoesNotContain('\u0007', written);
        Assert.Contains("warning ZSG1006: bad  [31m name\n", written, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_at_the_end_of_the_text_or_in_an_empty_text_is_shown()
    {
        var terminal = new Terminal(new StringWriter(), TextWriter.Null) { IsOutputTerminal = true, NoColor = true };
        string written = Write(terminal, Checked("", default, "m"), Checked("ab", new PageSpan(2, 0, 0, 2, 0, 2), "m"));
        Assert.Contains(" 1 | \n   | ^\n", written, System.StringComparison.Ordinal);
        Assert.Contains(" 1 | ab\n   |   ^\n", written, System.StringComparison.Ordinal);
    }

    private static CheckedFinding Finding(string text, string place, string message = "\"Typ\" is no type.")
    {
        int start = text.IndexOf(place, System.StringComparison.Ordinal);
        int lineStart = text.LastIndexOf('\n', start) + 1;
        int line = text[..start].Split('\n').Length - 1;
        return Checked(text, new PageSpan(start, place.Length, line, start - lineStart, line, start - lineStart + place.Length), message);
    }

    private static CheckedFinding Checked(string text, PageSpan span, string message)
    {
        var finding = new Finding("ZSG1006", FindingSeverity.Warning, "specs/X.md", span, message);
        var page = new ReadPage(new PageFile("/x/specs/X.md", "specs/X.md", "specs/X.md", "X.md"), text, new PageModel("specs/X.md", default, default), [finding], ElementLocations.None);
        return new CheckedFinding(page, finding, finding.Severity);
    }

    private static string Write(Terminal terminal, params CheckedFinding[] findings)
    {
        new CheckText(terminal).Write(new CheckResult(findings, 1));
        return terminal.Output.ToString()!;
    }
}
