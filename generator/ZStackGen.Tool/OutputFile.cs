using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ZStackGen.Tool.Commands;

namespace ZStackGen.Tool;

/// <summary>Writes the result of a command to a file or to the standard output.</summary>
internal static class OutputFile
{
    /// <summary>Writes a text to a file as UTF-8 without a byte order mark. Creates the folders above it.</summary>
    /// <param name="path">The path from the command line, relative to the working directory; <see langword="null"/> or <c>-</c> for the standard output.</param>
    /// <param name="text">The text to write.</param>
    /// <param name="terminal">The terminal that provides the working directory.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ToolException">The file cannot be written.</exception>
    public static async Task WriteAsync(string? path, string text, Terminal terminal, CancellationToken cancellationToken)
    {
        if (path is null || OutputOption.IsStandardOutput(path))
        {
            await terminal.Output.WriteAsync(text.AsMemory(), cancellationToken).ConfigureAwait(false);
            return;
        }

        try
        {
            string full = terminal.FullPath(path);
            if (Path.GetDirectoryName(full) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            cancellationToken.ThrowIfCancellationRequested();
            SavedFile.Write(full, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{path}' cannot be written: {e.Message}");
        }
    }
}
