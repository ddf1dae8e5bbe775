using System;
using System.Collections.Generic;
using ZStackGen.Specs.Assembly.Ledger;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly;

/// <summary>
/// Turns drafts into the model: derives what the page leaves to the protocol (wrapper, real locations, name), checks what it states,
/// and notes where everything stands. The same for all layouts.
/// </summary>
internal sealed class ApiAssembler(PageReading reading)
{
    private readonly List<ElementLocations.Entry> _places = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public PageReadResult Assemble()
    {
        var apis = new List<ApiModel>(reading.Apis.Count);
        var byDraft = new List<ApiModel?>(reading.Apis.Count);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (ApiDraft draft in reading.Apis)
        {
            reading.CancellationToken.ThrowIfCancellationRequested();
            int firstPlace = _places.Count;
            ApiModel api = Api(draft);
            if (names.Add(api.Name))
            {
                apis.Add(api);
                byDraft.Add(api);
            }
            else
            {
                byDraft.Add(null);
                DropNewPlaces(firstPlace);
                reading.Findings.Add(FindingRules.DuplicateApi, draft.Place, $"{api.Name} stands on this page twice; the first one counts.");
            }
        }

        var types = new List<StructureModel>(reading.Types.Count);
        for (int i = 0; i < reading.Types.Count; i++)
            reading.Types[i].Id = "s" + (i + 1);
        foreach (StructureDraft draft in reading.Types)
            types.Add(Structure(draft, "", draft.Name ?? draft.Id));
        UnreadLines[] unread = LineAccounting.Run(reading, _places, byDraft, types);
        return new PageReadResult(
            new PageModel(reading.Page.Path, apis.ToEquatableArray(), types.ToEquatableArray()),
            reading.Findings.InTextOrder(),
            new ElementLocations(_places))
        {
            Unread = new EquatableArray<UnreadLines>(unread),
        };
    }

    /// <summary>Of an API that stands on the page a second time, only the rows that the first one has, too, are accounted for.</summary>
    private void DropNewPlaces(int from)
    {
        var known = new HashSet<(string, string)>();
        for (int i = 0; i < from; i++)
            known.Add((_places[i].Prefix, _places[i].Name));
        int kept = from;
        for (int i = from; i < _places.Count; i++)
        {
            if (known.Contains((_places[i].Prefix, _places[i].Name)))
                _places[kept++] = _places[i];
        }

        _places.RemoveRange(kept, _places.Count - kept);
    }

    private ApiModel Api(ApiDraft draft)
    {
        RequestUrl first = draft.Urls[0];
        JsonSample? request = ReadSample(draft.RequestSample);
        JsonSample? response = ReadSample(draft.ResponseSample);
        string? wrapper = draft.HasNoWrapper ? null : Wrapper(draft, request, first.Method);
        string name = Name(draft, first, wrapper);
        bool hasBody = first.Method is "POST" or "PUT" && !draft.HasNoWrapper;
        wrapper ??= !hasBody ? null : first.Method == "POST" ? "params" : ApiNames.ToWrapper(name);
        Note("", name, draft.Place);

        for (int i = 0; i < draft.Structures.Count; i++)
            draft.Structures[i].Id = "s" + (i + 1);
        List<ParameterModel> parameters = Parameters(draft, name, first);
        var alternates = new List<string>();
        for (int i = 1; i < draft.Urls.Count; i++)
        {
            if (draft.Urls[i].Path != first.Path && !alternates.Contains(draft.Urls[i].Path))
                alternates.Add(draft.Urls[i].Path);
        }

        ResponseModel? responseModel = draft.Response is null ? null : new ResponseModel(Fields(draft.Response, name + ":"));
        var structures = new List<StructureModel>(draft.Structures.Count);
        foreach (StructureDraft structure in draft.Structures)
            structures.Add(Structure(structure, name + ":", structure.Id));
        CheckVersion(draft.Since, draft.SincePlace);
        if (response is not null && draft.Response is { Count: > 0 })
            SampleChecks.Response(reading, draft, response);
        return new ApiModel
        {
            Name = name,
            Method = first.Method,
            Path = first.Path,
            AlternatePaths = alternates.ToEquatableArray(),
            Wrapper = wrapper,
            IsQuery = draft.IsQuery || (first.Method == "GET" && name.StartsWith("Query", StringComparison.Ordinal)),
            RequiresSession = draft.RequiresSession,
            IsAsync = draft.IsAsync,
            Since = draft.Since,
            Description = draft.Description,
            Category = draft.Category,
            Language = draft.Language,
            Parameters = parameters.ToEquatableArray(),
            Response = responseModel,
            Structures = structures.ToEquatableArray(),
            RequestExample = request?.Json,
            ResponseExample = draft.Response is { Count: 0 } ? "{}" : response?.Json,
        };
    }

