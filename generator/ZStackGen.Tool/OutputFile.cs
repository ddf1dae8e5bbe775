using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ZStackGen.Tool;

/// <summary>Writes the result of a command into a file.</summary>
internal static class OutputFile
{
    /// <summary>Writes <paramref name="text"/> as UTF-8 without a byte order mark.</summary>
    /// <param name="path">The path as the user gave it.</param>
    /// <param name="text">The result.</param>
    /// <param name="terminal">Gives the working directory.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ToolException">The file cannot be written.</exception>
    public static async Task WriteAsync(string path, string text, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllTextAsync(Path.GetFullPath(path, terminal.WorkingDirectory), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{path}' cannot be written: {e.Message}");
        }
    }
}
