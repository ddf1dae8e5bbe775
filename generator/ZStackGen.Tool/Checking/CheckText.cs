using System;
using System.Globalization;
using Spectre.Console;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.Checking;

/// <summary>
/// Writes findings for people as <c>file:line:column: severity ID: message</c>. On a terminal, adds the source line with a caret under
/// the place, in color unless <c>NO_COLOR</c> is set.
/// </summary>
internal sealed class CheckText
{
    private static readonly Style s_plain = Style.Plain;
    private static readonly Style s_dim = new(decoration: Decoration.Dim);
    private static readonly Style s_bold = new(decoration: Decoration.Bold);

    private readonly IAnsiConsole _console;
    private readonly bool _showSource;
    private readonly int _width;

    /// <summary>Writes to <paramref name="terminal"/>'s output.</summary>
    public CheckText(Terminal terminal)
    {
        _showSource = terminal.IsOutputTerminal;
        _console = OutputConsole.Create(terminal);
        _width = Math.Max(40, terminal.Width);
    }

    /// <summary>Writes all findings and the summary line.</summary>
    public void Write(CheckResult result)
    {
        foreach (CheckedFinding finding in result.Findings)
            Write(finding);
        int errors = result.Count(FindingSeverity.Error), warnings = result.Count(FindingSeverity.Warning), infos = result.Count(FindingSeverity.Info);
        string summary = $"{Counted(errors, "error")}, {Counted(warnings, "warning")}, {Counted(infos, "info")} in {Counted(result.PageCount, "page")}";
        _console.Write(summary, errors > 0 ? StyleOf(FindingSeverity.Error) : warnings > 0 ? StyleOf(FindingSeverity.Warning) : s_bold);
        _console.Write("\n", s_plain);
    }

    private static string Counted(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static Style StyleOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => new Style(Color.Red, decoration: Decoration.Bold),
        FindingSeverity.Warning => new Style(Color.Yellow, decoration: Decoration.Bold),
        _ => new Style(Color.Aqua),
    };

    private void Write(CheckedFinding checkedFinding)
    {
        Finding finding = checkedFinding.Finding;
        Style style = StyleOf(checkedFinding.Severity);
        _console.Write(string.Create(CultureInfo.InvariantCulture, $"{OutputConsole.Visible(checkedFinding.Page.File.ShownPath)}:{finding.Span.StartLine + 1}:{finding.Span.StartColumn + 1}: "), s_bold);
        _console.Write($"{Severities.Name(checkedFinding.Severity)} {finding.Id}", style);
        _console.Write($": {OutputConsole.Visible(finding.Message)}\n", s_plain);
        if (!_showSource)
            return;
        string number = (finding.Span.StartLine + 1).ToString(CultureInfo.InvariantCulture);
        (string source, int caret, int length) = SourceLine.Cut(checkedFinding.Page.Text, finding.Span, _width - number.Length - 5);
        _console.Write($" {number} | ", s_dim);
        _console.Write(source + "\n", s_plain);
        _console.Write(new string(' ', number.Length + 1) + " | ", s_dim);
        _console.Write(new string(' ', caret) + "^" + new string('~', Math.Max(0, length - 1)) + "\n", style);
    }
}
