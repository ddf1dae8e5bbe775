using System;
using System.Collections.Generic;
using System.Text;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Writing;

/// <summary>Writes the section of one API.</summary>
internal sealed class ApiSectionWriter(StringBuilder output, ApiModel api, Func<string, string?>? typeLink)
{
    /// <summary>Writes the section. <paramref name="headings"/> continues from the previous sections.</summary>
    public void Write(HeadingAnchors headings)
    {
        Dictionary<string, string> anchors = TakeAnchors(headings);
        var tables = new TableWriter(output, api.Structures, anchors, typeLink);
        tables.Heading("# ", api.Name);
        tables.Paragraphs(api.Description);
        WriteRequestLines();
        WriteMarkers();
        if (api.Parameters.Count > 0)
        {
            tables.Heading("## ", "Parameters");
            tables.WriteParameters(api.Parameters, api.Wrapper);
        }

        if (api.SystemTags.Count > 0)
        {
            tables.Heading("## ", "System tags");
            tables.WriteSystemTags(api.SystemTags);
        }

        if (api.Notes.Count > 0)
        {
            tables.Heading("## ", "Notes");
            foreach (string note in api.Notes)
                tables.Paragraphs(note);
        }

        if (api.Response is { } response)
        {
            tables.Heading("## ", "Response");
            if (response.Fields.Count == 0)
                tables.Block(PageMarkers.EmptyResponse);
            else
                tables.WriteFields(response.Fields);
        }

        foreach (StructureModel structure in api.Structures)
            tables.WriteStructure("### ", structure);
        WriteExamples(tables);
    }

    // An anchor depends on all earlier headings, so all anchors are requested in writing order.
    private Dictionary<string, string> TakeAnchors(HeadingAnchors headings)
    {
        var anchors = new Dictionary<string, string>(StringComparer.Ordinal);
        headings.Next(api.Name);
        if (api.Parameters.Count > 0)
            headings.Next("Parameters");
        if (api.SystemTags.Count > 0)
            headings.Next("System tags");
        if (api.Notes.Count > 0)
            headings.Next("Notes");
        if (api.Response is not null)
            headings.Next("Response");
        foreach (StructureModel structure in api.Structures)
            anchors[structure.Id] = headings.Next(structure.Name ?? PageWriter.Anonymous);
        if (!HasExamples)
            return anchors;
        headings.Next("Example");
        if (api.RequestExample is not null)
            headings.Next("Request");
        if (ResponseExample is not null)
            headings.Next("Response");
        return anchors;
    }

    // The sample of an empty response is implied.
    private string? ResponseExample => api.Response is { Fields.Count: 0 } && api.ResponseExample == "{}" ? null : api.ResponseExample;

    private bool HasExamples => api.RequestExample is not null || ResponseExample is not null;

    private void WriteRequestLines()
    {
        RequestLine(api.Path);
        foreach (string path in api.AlternatePaths)
            RequestLine(path);
    }

    private void RequestLine(string path) => output.Append('`').Append(api.Method).Append(' ').Append(path).Append("`\n\n");

    private void WriteMarkers()
    {
        int start = output.Length;
        if (api.IsAsync is { } isAsync)
            Line(isAsync ? PageMarkers.Asynchronous : PageMarkers.Synchronous);
        if (!api.RequiresSession)
            Line(PageMarkers.NoSession);
        // A GET API whose name starts with Query is a query API without a marker.
        if (api.IsQuery && !(api.Method == "GET" && api.Name.StartsWith("Query", StringComparison.Ordinal)))
            Line(PageMarkers.QueryApi);
        WriteWrapper();
        Line("Since ", api.Since);
        Line("Category: ", api.Category);
        Line("Chinese: ", api.ChineseName);
        if (api.Language == PageLanguage.Chinese)
            Line("Language: Chinese.");
        else if (TableWriter.ContainsChinese(api))
            Line("Language: English.");
        if (output.Length > start)
            output.Append('\n');
    }

    // Rows inside the wrapper name it. Without such rows, the reader uses the wrapper of the sample or the one implied by the method.
    private void WriteWrapper()
    {
        foreach (ParameterModel parameter in api.Parameters)
        {
            if (parameter.InWrapper)
                return;
        }

        bool hasBody = api.Method is "POST" or "PUT";
        if (api.Wrapper is null)
        {
            if (hasBody)
                Line(PageMarkers.NoWrapper);
        }
        else if (api.Wrapper.Length == 0)
        {
            Line(PageMarkers.EmptyWrapper);
        }
        else
        {
            string implied = api.Method == "POST" ? "params" : char.ToLowerInvariant(api.Name[0]) + api.Name.Substring(1);
            bool inSample = api.RequestExample?.Contains($"\"{api.Wrapper}\"") ?? true;
            if (!hasBody || api.Wrapper != implied || !inSample)
                Line("Wrapper: ", api.Wrapper);
        }
    }

    private void Line(string text) => output.Append(text).Append('\n');

    private void Line(string opening, string? text)
    {
        if (text is null)
            return;
        output.Append(opening);
        MarkdownText.AppendCell(output, text);
        output.Append(".\n");
    }

    private void WriteExamples(TableWriter tables)
    {
        if (!HasExamples)
            return;
        tables.Heading("## ", "Example");
        WriteExample(tables, "Request", api.RequestExample);
        WriteExample(tables, "Response", ResponseExample);
    }

    private void WriteExample(TableWriter tables, string heading, string? json)
    {
        if (json is null)
            return;
        tables.Heading("### ", heading);
        output.Append("```json\n").Append(json).Append("\n```\n\n");
    }
}