    private string Name(ApiDraft draft, RequestUrl first, string? wrapper)
    {
        string? better = draft.IsNameUncertain ? draft.SdkName ?? (first.Method == "PUT" ? ApiNames.FromWrapper(wrapper) : null) : null;
        if (better is not null)
            return better;
        if (draft.Name is not null)
        {
            if (draft.SdkName is not null && draft.SdkName != draft.Name)
                reading.Findings.Add(FindingRules.NameContradiction, draft.Place, $"The title says {draft.Name}, the SDK sample {draft.SdkName}; the title counts.");
            return draft.Name;
        }

        if (draft.SdkName is not null)
            return draft.SdkName;
        if (first.Method == "PUT" && ApiNames.FromWrapper(wrapper) is { } fromWrapper)
            return fromWrapper;
        string fromPath = ApiNames.FromPath(reading.Page.Path);
        reading.Findings.Add(FindingRules.NameFromFile, draft.Place, $"No title, SDK sample, body wrapper or Operation ID names the API; it is called {fromPath} after the file.");
        return fromPath;
    }

    private string? Wrapper(ApiDraft draft, JsonSample? request, string method)
    {
        string? stated = StatedWrapper(draft, out TextRange place);
        string? shown = SampleWrapper(request, method);
        if (stated is not null && shown is not null && stated != shown && !place.IsEmpty)
            reading.Findings.Add(FindingRules.WrapperContradiction, place, $"The table puts the parameter into {stated}, the body example into {shown}; the table counts.");
        return stated ?? shown;
    }

    private static string? StatedWrapper(ApiDraft draft, out TextRange place)
    {
        place = default;
        if (draft.StatedWrapper is not null)
            return draft.StatedWrapper;
        foreach (ParameterDraft parameter in draft.Parameters)
        {
            if (parameter.Wrapper is null || parameter.Location != StatedLocation.Body)
                continue;
            place = parameter.LocationPlace;
            return parameter.Wrapper;
        }

        return null;
    }

    /// <summary>The body sample's one member besides the tags, which the protocol always takes at the top.</summary>
    private static string? SampleWrapper(JsonSample? request, string method)
    {
        if (request is null || method is not ("POST" or "PUT"))
            return null;
        string? only = null;
        bool hasInner = false;
        for (int i = 0; i < request.Keys.Count; i++)
        {
            JsonKey key = request.Keys[i];
            hasInner |= key.Parent >= 0;
            if (key.Parent >= 0 || key.Name is "systemTags" or "userTags")
                continue;
            if (only is not null)
                return null;
            only = key.Name;
        }

        return hasInner || request.Keys.Count > 1 ? only : null;
    }

