using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Importing.Planning;

namespace ZStackGen.Tool.Importing.Writing;

/// <summary>Reports an import: findings on the error stream, files and the summary on the output.</summary>
internal static class ImportReport
{
    /// <summary>Writes findings as <c>file(line,column): severity id: message</c>.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="least">The lowest severity to write.</param>
    /// <param name="error">The writer for the lines.</param>
    public static void WriteFindings(IReadOnlyList<ImportedPage> pages, FindingSeverity least, TextWriter error)
    {
        foreach (ImportedPage page in pages)
        {
            foreach (PlacedFinding placed in page.Findings)
            {
                Finding finding = placed.Finding;
                if (finding.Severity >= least)
                    error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{OutputConsole.Visible(page.Source.ShownPath)}({placed.Place.Line},{placed.Place.Column}): {Severities.Name(finding.Severity)} {finding.Id}: {OutputConsole.Visible(finding.Message)}"));
            }
        }
    }

    /// <summary>Writes one line per page.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="output">The writer for the lines.</param>
    public static void WritePages(ImportPlan plan, TextWriter output)
    {
        foreach (PlannedPage page in plan.Pages)
        {
            if (page.Target != TargetState.Same)
                output.Write($"{OutputConsole.Visible(page.Source.Source.ShownPath)} -> {page.ShownPath}\n");
        }
    }

    /// <summary>Writes the summary.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="isWritten">Whether the pages were written.</param>
    /// <param name="output">The writer for the lines.</param>
    public static void WriteSummary(IReadOnlyList<ImportedPage> pages, ImportPlan plan, bool isWritten, TextWriter output)
    {
        int unchanged = plan.Pages.Count(static page => page.Target == TargetState.Same);
        output.Write(Invariant($"pages read     {pages.Count}, {pages.Count(static page => !page.IsUseful)} without an API or a type\n"));
        output.Write(Invariant($"APIs           {plan.ApiCount}\n"));
        output.Write(Invariant($"types          {plan.TypeCount}\n"));
        output.Write(Invariant($"{(isWritten ? "pages written  " : "pages to write ")}{plan.Pages.Count - unchanged}, {unchanged} unchanged\n"));
        output.Write(Invariant($"not imported   {plan.LeftOut.Count}\n"));
        output.Write(Invariant($"findings       {Counted(FindingSeverity.Error, "error")}, {Counted(FindingSeverity.Warning, "warning")}, {Counted(FindingSeverity.Info, "info")}\n"));
        output.Write(Invariant($"unread lines   {pages.Sum(static page => page.UnreadLines)}\n"));

        string Counted(FindingSeverity severity, string name)
        {
            int count = pages.Sum(page => page.Findings.Count(placed => placed.Finding.Severity == severity));
            return Invariant($"{count} {name}{(count == 1 ? "" : "s")}");
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
