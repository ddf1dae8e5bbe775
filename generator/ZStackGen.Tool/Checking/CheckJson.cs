using System;
using System.IO;
using System.Text.Json;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.Checking;

/// <summary>Writes findings as one JSON array.</summary>
internal static class CheckJson
{
    /// <summary>Writes all findings.</summary>
    public static void Write(CheckResult result, TextWriter output)
    {
        JsonOutput.Write(output, json =>
        {
            json.WriteStartArray();
            foreach (CheckedFinding found in result.Findings)
            {
                PageSpan span = found.Finding.Span;
                json.WriteStartObject();
                json.WriteString("file"u8, found.Page.File.ShownPath);
                json.WriteNumber("line"u8, span.StartLine + 1);
                json.WriteNumber("column"u8, span.StartColumn + 1);
                json.WriteNumber("endLine"u8, span.EndLine + 1);
                json.WriteNumber("endColumn"u8, span.EndColumn + 1);
                json.WriteString("severity"u8, Severities.Name(found.Severity));
                json.WriteString("id"u8, found.Finding.Id);
                json.WriteString("message"u8, found.Finding.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }
}
