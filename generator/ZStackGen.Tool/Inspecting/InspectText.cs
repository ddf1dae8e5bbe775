using System.Collections.Generic;
using System.IO;
using System.Text;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Inspecting;

/// <summary>Writes the content of pages for people: every API with its parameters, response and structures, then the findings.</summary>
internal static class InspectText
{
    /// <summary>Writes all pages.</summary>
    public static void Write(IReadOnlyList<ReadPage> pages, TextWriter output)
    {
        foreach (ReadPage page in pages)
        {
            output.Write($"{page.File.Name}\n");
            foreach (ApiModel api in page.Page.Apis)
                WriteApi(api, output);
            foreach (StructureModel type in page.Page.Types)
                WriteStructure("type ", type, output);
            if (page.Page.Apis.Count == 0 && page.Page.Types.Count == 0)
                output.Write("  no API and no data structure\n");
            foreach (Finding finding in page.Findings)
            {
                output.Write(
                    $"  {finding.Span.StartLine + 1}:{finding.Span.StartColumn + 1}: {Severities.Name(finding.Severity)} {finding.Id}: {finding.Message}\n");
            }

            output.Write('\n');
        }
    }

    private static void WriteApi(ApiModel api, TextWriter output)
    {
        output.Write($"  {api.Name}\n    {api.Method} {api.Path}\n");
        foreach (string path in api.AlternatePaths)
            output.Write($"    {api.Method} {path}\n");
        var traits = new List<string>();
        if (api.IsQuery)
            traits.Add("query API");
        traits.Add(api.RequiresSession ? "requires a session" : "no session required");
        if (api.IsAsync is { } isAsync)
            traits.Add(isAsync ? "asynchronous" : "synchronous");
        if (api.Since is not null)
            traits.Add(api.Since == StatedVersion.Default ? "since unknown" : $"since {api.Since}");
        if (api.Wrapper is not null)
            traits.Add($"arguments under '{api.Wrapper}'");
        output.Write($"    {string.Join(", ", traits)}\n");
        if (api.Parameters.Count > 0)
        {
            var rows = new List<string[]>();
            foreach (ParameterModel p in api.Parameters)
            {
                string location = p.Location switch
                {
                    ParameterLocation.Path => "path",
                    ParameterLocation.Query => "query",
                    _ => p.InWrapper ? $"body: {api.Wrapper}" : "body",
                };
                rows.Add([p.Name, p.Type ?? "?", location, p.IsRequired ? "required" : "optional", p.Since ?? "", string.Join(", ", p.Values) + (p.HasOpenValues && p.Values.Count > 0 ? ", …" : "")]);
            }

            output.Write("    parameters\n");
            WriteRows(rows, output);
        }

        if (api.SystemTags.Count > 0)
        {
            output.Write("    system tags\n");
            var rows = new List<string[]>();
            foreach (SystemTagModel tag in api.SystemTags)
                rows.Add([tag.Tag, tag.Since ?? "", tag.Description ?? ""]);
            WriteRows(rows, output);
        }

        foreach (string note in api.Notes)
            output.Write($"    note: {note}\n");
        if (api.Response is { } response)
        {
            output.Write(response.Fields.Count == 0 ? "    response: empty\n" : "    response\n");
            WriteFields(response.Fields, output);
        }

        foreach (StructureModel structure in api.Structures)
            WriteStructure($"{structure.Id} ", structure, output);
    }

    private static void WriteStructure(string prefix, StructureModel structure, TextWriter output)
    {
        string extends = structure.Extends is null ? "" : $" extends {structure.Extends}";
        output.Write($"    {prefix}{structure.Name ?? "(no name)"}{extends}\n");
        WriteFields(structure.Fields, output);
        if (structure.Values.Count > 0)
            output.Write($"      {string.Join(", ", structure.Values)}\n");
    }

    private static void WriteFields(EquatableArray<FieldModel> fields, TextWriter output)
    {
        var rows = new List<string[]>();
        foreach (FieldModel f in fields)
            rows.Add([f.Name, f.Type ?? "?", f.StructureId is null ? "" : $"-> {f.StructureId}", f.Since ?? "", string.Join(", ", f.Values)]);
        WriteRows(rows, output);
    }

    private static void WriteRows(List<string[]> rows, TextWriter output)
    {
        if (rows.Count == 0)
            return;
        var widths = new int[rows[0].Length];
        foreach (string[] row in rows)
        {
            for (int i = 0; i < row.Length; i++)
                widths[i] = System.Math.Max(widths[i], row[i].Length);
        }

        var line = new StringBuilder();
        foreach (string[] row in rows)
        {
            line.Clear().Append("     ");
            for (int i = 0; i < row.Length; i++)
            {
                if (widths[i] > 0)
                    line.Append(' ').Append(row[i].PadRight(widths[i] + 1));
            }

            output.Write(line.ToString().TrimEnd() + "\n");
        }
    }
}
