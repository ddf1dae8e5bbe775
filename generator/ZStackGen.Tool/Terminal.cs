using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Spectre.Console;

namespace ZStackGen.Tool;

/// <summary>The output of a command and its capabilities. Tests use their own writers.</summary>
/// <param name="output">The writer for results.</param>
/// <param name="error">The writer for messages about the run.</param>
internal sealed class Terminal(TextWriter output, TextWriter error)
{
    /// <summary>Gets the writer for results that programs read.</summary>
    public TextWriter Output { get; } = output;

    /// <summary>Gets the writer for results that people read, such as lists of files. Characters that act on a terminal become spaces.</summary>
    public TextWriter Text { get; } = new VisibleWriter(output);

    /// <summary>Gets the writer for messages about the run. Characters that act on a terminal become spaces.</summary>
    public TextWriter Error { get; } = new VisibleWriter(error);

    /// <summary>Gets the error stream itself, for progress and questions.</summary>
    public TextWriter ErrorStream { get; } = error;

    /// <summary>Gets the reader of the standard input.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>Gets whether <see cref="Input"/> is a terminal, so that the user may be asked.</summary>
    public bool IsInputTerminal { get; init; }

    /// <summary>Gets the function that returns an environment variable.</summary>
    public Func<string, string?> Environment { get; init; } = static _ => null;

    /// <summary>Gets or sets whether the process was asked to end by SIGTERM.</summary>
    public bool IsTerminated { get; set; }

    /// <summary>Gets whether <see cref="Output"/> is a terminal.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Gets whether <see cref="Error"/> is a terminal, so that progress may be shown there.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Gets whether to print without color (<c>NO_COLOR</c>).</summary>
    public bool NoColor { get; init; }

    /// <summary>Gets the number of character cells in a line of <see cref="Output"/>.</summary>
    public int Width { get; init; } = 120;

    /// <summary>Gets the folder for relative paths.</summary>
    public string WorkingDirectory { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>Returns the absolute path of a path from the command line.</summary>
    /// <param name="path">The path, relative to <see cref="WorkingDirectory"/>.</param>
    /// <exception cref="ToolException">The path is empty: a script with an unset variable must not read or change the current directory.</exception>
    /// <exception cref="ArgumentException">The text is not a path.</exception>
    public string FullPath(string path) =>
        path.Length > 0 ? Path.GetFullPath(path, WorkingDirectory) : throw new ToolException("the path is empty; specify a file or a folder ('.' is the current folder)");

    /// <summary>Asks for a secret on the error stream without showing it.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The secret; <see langword="null"/> if no terminal is attached.</returns>
    public async Task<string?> AskSecretAsync(string question, CancellationToken cancellationToken)
    {
        if (!IsInputTerminal || !IsErrorTerminal)
            return null;
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Interactive = InteractionSupport.Yes, Out = new AnsiConsoleOutput(ErrorStream) });
        return await console.PromptAsync(new TextPrompt<string>(Markup.Escape(question)).Secret(null), cancellationToken).ConfigureAwait(false);
    }
}
