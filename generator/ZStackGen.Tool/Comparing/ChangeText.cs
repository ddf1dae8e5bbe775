using System;
using System.Collections.Generic;
using System.Globalization;
using Spectre.Console;

namespace ZStackGen.Tool.Comparing;

/// <summary>Writes changes for people, one per line, breaking changes marked with <c>!</c>, in color on a terminal.</summary>
/// <param name="terminal">The terminal to write to.</param>
/// <param name="descriptions">Whether to show changes that affect only documentation.</param>
internal sealed class ChangeText(Terminal terminal, bool descriptions)
{
    private static readonly Style s_breaking = new(Color.Red, decoration: Decoration.Bold);
    private static readonly Style s_compatible = new(Color.Green);
    private static readonly Style s_heading = new(decoration: Decoration.Bold);
    private static readonly Style s_dim = new(decoration: Decoration.Dim);

    private readonly IAnsiConsole _console = OutputConsole.Create(terminal);

    /// <summary>Writes all changes and the summary.</summary>
    public void Write(ChangeReport report)
    {
        foreach (ChangedCategory category in report.Categories)
            WriteGroup(category.Name, category.Apis);
        WriteGroup("data structures", report.Types);
        int breaking = report.Count(ChangeImpact.Breaking);
        _console.Write(Summary(report, descriptions), breaking > 0 ? s_breaking : s_heading);
        _console.Write("\n", Style.Plain);
    }

    /// <summary>Returns the number of changes of each impact as a line of text.</summary>
    public static string Summary(ChangeReport report, bool descriptions)
    {
        int documentation = report.Count(ChangeImpact.Documentation);
        string text = string.Create(CultureInfo.InvariantCulture, $"{report.Count(ChangeImpact.Breaking)} breaking, {report.Count(ChangeImpact.Compatible)} not breaking, {documentation} documentation only");
        return documentation > 0 && !descriptions ? text + " (use --descriptions to show them)" : text;
    }

    /// <summary>Returns a change as text, without its impact.</summary>
    public static string Words(Change change)
    {
        string subject = change.Member is null ? change.Element : $"{change.Element} {change.Member}";
        return change.Kind switch
        {
            ChangeKind.Added => change.After is null ? $"{subject} added" : $"{subject} added ({change.After})",
            ChangeKind.Removed => change.Before is null ? $"{subject} removed" : $"{subject} removed ({change.Before})",
            _ => $"{subject}: {change.Aspect} {change.Before ?? "(none)"} -> {change.After ?? "(none)"}",
        };
    }

    /// <summary>Returns the changes to show.</summary>
    public static IEnumerable<Change> Shown(ChangedItem item, bool descriptions)
    {
        foreach (Change change in item.Changes)
        {
            if (descriptions || change.Impact != ChangeImpact.Documentation)
                yield return change;
        }
    }

    private void WriteGroup(string name, IReadOnlyList<ChangedItem> items)
    {
        bool isOpen = false;
        foreach (ChangedItem item in items)
        {
            Change[] changes = [.. Shown(item, descriptions)];
            if (changes.Length == 0)
                continue;
            if (!isOpen)
                _console.Write(OutputConsole.Visible(name) + "\n", s_heading);
            isOpen = true;
            _console.Write($"  {OutputConsole.Visible(item.Name)}\n", s_heading);
            foreach (Change change in changes)
                Write(change);
        }

        if (isOpen)
            _console.Write("\n", Style.Plain);
    }

    private void Write(Change change)
    {
        (string mark, Style style) = change.Impact switch
        {
            ChangeImpact.Breaking => ("!", s_breaking),
            ChangeImpact.Compatible => (" ", s_compatible),
            _ => (" ", s_dim),
        };
        string sign = change.Kind switch { ChangeKind.Added => "+", ChangeKind.Removed => "-", _ => "~" };
        _console.Write($"  {mark} {sign} {OutputConsole.Visible(Words(change))}", style);
        _console.Write($": {change.Reason}\n", s_dim);
    }
}
