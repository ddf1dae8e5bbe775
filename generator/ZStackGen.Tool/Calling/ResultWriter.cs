using System.Collections.Generic;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ZStackGen.Tool.Calling;

/// <summary>Prints the result of a call.</summary>
internal static class ResultWriter
{
    // The text is not embedded in HTML: names in other scripts stay readable.
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Prints a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="format">The form.</param>
    /// <param name="columns">The columns of a table; empty for those that fit.</param>
    /// <param name="terminal">The terminal to print on.</param>
    public static void Write(JsonObject result, ResultFormat format, IReadOnlyList<string> columns, Terminal terminal)
    {
        switch (format)
        {
            case ResultFormat.Json:
                terminal.Output.Write(OutputConsole.Escaped(result.ToJsonString(s_indented)) + "\n");
                break;
            case ResultFormat.Yaml:
                terminal.Output.Write(YamlText.Of(result));
                break;
            default:
                ResultTable.Write(result, columns, terminal);
                break;
        }
    }
}
