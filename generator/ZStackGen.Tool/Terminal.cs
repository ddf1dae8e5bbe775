using System.IO;

namespace ZStackGen.Tool;

/// <summary>Where a command's output goes and what it may look like there. Tests give their own writers.</summary>
/// <param name="output">Takes results.</param>
/// <param name="error">Takes messages about the run.</param>
internal sealed class Terminal(TextWriter output, TextWriter error)
{
    /// <summary>Takes results, and nothing else.</summary>
    public TextWriter Output { get; } = output;

    /// <summary>Takes messages about the run.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>Whether a person looks at <see cref="Output"/>.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Whether a person looks at <see cref="Error"/>, so that progress may be shown there.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Whether the environment asks for no colours (<c>NO_COLOR</c>).</summary>
    public bool NoColor { get; init; }

    /// <summary>How many character cells a line of <see cref="Output"/> has.</summary>
    public int Width { get; init; } = 120;

    /// <summary>What relative paths are relative to.</summary>
    public string WorkingDirectory { get; init; } = Directory.GetCurrentDirectory();
}
