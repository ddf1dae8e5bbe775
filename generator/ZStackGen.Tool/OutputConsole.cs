using System;
using System.Buffers;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Spectre.Console;

namespace ZStackGen.Tool;

/// <summary>Writes results for people: in color on a terminal, and as plain text if the output is piped or <c>NO_COLOR</c> is set.</summary>
internal static class OutputConsole
{
    // Characters that can act on a terminal: controls, line separators, and marks of the writing direction, which reorder the text around them.
    private static readonly SearchValues<char> s_active = SearchValues.Create(
    [
        .. Enumerable.Range(0, char.MaxValue).Select(static c => (char)c).Where(char.IsControl),
        '\u2028', '\u2029', '\u061c', '\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069',
    ]);

    /// <summary>Creates a console on <paramref name="terminal"/>'s output that neither wraps nor cuts lines.</summary>
    public static IAnsiConsole Create(Terminal terminal)
    {
        bool colours = terminal is { IsOutputTerminal: true, NoColor: false };
        return AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new UnwrappedOutput(terminal.Output, terminal.IsOutputTerminal),
        });
    }

    /// <summary>
    /// Escapes text of a page for one line of a terminal. Pages are untrusted: escape sequences must not reach the terminal,
    /// and line endings must not break the line.
    /// </summary>
    public static string Visible(string text)
    {
        if (!text.AsSpan().ContainsAny(s_active))
            return text;
        var visible = new StringBuilder(text.Length);
        foreach (char c in text)
            visible.Append(s_active.Contains(c) ? ' ' : c);
        return visible.ToString();
    }

    /// <summary>Escapes text of a server for a terminal, where the text is part of a JSON string or of a quoted string of YAML. Line feeds are kept.</summary>
    public static string Escaped(string document)
    {
        if (!document.AsSpan().ContainsAny(s_active))
            return document;
        var escaped = new StringBuilder(document.Length);
        foreach (char c in document)
        {
            if (c != '\n' && s_active.Contains(c))
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }

    // Terminals wrap long lines better than a renderer: paths stay clickable and searchable.
    private sealed class UnwrappedOutput(TextWriter writer, bool isTerminal) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => isTerminal;

        public int Width => int.MaxValue / 2;

        public int Height => 100;

        public void SetEncoding(Encoding encoding)
        {
        }
    }
}
