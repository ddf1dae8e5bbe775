using System.IO;

namespace ZStackGen.Tool;

/// <summary>The output of a command and its capabilities. Tests use their own writers.</summary>
/// <param name="output">The writer for results.</param>
/// <param name="error">The writer for messages about the run.</param>
internal sealed class Terminal(TextWriter output, TextWriter error)
{
    /// <summary>Gets the writer for results.</summary>
    public TextWriter Output { get; } = output;

    /// <summary>Gets the writer for messages about the run.</summary>
    public TextWriter Error { get; } = error;

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
}
