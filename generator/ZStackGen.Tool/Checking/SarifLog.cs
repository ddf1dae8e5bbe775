using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.Checking;

/// <summary>Writes findings as SARIF 2.1.0, which code hosts and editors show next to the source.</summary>
internal static class SarifLog
{
    /// <summary>Writes a log with a single run.</summary>
    /// <param name="result">The findings.</param>
    /// <param name="terminal">The terminal to write to. Addresses are relative to its working directory.</param>
    public static void Write(CheckResult result, Terminal terminal)
    {
        // SARIF refers by index only to rules that the log lists. A finding with another rule still states the rule's ID.
        Dictionary<string, int> indexes = RuleCatalog.All.Select(static (rule, index) => (rule.Id, index)).ToDictionary(static r => r.Id, static r => r.index);
        JsonOutput.Write(terminal.Output, json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema"u8, "https://json.schemastore.org/sarif-2.1.0.json"u8);
            json.WriteString("version"u8, "2.1.0"u8);
            json.WriteStartArray("runs"u8);
            json.WriteStartObject();
            WriteTool(json);
            json.WriteString("columnKind"u8, "utf16CodeUnits"u8);
            json.WriteStartArray("results"u8);
            foreach (CheckedFinding found in result.Findings)
                WriteResult(json, found, indexes, terminal.WorkingDirectory);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool"u8);
        json.WriteStartObject("driver"u8);
        json.WriteString("name"u8, "zstackgen"u8);
        json.WriteString("version"u8, typeof(SarifLog).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0");
        json.WriteStartArray("rules"u8);
        foreach (FindingRule rule in RuleCatalog.All)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, rule.Id);
            WriteText(json, "shortDescription"u8, rule.Title);
            WriteText(json, "fullDescription"u8, rule.Cause);
            json.WriteStartObject("help"u8);
            json.WriteString("text"u8, $"Cause: {rule.Cause}\nFix: {rule.Fix}");
            json.WriteString("markdown"u8, $"**Cause:** {rule.Cause}\n\n**Fix:** {rule.Fix}");
            json.WriteEndObject();
            json.WriteStartObject("defaultConfiguration"u8);
            json.WriteString("level"u8, Level(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, CheckedFinding found, Dictionary<string, int> indexes, string workingDirectory)
    {
        PageSpan span = found.Finding.Span;
        json.WriteStartObject();
        json.WriteString("ruleId"u8, found.Finding.Id);
        if (indexes.TryGetValue(found.Finding.Id, out int index))
            json.WriteNumber("ruleIndex"u8, index);
        json.WriteString("level"u8, Level(found.Severity));
        WriteText(json, "message"u8, found.Finding.Message);
        json.WriteStartArray("locations"u8);
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation"u8);
        json.WriteStartObject("artifactLocation"u8);
        json.WriteString("uri"u8, Address(found.Page.File.FullPath, workingDirectory));
        json.WriteEndObject();
        json.WriteStartObject("region"u8);
        json.WriteNumber("startLine"u8, span.StartLine + 1);
        json.WriteNumber("startColumn"u8, span.StartColumn + 1);
        json.WriteNumber("endLine"u8, span.EndLine + 1);
        json.WriteNumber("endColumn"u8, span.EndColumn + 1);
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

    private static ReadOnlySpan<byte> Level(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error"u8,
        FindingSeverity.Warning => "warning"u8,
        _ => "note"u8,
    };

    /// <summary>Returns a relative reference to a page, or an absolute one if the page is on another drive.</summary>
    public static string Address(string fullPath, string workingDirectory)
    {
        string relative = Path.GetRelativePath(workingDirectory, fullPath);
        if (Path.IsPathRooted(relative))
            return new Uri(fullPath).AbsoluteUri;
        return string.Join('/', relative.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));
    }
}
