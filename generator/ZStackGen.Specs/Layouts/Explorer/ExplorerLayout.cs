using System;
using System.Collections.Generic;
using System.Text;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>
/// The pages of the API explorer (docs.zstack.io, docs.zstack-cloud.com; Cloud, ZSphere and AIOS; English and Chinese): a breadcrumb, a
/// header line of glued words, sections under labels, a curl call and a response sample. A derived layout reads the rows of the sections.
/// </summary>
internal abstract class ExplorerLayout : Layout
{
    /// <summary>The maximum number of lines before the header: a skip link, a banner, the breadcrumb.</summary>
    private const int MostLinesBeforeHeader = 40;

    /// <inheritdoc/>
    public override int Score(PageReading reading)
    {
        PageText page = reading.Page;
        int sign = HasHeader(page) ? Certain : HasGluedEndpoint(page) ? 90 : 0;
        return sign == 0 || IsList(page) == ReadsList ? sign : sign - 50;
    }

    /// <summary>Gets whether this layout reads rows with bullets.</summary>
    protected abstract bool ReadsList { get; }

    /// <inheritdoc/>
    public override void Read(PageReading reading)
    {
        foreach (ExplorerOutline outline in new ExplorerOutlineReader(reading).Read())
        {
            reading.CancellationToken.ThrowIfCancellationRequested();
            ReadApi(reading, outline);
        }
    }

    /// <summary>Reads the rows of the parameter and response sections.</summary>
    protected abstract void ReadRows(PageText page, ExplorerOutline outline, ExplorerRows rows);

    /// <summary>Returns whether a section may contain rows.</summary>
    protected static bool HoldsRows(ExplorerSection section) =>
        section is ExplorerSection.PathParameters or ExplorerSection.QueryParameters or ExplorerSection.BodyFields or ExplorerSection.Responses;

    /// <summary>Returns whether a line starts with a bullet.</summary>
    protected static bool IsBulleted(PageText page, TextRange line) =>
        line.Length > 2 && page.Text[line.Start] is '•' or '◦' or '▪' or '●' or '○' or '*' or '-' or '+' or '·' && Characters.IsBlank(page.Text[line.Start + 1]);

    /// <summary>Returns whether a header line is near the start of the page.</summary>
    private static bool HasHeader(PageText page)
    {
        int lines = 0;
        foreach (TextRange line in page.TrimmedLines())
        {
            if (line.IsEmpty)
                continue;
            if (ExplorerHeader.Read(page, line) is not null)
                return true;
            if (++lines >= MostLinesBeforeHeader)
                break;
        }

        return false;
    }

