using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Serialization;

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
                terminal.Output.Write(Visible(result.ToJsonString(s_indented)) + "\n");
                break;
            case ResultFormat.Yaml:
                WriteYaml(result, terminal.Output);
                break;
            default:
                ResultTable.Write(result, columns, terminal);
                break;
        }
    }

    private static void WriteYaml(JsonObject result, TextWriter output)
    {
        ISerializer serializer = new SerializerBuilder().WithQuotingNecessaryStrings(quoteYaml1_1Strings: true).WithNewLine("\n").DisableAliases().Build();
        output.Write(serializer.Serialize(ToYaml(result)!));
    }

    private static object? ToYaml(JsonNode? node) => node switch
    {
        JsonObject value => value.ToDictionary(static member => member.Key, static member => ToYaml(member.Value)),
        JsonArray list => list.Select(ToYaml).ToList(),
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            // The digits are kept as they were sent.
            _ => decimal.TryParse(value.ToJsonString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out decimal number) ? number : value.ToJsonString(),
        },
        _ => null,
    };

    // JSON escapes the control characters below U+0020 only; those above can be escape sequences of a terminal.
    private static string Visible(string json) => string.Concat(json.Select(static c => c is >= '\u007f' and <= '\u009f' ? $"\\u{(int)c:x4}" : c.ToString()));
}
