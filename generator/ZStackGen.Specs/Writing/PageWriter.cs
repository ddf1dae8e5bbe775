using System;
using System.Collections.Generic;
using System.Text;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Writing;

/// <summary>
/// Writes a page in the project's own page format (specs/README.md). Nothing of the model is lost: reading the text again gives
/// an equal model.
/// </summary>
public static class PageWriter
{
    /// <summary>The heading of a structure without a type name.</summary>
    internal const string Anonymous = "(anonymous)";

    /// <summary>Writes a page.</summary>
    /// <param name="page">The model of the page.</param>
    /// <param name="typeLink">Returns the address of a type's page relative to this page; <see langword="null"/> if there is none.</param>
    /// <returns>Markdown with <c>\n</c> line ends; empty if the model is empty.</returns>
    public static string Write(PageModel page, Func<string, string?>? typeLink = null)
    {
        var output = new StringBuilder();
        var headings = new HeadingAnchors();
        foreach (ApiModel api in page.Apis)
            new ApiSectionWriter(output, api, typeLink).Write(headings);
        if (page.Types.Count > 0)
            WriteTypes(output, page.Types, headings, typeLink);
        // Each section ends with a blank line, but the page does not.
        while (output.Length > 1 && output[output.Length - 2] == '\n')
            output.Length--;
        return output.ToString();
    }

    private static void WriteTypes(StringBuilder output, EquatableArray<StructureModel> types, HeadingAnchors headings, Func<string, string?>? typeLink)
    {
        var anchors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (StructureModel type in types)
            anchors[type.Id] = headings.Next(type.Name ?? Anonymous);
        var tables = new TableWriter(output, types, anchors, typeLink);
        foreach (StructureModel type in types)
            tables.WriteStructure("# ", type);
    }
}