    /// <summary>Returns whether the page has an endpoint with method and path glued together, for copies without the start of the page.</summary>
    private static bool HasGluedEndpoint(PageText page)
    {
        ReadOnlySpan<char> text = page.Text.AsSpan();
        ReadOnlySpan<char> path = "/zstack/v1/".AsSpan();
        for (int at = 0; ;)
        {
            int found = text.Slice(at).IndexOf(path, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at += found;
            if (at > 2 && EndsWithMethod(text.Slice(Math.Max(0, at - 6), Math.Min(6, at))))
                return true;
            at += path.Length;
        }
    }

    private static bool EndsWithMethod(ReadOnlySpan<char> text) =>
        text.EndsWith("GET".AsSpan(), StringComparison.Ordinal) || text.EndsWith("POST".AsSpan(), StringComparison.Ordinal)
        || text.EndsWith("PUT".AsSpan(), StringComparison.Ordinal) || text.EndsWith("DELETE".AsSpan(), StringComparison.Ordinal);

    /// <summary>Returns whether the first row of the page has a bullet. Descriptions may contain bullets in both layouts.</summary>
    private static bool IsList(PageText page)
    {
        var section = ExplorerSection.None;
        foreach (TextRange line in page.TrimmedLines())
        {
            if (line.IsEmpty)
                continue;
            ExplorerSection label = ExplorerLabels.Find(page[line], out _, out _);
            if (label != ExplorerSection.None)
                section = label;
            else if (section is ExplorerSection.PathParameters or ExplorerSection.QueryParameters or ExplorerSection.BodyFields)
                return IsBulleted(page, line);
            else if (section == ExplorerSection.Responses && IsBulleted(page, line))
                return true;
        }

        return false;
    }

    private void ReadApi(PageReading reading, ExplorerOutline outline)
    {
        PageText page = reading.Page;
        ExplorerCurl? curl = ExplorerCurl.Read(reading, outline.Curl);
        var draft = new ApiDraft { Place = outline.Place, Language = outline.Language };
        ExplorerEndpoint.Add(reading, outline, curl, draft);
        if (draft.Urls.Count == 0)
        {
            reading.Findings.Add(FindingRules.NoRequestLine, outline.Place, "The page has no endpoint and no curl call, so the API's path is unknown; the copy may be incomplete.");
            return;
        }

        List<string> names = ExplorerKnownNames.OfRequest(page, draft, curl);
        var lost = new ExplorerLostRows(page, outline, names);
        var rows = new ExplorerRows(page, outline, names, lost);
        ReadRows(page, outline, rows);
        ReportUntyped(reading, rows.Top);
        ReadHeader(page, outline, curl, draft);
        string method = draft.Urls[0].Method;
        string? stated = ExplorerNames.Stated(page, outline, draft);
        ExplorerRow? wrapper = ExplorerParameters.FindWrapper(rows.Top, curl?.Body, method, stated);
        draft.StatedWrapper = wrapper?.Name ?? ExplorerParameters.FindWrapper(curl?.Body, method, stated);
        draft.Name = ExplorerNames.Find(reading, outline, draft, stated, names);
        draft.StatedWrapper = Wrapper(method, draft.StatedWrapper, draft.Name);
        var structures = new ExplorerStructures(draft);
        var parameters = new ExplorerParameters(reading, draft, curl, structures, lost);
        draft.IsQuery = method == "GET" && draft.Name?.StartsWith("Query", StringComparison.Ordinal) == true;
        parameters.Add(rows.Top, wrapper);
        ReadResponse(outline, rows, draft, structures);
        ReadDescription(page, outline, draft);
        if (curl?.Body is { } body)
            draft.RequestSample = body.Place;
        if (outline.ResponseSample is { } sample)
            draft.ResponseSample = sample.Place;
        reading.Apis.Add(draft);
    }

    /// <summary>A row without a type was spoiled in copying: a part of the type may be in the name.</summary>
    private static void ReportUntyped(PageReading reading, IReadOnlyList<ExplorerRow> top)
    {
        var open = new Stack<IReadOnlyList<ExplorerRow>>();
        open.Push(top);
        while (open.Count > 0)
        {
            foreach (ExplorerRow row in open.Pop())
            {
                if (row.Type is null)
                    reading.Findings.Add(FindingRules.BrokenRow, WithBegin(reading.Page, row.NamePlace), $"The row {Excerpt.Of(row.Name)} has no type.");
                if (row.Children.Count > 0)
                    open.Push(row.Children);
            }
        }
    }

    /// <summary>The place of a name, from the line above on where that is one word: the row may have been broken inside its name or type.</summary>
    private static TextRange WithBegin(PageText page, TextRange name)
    {
        int end = name.Start;
        while (end > 0 && (Characters.IsBlank(page.Text[end - 1]) || page.Text[end - 1] == '\n'))
            end--;
        int start = end;
        while (start > 0 && page.Text[start - 1] != '\n' && !Characters.IsBlank(page.Text[start - 1]))
            start--;
        bool isLine = start == 0 || page.Text.LastIndexOf('\n', start - 1) is var newLine && page.Text.AsSpan(newLine + 1, start - newLine - 1).Trim().IsEmpty;
        return isLine && start < end && RowSigns.BeginsWithName(page.Text.AsSpan(start, end - start)) ? new TextRange(start, name.End) : name;
    }

    private static void ReadHeader(PageText page, ExplorerOutline outline, ExplorerCurl? curl, ApiDraft draft)
    {
        TextRange group = Category(page, outline);
        if (!group.IsEmpty)
            draft.Category = page.Text.Substring(group.Start, group.Length);
        draft.RequiresSession = outline.Header?.RequiresSession ?? curl?.HasSession ?? true;
        if (outline.Header is not { } header || header.Since.IsEmpty)
            return;
        draft.Since = page.Text.Substring(header.Since.Start, header.Since.Length);
        draft.SincePlace = header.Since;
    }

    /// <summary>Returns the last part of the breadcrumb; otherwise, the group of the header. For a group with a slash, the header is used.</summary>
    private static TextRange Category(PageText page, ExplorerOutline outline)
    {
        TextRange group = outline.Header?.Group ?? default;
        TextRange breadcrumb = outline.Breadcrumb;
        ReadOnlySpan<char> path = page[breadcrumb];
        int slash = path.LastIndexOfAny('/', '>');
        if (slash < 0)
            return group;
        return !group.IsEmpty && path.EndsWith(page[group], StringComparison.Ordinal) ? group : page.Trim(new TextRange(breadcrumb.Start + slash + 1, breadcrumb.End));
    }

    /// <summary>
    /// Returns the wrapper of the body. For a PUT, the explorer shows it in lower case or as <c>params</c>, or omits it; the real wrapper is the
    /// name of the API with a lower-case first letter. For a POST it is <c>params</c>, even if the page shows the name of the API, unless the
    /// page shows another word. See runtime/PROTOCOL.md §1.2.
    /// </summary>
    private static string? Wrapper(string method, string? stated, string? name)
    {
        if (method == "POST")
            return stated is null || string.Equals(stated, name, StringComparison.OrdinalIgnoreCase) ? "params" : stated;
        if (method != "PUT" || name is null)
            return stated;
        bool isLost = stated is null or "params" or "param" || string.Equals(stated, name, StringComparison.OrdinalIgnoreCase);
        return isLost ? ApiNames.ToWrapper(name) : stated;
    }

    private static void ReadResponse(ExplorerOutline outline, ExplorerRows rows, ApiDraft draft, ExplorerStructures structures)
    {
        List<ExplorerRow> response = rows.Top.FindAll(row => row.Section == ExplorerSection.Responses);
        if (response.Count > 0)
        {
            draft.Response = structures.Fields(response);
            return;
        }

        // A section Responses with text but without rows, and a sample without members, document an empty response.
        bool hasWords = outline.Lines.Exists(line => line.Section == ExplorerSection.Responses);
        if (hasWords && outline.ResponseSample is { Json: not null, Root.Kind: JsonSampleKind.Object } sample && !sample.Root.HasMembers)
            draft.Response = [];
    }

    /// <summary>Reads the description: the title, if it is a sentence and not the name of the API, and the text below it.</summary>
    private static void ReadDescription(PageText page, ExplorerOutline outline, ApiDraft draft)
    {
        string? title = null;
        var description = new StringBuilder();
        foreach (ExplorerLine line in outline.Lines)
        {
            if (line.Section != ExplorerSection.Intro)
                continue;
            string text = page.Text.Substring(line.Place.Start, line.Place.Length);
            bool isTitle = title is null;
            if (text == title)
                continue;
            title ??= text;
            if (isTitle && (text == draft.Name || Characters.IsPascalName(text.AsSpan())))
                continue;
            if (description.Length > 0)
                description.Append('\n');
            description.Append(text);
        }

        draft.Description = description.Length == 0 ? null : description.ToString();
    }
}
