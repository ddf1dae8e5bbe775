using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ZStackGen.Tool.Checking;

namespace ZStackGen.Tool.Verifying;

/// <summary>Writes verdicts as JSON, or as a SARIF log of the contradictions.</summary>
internal static class VerifyJson
{
    private const string Rule = "contradicted";

    /// <summary>Writes one JSON array with an element for each row.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="output">The writer.</param>
    public static void Write(IReadOnlyList<VerifiedRow> rows, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (VerifiedRow row in rows)
        {
            json.WriteStartObject();
            json.WriteString("file"u8, row.Page.ShownPath);
            json.WriteNumber("line"u8, row.Span.StartLine + 1);
            json.WriteString("kind"u8, row.Kind);
            json.WriteString("name"u8, row.Name);
            json.WriteString("verdict"u8, VerifiedRow.NameOf(row.Verdict));
            json.WriteString("evidence"u8, row.Evidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>Writes a SARIF 2.1.0 log with a single run.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="terminal">The terminal that provides the working directory.</param>
    /// <param name="output">The writer.</param>
    public static void WriteSarif(IReadOnlyList<VerifiedRow> rows, Terminal terminal, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema"u8, "https://json.schemastore.org/sarif-2.1.0.json"u8);
        json.WriteString("version"u8, "2.1.0"u8);
        json.WriteStartArray("runs"u8);
        json.WriteStartObject();
        json.WriteStartObject("tool"u8);
        json.WriteStartObject("driver"u8);
        json.WriteString("name"u8, "zstackgen verify"u8);
        json.WriteStartArray("rules"u8);
        json.WriteStartObject();
        json.WriteString("id"u8, Rule);
        WriteText(json, "shortDescription"u8, "A statement of a page is contradicted");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind"u8, "utf16CodeUnits"u8);
        json.WriteStartArray("results"u8);
        foreach (VerifiedRow row in rows.Where(static row => row.Verdict == Verdict.Contradicted))
            WriteResult(json, row, terminal.WorkingDirectory);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteResult(Utf8JsonWriter json, VerifiedRow row, string workingDirectory)
    {
        json.WriteStartObject();
        json.WriteString("ruleId"u8, Rule);
        json.WriteString("level"u8, "warning"u8);
        WriteText(json, "message"u8, $"{row.Kind} {row.Name}: {row.Evidence}");
        json.WriteStartArray("locations"u8);
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation"u8);
        json.WriteStartObject("artifactLocation"u8);
        json.WriteString("uri"u8, SarifLog.Address(row.Page.FullPath, workingDirectory));
        json.WriteEndObject();
        json.WriteStartObject("region"u8);
        json.WriteNumber("startLine"u8, row.Span.StartLine + 1);
        json.WriteNumber("startColumn"u8, row.Span.StartColumn + 1);
        json.WriteNumber("endLine"u8, row.Span.EndLine + 1);
        json.WriteNumber("endColumn"u8, row.Span.EndColumn + 1);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text"u8, text);
        json.WriteEndObject();
    }
}
