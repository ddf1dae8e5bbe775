using System;
using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>
/// Makes the parameters of an API from the explorer's rows and its curl call. The call is complete where the list is not; the wrapper stands
/// among the rows as if it were a parameter, under a false name, or not at all (PROTOCOL.md §1.2 tells what it really is).
/// </summary>
internal sealed class ExplorerParameters(PageReading reading, ApiDraft draft, ExplorerCurl? curl, ExplorerStructures structures, ExplorerLostRows lost)
{
    /// <summary>What the explorer lists on a query's page; they are the same for every query (PROTOCOL.md §5.1).</summary>
    private static readonly HashSet<string> s_queryArguments = new(StringComparer.Ordinal)
    {
        "conditions", "q", "limit", "start", "count", "groupBy", "replyWithCount", "sort", "sortBy", "sortDirection", "fields", "filterName", "systemTags", "userTags",
    };

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _variables = new(PathTemplate.Variables(draft.Urls[0].Path), StringComparer.Ordinal);

    private bool HasBody => draft.Urls[0].Method is "POST" or "PUT";

    /// <summary>The row that is the body's wrapper; <see langword="null"/> when none is.</summary>
    public static ExplorerRow? FindWrapper(IReadOnlyList<ExplorerRow> rows, JsonSample? body, string method, string? api)
    {
        if (method is not ("POST" or "PUT"))
            return null;
        ExplorerRow? only = null;
        int others = 0;
        foreach (ExplorerRow row in rows)
        {
            if (row.Section != ExplorerSection.BodyFields || IsTags(row.Name))
                continue;
            if (row.Type is "Object" or "Map" or null && (IsWrapperName(row.Name, api) || IsDescribedAsBody(row)))
                return row;
            if (only is null && row.Type is "Object")
                only = row;
            else if (row.Indent <= (only?.Indent ?? row.Indent))
                others++;
        }

        // Under another name, such as `login`, only for a PUT, and only if the call shows nothing beside it. A POST's object is a parameter.
        return only is not null && method == "PUT" && (body is null ? others == 0 && only.Children.Count > 0 : OnlyObject(body) == only.Name) ? only : null;
    }

    /// <summary>The wrapper of the call's body where no row is it.</summary>
    public static string? FindWrapper(JsonSample? body, string method, string? api) =>
        OnlyObject(body) is { } only && (method == "PUT" || (method == "POST" && IsWrapperName(only, api))) ? only : null;

    /// <summary>The body's one member besides the tags, if it is an object.</summary>
    private static string? OnlyObject(JsonSample? body)
    {
        string? only = null;
        if (body is null)
            return null;
        foreach (KeyValuePair<string, JsonSampleNode> member in body.Root.Members)
        {
            if (IsTags(member.Key))
                continue;
            if (only is not null || member.Value.Kind != JsonSampleKind.Object)
                return null;
            only = member.Key;
        }

        return only;
    }

    /// <summary>Adds the parameters to the draft.</summary>
    public void Add(IReadOnlyList<ExplorerRow> rows, ExplorerRow? wrapper)
    {
        foreach (ExplorerRow row in rows)
        {
            if (row.Section is not (ExplorerSection.PathParameters or ExplorerSection.QueryParameters or ExplorerSection.BodyFields))
                continue;
            if (row != wrapper)
            {
                if (!lost.IsRest(row))
                    Add(row);
                continue;
            }

            reading.Ledger.Claim(row.NamePlace, LineKind.Element);
            foreach (ExplorerRow inner in row.Children)
                Add(inner);
        }

        foreach (string variable in _variables)
        {
            if (!_names.Contains(variable) && lost.Find(variable) is { IsEmpty: false } row)
                reading.Findings.Add(FindingRules.ExampleKeyWithoutRow, row, $"The path has the variable {variable}, whose row cannot be read; it is read as a required parameter.");
        }

        AddFromCurl(wrapper);
        if (draft.IsQuery)
            draft.Parameters.RemoveAll(IsOfEveryQuery);
    }

    /// <summary>Whether a query's page lists an argument that every query has; its line is read, too.</summary>
    private bool IsOfEveryQuery(ParameterDraft parameter)
    {
        if (!s_queryArguments.Contains(parameter.Name) && !IsInOtherPath(parameter.Name))
            return false;
        reading.Ledger.Claim(parameter.NamePlace, LineKind.Element);
        return true;
    }

    private static bool IsTags(string name) => name is "systemTags" or "userTags";

    private static bool IsWrapperName(string name, string? api) => name is "params" or "param" or "null" || string.Equals(name, api, StringComparison.OrdinalIgnoreCase);

