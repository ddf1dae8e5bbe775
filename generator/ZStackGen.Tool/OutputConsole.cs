using System;
using System.IO;
using System.Text;
using Spectre.Console;

namespace ZStackGen.Tool;

/// <summary>Writes results for people: in color on a terminal, and as plain text if the output is piped or <c>NO_COLOR</c> is set.</summary>
internal static class OutputConsole
{
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
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001f') && !text.AsSpan().ContainsAnyInRange('\u007f', '\u009f'))
            return text;
        var visible = new StringBuilder(text.Length);
        foreach (char c in text)
            visible.Append(char.IsControl(c) ? ' ' : c);
        return visible.ToString();
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
