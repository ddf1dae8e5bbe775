using System;
using System.Collections.Generic;
using System.Text;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Writing;

/// <summary>
/// Writes a page in the project's own page format (specs/README.md). Loses nothing of the model: reading the text again gives
/// an equal one.
/// </summary>
public static class PageWriter
{
    /// <summary>The heading of a structure whose type name the page does not state.</summary>
    internal const string Anonymous = "(anonymous)";

    /// <summary>Writes <paramref name="page"/>.</summary>
    /// <param name="page">What the page states.</param>
    /// <param name="typeLink">Gives the address of a type's own page, relative to this one, or <see langword="null"/> if there is none.</param>
    /// <returns>Markdown with <c>\n</c> line ends; empty if the page states nothing.</returns>
    public static string Write(PageModel page, Func<string, string?>? typeLink = null)
    {
        var output = new StringBuilder();
        var headings = new HeadingAnchors();
        foreach (ApiModel api in page.Apis)
            new ApiSectionWriter(output, api, typeLink).Write(headings);
        if (page.Types.Count > 0)
            WriteTypes(output, page.Types, headings, typeLink);
        // Sections end with a blank line, the page does not.
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
