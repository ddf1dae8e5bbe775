using System;
using System.IO;
using System.Text;
using Spectre.Console;

namespace ZStackGen.Tool;

/// <summary>Writes results for a person: in colours on a terminal that wants them, as plain text where the output is piped.</summary>
internal static class OutputConsole
{
    /// <summary>A console on <paramref name="terminal"/>'s output that never wraps nor cuts a line.</summary>
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
    /// Makes a page's text fit for one line of a terminal. A page is untrusted: an escape sequence in it must not reach the terminal,
    /// nor a line end break the line.
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

    // The terminal itself wraps long lines better than a renderer that cuts them: paths stay clickable and greppable.
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