    private List<ParameterModel> Parameters(ApiDraft draft, string api, RequestUrl first)
    {
        var models = new List<ParameterModel>(draft.Parameters.Count);
        HashSet<string> names = _names;
        names.Clear();
        string prefix = api + "/";
        bool hasBody = first.Method is not "DELETE";
        foreach (ParameterDraft parameter in draft.Parameters)
        {
            if (!names.Add(parameter.Name))
            {
                reading.Findings.Add(FindingRules.DuplicateParameter, parameter.NamePlace, $"{api} has the parameter {parameter.Name} twice; the first row counts.");
                continue;
            }

            CheckVersion(parameter.Since, parameter.SincePlace);
            CheckType(parameter.Type, parameter.TypePlace, parameter.Name);
            // The path's variable wins over what the row says, and a DELETE has no body.
            ParameterLocation location = PathTemplate.HasVariable(first.Path, parameter.Name) || parameter.Location == StatedLocation.Path ? ParameterLocation.Path
                : parameter.Location == StatedLocation.Query ? ParameterLocation.Query
                : parameter.Location == StatedLocation.Body && hasBody ? ParameterLocation.Body
                : hasBody && first.Method is "POST" or "PUT" ? ParameterLocation.Body
                : ParameterLocation.Query;
            models.Add(new ParameterModel
            {
                Name = parameter.Name,
                Type = parameter.Type,
                Location = location,
                InWrapper = location == ParameterLocation.Body && parameter.InWrapper,
                IsRequired = !parameter.IsOptional,
                Since = parameter.Since,
                Values = parameter.Values.ToEquatableArray(),
                Description = parameter.Description,
                StructureId = parameter.Structure?.Id,
            });
            Note(prefix, parameter.Name, parameter.NamePlace, parameter.TypePlace);
        }

        if (draft.Parameters.Count > 0)
        {
            foreach (string variable in PathTemplate.Variables(first.Path))
            {
                if (!names.Contains(variable))
                    reading.Findings.Add(FindingRules.PathVariableWithoutParameter, first.Place, $"{api}: no row of the parameter table is called {variable}, which the path {first.Path} needs.");
            }
        }

        return models;
    }

    private StructureModel Structure(StructureDraft draft, string prefix, string key)
    {
        Note(prefix, key, draft.Place);
        if (draft.Extends is not null)
            Note(prefix, key + ElementLocations.Base, draft.ExtendsPlace);
        return new StructureModel
        {
            Id = draft.Id,
            Name = draft.Name,
            Extends = draft.Extends,
            Fields = Fields(draft.Fields, $"{prefix}{key}."),
            Values = draft.Values.ToEquatableArray(),
            Description = draft.Description,
            Since = draft.Since,
        };
    }

    private EquatableArray<FieldModel> Fields(List<FieldDraft> drafts, string prefix)
    {
        var models = new FieldModel[drafts.Count];
        int count = 0;
        HashSet<string> names = _names;
        names.Clear();
        foreach (FieldDraft field in drafts)
        {
            if (!names.Add(field.Name))
            {
                reading.Findings.Add(FindingRules.DuplicateField, field.NamePlace, $"The field {field.Name} stands in this table twice; the first row counts.");
                continue;
            }

            CheckVersion(field.Since, field.SincePlace);
            CheckType(field.Type, field.TypePlace, field.Name);
            models[count++] = new FieldModel
            {
                Name = field.Name,
                Type = field.Type,
                Since = field.Since,
                Values = field.Values.ToEquatableArray(),
                Description = field.Description,
                StructureId = field.Structure?.Id,
            };
            Note(prefix, field.Name, field.NamePlace, field.TypePlace);
        }

        if (count < models.Length)
            Array.Resize(ref models, count);
        return new EquatableArray<FieldModel>(models);
    }

    private JsonSample? ReadSample(TextRange range)
    {
        if (range.IsEmpty)
            return null;
        JsonSample sample = JsonSampleReader.Read(reading.Page, range);
        foreach (JsonFlaw flaw in sample.Flaws)
        {
            reading.Findings.Add(FindingRules.SampleNotJson, sample.Json is null ? FindingSeverity.Warning : FindingSeverity.Info, flaw.Place, $"The example is not JSON: {flaw.Message}.");
        }

        return sample;
    }

    private void CheckVersion(string? since, TextRange place)
    {
        if (since is not null && !VersionText.IsVersion(since.AsSpan()))
            reading.Findings.Add(FindingRules.InvalidVersion, place, $"\"{Quote(since)}\" is no version such as 4.7.0.");
    }

    private void CheckType(string? type, TextRange place, string name)
    {
        if (type is not null && !TypeWords.IsKnown(type.AsSpan()) && !TypeWords.IsPlausible(type))
            reading.Findings.Add(FindingRules.UnknownType, place, $"\"{Quote(type)}\", the type of {name}, is neither a documented type nor a structure's name.");
    }

    private void Note(string prefix, string name, TextRange place, TextRange type = default) =>
        _places.Add(new ElementLocations.Entry(prefix, name, reading.Page.Span(place), type.IsEmpty ? default : reading.Page.Span(type)));

    /// <summary>Keeps a message short however long the cell is.</summary>
    private static string Quote(string text) => text.Length <= 60 ? text : text.Substring(0, 60) + "…";
}