    /// <summary>A wrapper repeats its name in its description: <c>stopvminstanceObjectRequiredstopvminstance request body object.</c></summary>
    private static bool IsDescribedAsBody(ExplorerRow row)
    {
        string description = row.Description.ToString();
        return description.StartsWith(row.Name, StringComparison.OrdinalIgnoreCase)
            && (description.IndexOf("request body", StringComparison.OrdinalIgnoreCase) > 0 || description.IndexOf("请求体", StringComparison.Ordinal) > 0);
    }

    private void Add(ExplorerRow row)
    {
        StatedLocation location = row.Section switch
        {
            ExplorerSection.PathParameters => StatedLocation.Path,
            ExplorerSection.QueryParameters => StatedLocation.Query,
            _ => StatedLocation.Body,
        };
        string? description = ExplorerDescription.Read(row.Description.ToString(), out IReadOnlyList<string> values);
        bool isPath = _variables.Contains(row.Name);
        if (location == StatedLocation.Path && !isPath && IsInOtherPath(row.Name))
            location = StatedLocation.Unstated;
        draft.Parameters.Add(new ParameterDraft
        {
            Name = row.Name,
            Type = row.Type,
            Location = location,
            InWrapper = HasBody && !isPath && location == StatedLocation.Body && !IsTags(row.Name),
            IsOptional = !row.IsRequired,
            Values = new ValueCell(values, false),
            Description = description,
            Structure = structures.ForParameter(row),
            NamePlace = row.NamePlace,
            TypePlace = row.TypePlace,
        });
        _names.Add(row.Name);
    }

    /// <summary>Whether only another of the API's paths has the variable; by its first path the argument then travels like any other.</summary>
    private bool IsInOtherPath(string name)
    {
        for (int i = 1; i < draft.Urls.Count; i++)
        {
            if (draft.Urls[i].Path.IndexOf("{" + name + "}", StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>Adds what only the call sends. It tells no type but by the placeholder's form, and not whether it is required.</summary>
    private void AddFromCurl(ExplorerRow? wrapper)
    {
        if (curl is null)
            return;
        foreach (TextRange place in curl.Query)
        {
            string name = reading.Page.Text.Substring(place.Start, place.Length);
            AddFromCurl(name, IsTags(name) ? "List" : "String", StatedLocation.Query, inWrapper: false, place);
        }

        if (curl.Body is null)
            return;
        string? outer = wrapper?.Name ?? FindWrapper(curl.Body, draft.Urls[0].Method, draft.Name);
        if (outer is not null && Places(-1).TryGetValue(outer, out int key))
            AddBodyMembers(curl.Body.Root[outer], key, null);
        AddBodyMembers(curl.Body.Root, -1, outer);
    }

    /// <summary>Adds the members of an object that no row documents, leaving out the wrapper.</summary>
    private void AddBodyMembers(JsonSampleNode body, int parent, string? wrapper)
    {
        Dictionary<string, int>? places = null;
        foreach (KeyValuePair<string, JsonSampleNode> member in body.Members)
        {
            if (member.Key == wrapper || _names.Contains(member.Key))
                continue;
            string? type = member.Value.Kind switch
            {
                JsonSampleKind.Array => "List",
                JsonSampleKind.Object => "Map",
                JsonSampleKind.Boolean => "Boolean",
                JsonSampleKind.Number => member.Value.IsWholeNumber ? "Long" : "Double",
                JsonSampleKind.String => "String",
                _ => null,
            };
            places ??= Places(parent);
            TextRange place = places.TryGetValue(member.Key, out int key) ? curl!.Body!.Keys[key].Place : curl!.Body!.Place;
            AddFromCurl(member.Key, type, StatedLocation.Body, HasBody && !IsTags(member.Key), place);
        }
    }

    /// <summary>Where the members of an object stand in the call.</summary>
    private Dictionary<string, int> Places(int parent)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        IReadOnlyList<JsonKey> keys = curl!.Body!.Keys;
        for (int i = 0; i < keys.Count; i++)
        {
            if (keys[i].Parent == parent && !places.ContainsKey(keys[i].Name))
                places.Add(keys[i].Name, i);
        }

        return places;
    }

    private void AddFromCurl(string name, string? type, StatedLocation location, bool inWrapper, TextRange place)
    {
        if (!Characters.IsName(name.AsSpan()) || !_names.Add(name) || _variables.Contains(name))
            return;
        draft.Parameters.Add(new ParameterDraft { Name = name, Type = type, Location = location, InWrapper = inWrapper, IsOptional = true, NamePlace = place });
        if (!draft.IsQuery || !s_queryArguments.Contains(name))
        {
            TextRange row = lost.Find(name);
            string what = row.IsEmpty ? "which no row documents" : "whose row cannot be read";
            reading.Findings.Add(FindingRules.ExampleKeyWithoutRow, row.IsEmpty ? place : row, $"The request example sends {name}, {what}; it is read as an optional parameter.");
        }
    }
}
