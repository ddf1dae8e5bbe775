using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Inspecting;

/// <summary>Writes the content of pages as JSON: one array with an element per page (the inspect contract).</summary>
internal static class InspectJson
{
    /// <summary>Writes all pages.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="output">The writer.</param>
    /// <param name="unread">Whether each page also lists its unread lines.</param>
    public static void Write(IReadOnlyList<ReadPage> pages, TextWriter output, bool unread = false)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, JsonOutput.Options(indentSize: 1));
        json.WriteStartArray();
        foreach (ReadPage page in pages)
        {
            WritePage(json, page, unread);
            Drain(json, buffer, output);
        }

        json.WriteEndArray();
        Drain(json, buffer, output);
        output.Write('\n');
    }

    // A page is complete UTF-8, so no character is split here.
    private static void Drain(Utf8JsonWriter json, ArrayBufferWriter<byte> buffer, TextWriter output)
    {
        json.Flush();
        output.Write(JsonOutput.Text(buffer.WrittenSpan));
        buffer.ResetWrittenCount();
    }

    private static void WritePage(Utf8JsonWriter json, ReadPage page, bool unread)
    {
        json.WriteStartObject();
        json.WriteString("file"u8, page.File.Name);
        json.WriteStartArray("apis"u8);
        foreach (ApiModel api in page.Page.Apis)
            WriteApi(json, api);
        json.WriteEndArray();
        json.WriteStartArray("types"u8);
        foreach (StructureModel type in page.Page.Types)
            WriteStructure(json, type);
        json.WriteEndArray();
        json.WriteStartArray("findings"u8);
        foreach (Finding finding in page.Findings)
            WriteFinding(json, finding);
        json.WriteEndArray();
        if (unread)
        {
            json.WriteStartArray("unread"u8);
            foreach (UnreadLines lines in page.Unread)
                WriteUnread(json, page, lines);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteApi(Utf8JsonWriter json, ApiModel api)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, api.Name);
        json.WriteString("method"u8, api.Method);
        json.WriteString("path"u8, api.Path);
        WriteStrings(json, "alternatePaths"u8, api.AlternatePaths);
        json.WriteString("wrapper"u8, api.Wrapper);
        json.WriteBoolean("isQuery"u8, api.IsQuery);
        json.WriteBoolean("requiresSession"u8, api.RequiresSession);
        if (api.IsAsync is { } isAsync)
            json.WriteBoolean("isAsync"u8, isAsync);
        else
            json.WriteNull("isAsync"u8);
        WriteSince(json, api.Since);
        json.WriteString("category"u8, api.Category);
        if (api.ChineseName is not null)
            json.WriteString("chineseName"u8, api.ChineseName);
        json.WriteString("language"u8, api.Language == PageLanguage.Chinese ? "zh"u8 : "en"u8);
        json.WriteString("description"u8, api.Description);
        json.WriteStartArray("parameters"u8);
        foreach (ParameterModel parameter in api.Parameters)
            WriteParameter(json, parameter);
        json.WriteEndArray();
        if (api.Response is { } response)
        {
            json.WriteStartObject("response"u8);
            json.WriteStartArray("fields"u8);
            foreach (FieldModel field in response.Fields)
                WriteField(json, field);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("response"u8);
        }

        json.WriteStartArray("structs"u8);
        foreach (StructureModel structure in api.Structures)
            WriteStructure(json, structure);
        json.WriteEndArray();
        WriteStrings(json, "notes"u8, api.Notes);
        json.WriteStartArray("systemTags"u8);
        foreach (SystemTagModel tag in api.SystemTags)
        {
            json.WriteStartObject();
            json.WriteString("tag"u8, tag.Tag);
            json.WriteString("description"u8, tag.Description);
            WriteSince(json, tag.Since);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteExample(json, "requestExample"u8, api.RequestExample);
        WriteExample(json, "responseExample"u8, api.ResponseExample);
        json.WriteEndObject();
    }

    private static void WriteParameter(Utf8JsonWriter json, ParameterModel parameter)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, parameter.Name);
        json.WriteString("type"u8, parameter.Type);
        json.WriteString("location"u8, parameter.Location switch
        {
            ParameterLocation.Path => "path"u8,
            ParameterLocation.Query => "query"u8,
            _ => "body"u8,
        });
        json.WriteBoolean("inWrapper"u8, parameter.InWrapper);
        json.WriteBoolean("required"u8, parameter.IsRequired);
        WriteSince(json, parameter.Since);
        WriteStrings(json, "values"u8, parameter.Values);
        json.WriteBoolean("openValues"u8, parameter.HasOpenValues);
        json.WriteString("description"u8, parameter.Description);
        json.WriteString("struct"u8, parameter.StructureId);
        json.WriteEndObject();
    }

    private static void WriteStructure(Utf8JsonWriter json, StructureModel structure)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, structure.Id);
        json.WriteString("name"u8, structure.Name);
        json.WriteString("extends"u8, structure.Extends);
        WriteSince(json, structure.Since);
        json.WriteString("description"u8, structure.Description);
        WriteStrings(json, "values"u8, structure.Values);
        if (structure.ValueDescriptions.Count > 0)
        {
            json.WriteStartObject("valueDescriptions"u8);
            foreach (ValueDescription described in structure.ValueDescriptions.DistinctBy(static described => described.Value, StringComparer.Ordinal))
                json.WriteString(described.Value, described.Description);
            json.WriteEndObject();
        }

        json.WriteStartArray("fields"u8);
        foreach (FieldModel field in structure.Fields)
            WriteField(json, field);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, FieldModel field)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, field.Name);
        json.WriteString("type"u8, field.Type);
        WriteSince(json, field.Since);
        WriteStrings(json, "values"u8, field.Values);
        json.WriteString("description"u8, field.Description);
        json.WriteString("struct"u8, field.StructureId);
        json.WriteEndObject();
    }

    private static void WriteSince(Utf8JsonWriter json, string? since)
    {
        json.WriteString("since"u8, since);
        json.WriteString("sinceProvenance"u8, StatedVersion.Name(StatedVersion.Parse(since).Provenance));
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, finding.Id);
        json.WriteString("severity"u8, Severities.Name(finding.Severity));
        json.WriteNumber("line"u8, finding.Span.StartLine + 1);
        json.WriteNumber("column"u8, finding.Span.StartColumn + 1);
        json.WriteNumber("endLine"u8, finding.Span.EndLine + 1);
        json.WriteNumber("endColumn"u8, finding.Span.EndColumn + 1);
        json.WriteString("message"u8, finding.Message);
        json.WriteEndObject();
    }

    private static void WriteUnread(Utf8JsonWriter json, ReadPage page, UnreadLines lines)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, UnreadText.Kind(lines.Kind));
        json.WriteNumber("line"u8, lines.Span.StartLine + 1);
        json.WriteNumber("endLine"u8, lines.Span.EndLine + 1);
        json.WriteNumber("count"u8, lines.Count);
        json.WriteString("text"u8, page.Text.AsSpan(lines.Span.Start, lines.Span.Length));
        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, ReadOnlySpan<byte> name, EquatableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    // An example is JSON already. Numbers such as 8.589934592E9 keep their spelling.
    private static void WriteExample(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? example)
    {
        json.WritePropertyName(name);
        if (example is null)
            json.WriteNullValue();
        else if (IsJson(example))
            json.WriteRawValue(WithoutControls(example), skipInputValidation: true);
        else
            json.WriteStringValue(example);
    }

    // Control characters of valid JSON are blanks between its tokens. The output escapes all others than line feeds, as if they were in a string.
    private static string WithoutControls(string example) => example.AsSpan().IndexOfAny('\t', '\r') < 0 ? example
        : example.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\t", "  ", StringComparison.Ordinal);

    // The validation of the writer is limited to 64 levels.
    private static bool IsJson(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = int.MaxValue });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
