using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace ZStackGen.Tool.Comparing;

/// <summary>Writes changes as a Markdown change log: a section for each category, a list for each API.</summary>
internal static class ChangeMarkdown
{
    /// <summary>Writes all changes.</summary>
    public static void Write(ChangeReport report, bool descriptions, TextWriter output)
    {
        output.Write("# API changes\n\n");
        output.Write($"{ChangeText.Summary(report, descriptions)}.\n");
        foreach (ChangedCategory category in report.Categories)
            WriteGroup(category.Name, category.Apis, descriptions, output);
        WriteGroup("Data structures", report.Types, descriptions, output);
        if (report.Notes.Count == 0)
            return;
        output.Write("\n## Not compared\n\n");
        foreach (string note in report.Notes)
            output.Write($"- {Escape(note)}\n");
    }

    private static void WriteGroup(string name, IReadOnlyList<ChangedItem> items, bool descriptions, TextWriter output)
    {
        bool isOpen = false;
        foreach (ChangedItem item in items)
        {
            Change[] changes = [.. ChangeText.Shown(item, descriptions)];
            if (changes.Length == 0)
                continue;
            if (!isOpen)
                output.Write($"\n## {Escape(name)}\n");
            isOpen = true;
            output.Write($"\n### {Escape(item.Name)}\n\n");
            foreach (Change change in changes.OrderBy(static change => change.Impact))
                output.Write($"- {(change.Impact == ChangeImpact.Breaking ? "**Breaking:** " : "")}{Escape(ChangeText.Words(change))}: {Escape(change.Reason)}.\n");
        }
    }

    /// <summary>Escapes a name or description from a page, so that it does not become markup, and does not act on a terminal.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (char c in OutputConsole.Visible(text))
        {
            if (c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '&' or '!')
                escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString().Replace("-\\>", "->", System.StringComparison.Ordinal);
    }
}
