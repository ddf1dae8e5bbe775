using System;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ZStackGen.Tool;

/// <summary>
/// Writes the JSON output of all commands: Chinese unescaped, and the same bytes on every system. Texts of pages and servers are untrusted:
/// characters that act on a terminal are escaped.
/// </summary>
internal static class JsonOutput
{
    /// <summary>Returns the options of a writer. The output is a file or a pipe, never a script block of a web page.</summary>
    /// <param name="indentSize">The number of spaces of a level.</param>
    public static JsonWriterOptions Options(int indentSize = 2) => new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        IndentSize = indentSize,
        NewLine = "\n",
    };

    /// <summary>Writes a document, followed by a line feed.</summary>
    /// <param name="output">The writer.</param>
    /// <param name="write">Writes the document.</param>
    public static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options()))
            write(json);
        output.Write(Text(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
        output.Write('\n');
    }

    /// <summary>Returns the text of JSON that a writer has written.</summary>
    /// <param name="json">The JSON as UTF-8.</param>
    public static string Text(ReadOnlySpan<byte> json) => OutputConsole.Escaped(Encoding.UTF8.GetString(json));
}
