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
/// Reads the parameters of an API from the rows and the curl call of an explorer page. The call is complete, while the list may not be. The
/// wrapper may be listed as a parameter, under a wrong name, or be missing (runtime/PROTOCOL.md §1.2 describes the wrapper).
/// </summary>
internal sealed class ExplorerParameters(PageReading reading, ApiDraft draft, ExplorerCurl? curl, ExplorerStructures structures, ExplorerLostRows lost)
{
    /// <summary>The parameters that the explorer lists for every query (runtime/PROTOCOL.md §5.1).</summary>
    private static readonly HashSet<string> s_queryArguments = new(StringComparer.Ordinal)
    {
        "conditions", "q", "limit", "start", "count", "groupBy", "replyWithCount", "sort", "sortBy", "sortDirection", "fields", "filterName", "systemTags", "userTags",
    };

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _variables = new(PathTemplate.Variables(draft.Urls[0].Path), StringComparer.Ordinal);

    private bool HasBody => draft.Urls[0].Method is "POST" or "PUT";

    /// <summary>Returns the row that describes the wrapper of the body; <see langword="null"/> if there is none.</summary>
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

        // A row with another name, such as `login`, is a wrapper only for a PUT whose call has no other member. For a POST it is a parameter.
        return only is not null && method == "PUT" && (body is null ? others == 0 && only.Children.Count > 0 : OnlyObject(body) == only.Name) ? only : null;
    }

    /// <summary>Returns the wrapper in the body of the call if no row describes it.</summary>
    public static string? FindWrapper(JsonSample? body, string method, string? api) =>
        OnlyObject(body) is { } only && (method == "PUT" || (method == "POST" && IsWrapperName(only, api))) ? only : null;

    /// <summary>Returns the only member of the body besides the tags, if it is an object.</summary>
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
                reading.Findings.Add(FindingRules.ExampleKeyWithoutRow, row, $"The path has the variable {variable}, whose row cannot be read; it becomes a required parameter.");
        }

        AddFromCurl(wrapper);
        if (draft.IsQuery)
            draft.Parameters.RemoveAll(IsOfEveryQuery);
    }

    /// <summary>Returns whether a parameter of a query is common to all queries; its line is marked as read.</summary>
    private bool IsOfEveryQuery(ParameterDraft parameter)
    {
        if (!s_queryArguments.Contains(parameter.Name) && !IsInOtherPath(parameter.Name))
            return false;
        reading.Ledger.Claim(parameter.NamePlace, LineKind.Element);
        return true;
    }

    private static bool IsTags(string name) => name is "systemTags" or "userTags";

    private static bool IsWrapperName(string name, string? api) => name is "params" or "param" or "null" || string.Equals(name, api, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Returns whether a description repeats the name, as for a wrapper: <c>stopvminstanceObjectRequiredstopvminstance request body object.</c>
    /// </summary>
    private static bool IsDescribedAsBody(ExplorerRow row)
    {
        string description = row.Description;
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
        string? description = ExplorerDescription.Read(row.Description, out IReadOnlyList<string> values);
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

    /// <summary>Returns whether the variable is only in another path of the API; in its first path, the parameter is then not in the path.</summary>
    private bool IsInOtherPath(string name)
    {
        for (int i = 1; i < draft.Urls.Count; i++)
        {
            if (draft.Urls[i].Path.IndexOf("{" + name + "}", StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Adds the parameters that are only in the call. Their type is derived from the placeholder; whether they are required is unknown.
    /// </summary>
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

    /// <summary>Adds the members of an object without a row, except the wrapper.</summary>
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

    /// <summary>Returns the positions of the members of an object in the call.</summary>
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
            string what = row.IsEmpty ? "which has no row" : "whose row cannot be read";
            reading.Findings.Add(FindingRules.ExampleKeyWithoutRow, row.IsEmpty ? place : row, $"The request example sends {name}, {what}; it becomes an optional parameter.");
        }
    }
}
