using System;
using System.IO;
using System.Text;
using System.Threading.Tasks;

namespace ZStackGen.Tool;

/// <summary>
/// Writes text for people. Names of files, texts of pages and texts of servers are untrusted: characters that act on a terminal become spaces,
/// except line feeds.
/// </summary>
/// <param name="inner">The writer to write to. It is not disposed.</param>
internal sealed class VisibleWriter(TextWriter inner) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (buffer.IndexOf('\n') is var end and >= 0)
        {
            inner.Write(OutputConsole.Visible(buffer[..end].ToString()));
            inner.Write('\n');
            buffer = buffer[(end + 1)..];
        }

        inner.Write(OutputConsole.Visible(buffer.ToString()));
    }

    /// <inheritdoc/>
    public override void WriteLine() => inner.WriteLine();

    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        Write(value);
        inner.WriteLine();
    }

    /// <inheritdoc/>
    public override Task WriteAsync(string? value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();
}
