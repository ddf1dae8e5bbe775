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
/// Converts drafts to the model: derives the parts that the protocol implies (wrapper, real locations, name), checks the statements of the
/// page, and records the positions of all elements. The same for all layouts.
/// </summary>
internal sealed class ApiAssembler
{
    private readonly PageReading _reading;
    private readonly ElementPlaces _places;
    private readonly CellChecks _checks;
    private readonly VersionChecks _versions;
    private readonly ParameterAssembler _parameters;
    private readonly Dictionary<string, FieldDraft> _rows;
    private HashSet<string>? _doubted;

    public ApiAssembler(PageReading reading)
    {
        _reading = reading;
        _places = new ElementPlaces(reading.Page, CountElements(reading, out int mostFields));
        _rows = new Dictionary<string, FieldDraft>(mostFields, StringComparer.Ordinal);
        _checks = new CellChecks(reading);
        _versions = new VersionChecks(reading);
        _parameters = new ParameterAssembler(reading, _checks, _versions, _places);
    }

    public PageReadResult Assemble()
    {
        var apis = new List<ApiModel>(_reading.Apis.Count);
        var byDraft = new List<ApiModel?>(_reading.Apis.Count);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (ApiDraft draft in _reading.Apis)
        {
            _reading.CancellationToken.ThrowIfCancellationRequested();
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
                _places.KeepKnown(firstPlace);
                _reading.Findings.Add(FindingRules.DuplicateApi, draft.Place, $"The page describes {api.Name} twice; the first description is used.");
            }
        }

        var types = new List<StructureModel>(_reading.Types.Count);
        for (int i = 0; i < _reading.Types.Count; i++)
            _reading.Types[i].Id = "s" + (i + 1);
        foreach (StructureDraft draft in _reading.Types)
            types.Add(Structure(draft, "", draft.Name ?? draft.Id));
        UnreadLines[] unread = LineAccounting.Run(_reading, _places.Entries, byDraft, types);
        LostCharacters.Report(_reading, apis, types);
        return new PageReadResult(
            new PageModel(_reading.Page.Path, apis.ToEquatableArray(), types.ToEquatableArray()),
            _reading.Findings.InTextOrder(),
            _places.ToLocations())
        {
            Unread = new EquatableArray<UnreadLines>(unread),
        };
    }

    private static int CountElements(PageReading reading, out int mostFields)
    {
        int count = 0;
        mostFields = 0;
        foreach (ApiDraft api in reading.Apis)
        {
            int response = api.Response?.Count ?? 0;
            count += 1 + api.Parameters.Count + response;
            mostFields = Math.Max(mostFields, response);
            foreach (StructureDraft structure in api.Structures)
            {
                count += 1 + structure.Fields.Count;
                mostFields = Math.Max(mostFields, structure.Fields.Count);
            }
        }

        foreach (StructureDraft type in reading.Types)
        {
            count += 2 + type.Fields.Count;
            mostFields = Math.Max(mostFields, type.Fields.Count);
        }

        return count;
    }

    private ApiModel Api(ApiDraft draft)
    {
        JsonSample? request = ReadSample(draft.RequestSample);
        JsonSample? response = ReadSample(draft.ResponseSample);
        var evidence = new RequestEvidence(_reading, draft, request);
        RequestStatement statement = evidence.Weigh();
        string name = statement.Name;
        _places.Note("", name, draft.Place);

        foreach (RequestUrl url in draft.Urls)
        {
            if (PathTemplate.Fault(url.Path) is { } fault)
                _reading.Findings.Add(FindingRules.InvalidPath, url.Place, $"{name}: the path {Excerpt.Of(url.Path)} contains the invalid {fault}.");
        }

        for (int i = 0; i < draft.Structures.Count; i++)
            draft.Structures[i].Id = "s" + (i + 1);
        List<ParameterModel> parameters = _parameters.Assemble(draft, evidence, statement, request);
        ResponseModel? responseModel = draft.Response is null ? null : new ResponseModel(Fields(draft.Response, name + ":", VersionOwner.Of(name, draft.Since)));
        var structures = new List<StructureModel>(draft.Structures.Count);
        foreach (StructureDraft structure in draft.Structures)
            structures.Add(Structure(structure, name + ":", structure.Id));
        _checks.Version(draft.Since, draft.SincePlace);
        _versions.Check(default, name, draft.Since, draft.Description, draft.SincePlace.IsEmpty ? draft.Place : draft.SincePlace);
        if (response is not null && draft.Response is { Count: > 0 })
            SampleChecks.Response(_reading, draft, response);
        if (request is not null && draft.Parameters.Count > 0)
            SampleChecks.Request(_reading, request, statement.Wrapper, _parameters.Names);
        return new ApiModel
        {
            Name = name,
            Method = statement.Method,
            Path = statement.Path,
            AlternatePaths = AlternatePaths(draft, statement.Path),
            Wrapper = statement.Wrapper,
            IsQuery = draft.IsQuery || (statement.Method == "GET" && name.StartsWith("Query", StringComparison.Ordinal)),
            RequiresSession = statement.RequiresSession,
            IsAsync = draft.IsAsync,
            Since = draft.Since,
            Description = draft.Description,
            Category = draft.Category,
            ChineseName = draft.ChineseName,
            Language = draft.Language,
            Parameters = parameters.ToEquatableArray(),
            Response = responseModel,
            Structures = structures.ToEquatableArray(),
            Notes = draft.Notes.ToEquatableArray(),
            SystemTags = draft.SystemTags.ToEquatableArray(),
            RequestExample = request?.Json,
            ResponseExample = draft.Response is { Count: 0 } ? "{}" : response?.Json,
        };
    }

    private static EquatableArray<string> AlternatePaths(ApiDraft draft, string path)
    {
        if (draft.Urls.Count < 2)
            return default;
        var known = new HashSet<string>(StringComparer.Ordinal) { path };
        var alternates = new List<string>();
        for (int i = 1; i < draft.Urls.Count; i++)
        {
            if (known.Add(draft.Urls[i].Path))
                alternates.Add(draft.Urls[i].Path);
        }

        return alternates.ToEquatableArray();
    }

    private StructureModel Structure(StructureDraft draft, string prefix, string key)
    {
        _places.Note(prefix, key, draft.Place);
        if (draft.Extends is not null)
            _places.Note(prefix, key + ElementLocations.Base, draft.ExtendsPlace);
        _versions.Check(default, key, draft.Since, draft.Description, draft.Place);
        // A page can repeat the fields of its base type, and these can be older than the type. So no owner version is checked.
        VersionOwner owner = VersionOwner.Of(key, draft.Extends is null ? draft.Since : null);
        return new StructureModel
        {
            Id = draft.Id,
            Name = draft.Name,
            Extends = draft.Extends,
            Fields = Fields(draft.Fields, $"{prefix}{key}.", owner),
            Values = draft.Values.ToEquatableArray(),
            ValueDescriptions = draft.ValueDescriptions.ToEquatableArray(),
            Description = draft.Description,
            Since = draft.Since,
        };
    }

    /// <summary>Reports rows whose name is the type of another row: the cells of one of these rows are in the wrong columns.</summary>
    private void Exchanged(List<FieldDraft> fields)
    {
        Dictionary<string, FieldDraft>? byType = null;
        foreach (FieldDraft field in fields)
        {
            if (field.Name.Length == 0 || !Characters.IsUpper(field.Name[0]))
                continue;
            if (byType is null)
            {
                byType = new Dictionary<string, FieldDraft>(StringComparer.Ordinal);
                foreach (FieldDraft typed in fields)
                {
                    if (typed.Type is { } type && type != typed.Name)
                        byType[type] = typed;
                }
            }

            if (byType.TryGetValue(field.Name, out FieldDraft? other))
                _reading.Findings.Add(FindingRules.BrokenRow, field.NamePlace, $"{Excerpt.Of(field.Name)}, the name of the row, is the type of the row {Excerpt.Of(other.Name)}; the cells of one of these rows are in the wrong columns.");
        }
    }

    private EquatableArray<FieldModel> Fields(List<FieldDraft> drafts, string prefix, VersionOwner owner)
    {
        var models = new FieldModel[drafts.Count];
        int count = 0;
        Dictionary<string, FieldDraft> rows = _rows;
        rows.Clear();
        _doubted?.Clear();
        foreach (FieldDraft field in drafts)
        {
            if (rows.TryGetValue(field.Name, out FieldDraft? first))
            {
                // A repeated identical row is harmless.
                FindingSeverity severity = first.Type == field.Type && first.Since == field.Since ? FindingSeverity.Info : FindingRules.DuplicateField.Severity;
                _reading.Findings.Add(FindingRules.DuplicateField, severity, field.NamePlace, $"The table has the field {field.Name} twice; the first row is used.");
                // The cells of one of the two rows may be in the wrong columns.
                if (first.Type != field.Type && (_doubted ??= new HashSet<string>(StringComparer.Ordinal)).Add(field.Name))
                    _reading.Findings.Add(FindingRules.DuplicateField, first.NamePlace, $"The table has the field {field.Name} twice, with the types {Excerpt.Of(first.Type ?? "")} and {Excerpt.Of(field.Type ?? "")}; this row is used.");
                continue;
            }

            rows.Add(field.Name, field);
            _checks.Version(field.Since, field.SincePlace);
            _versions.Check(owner, field.Name, field.Since, field.Description, field.SincePlace.IsEmpty ? field.NamePlace : field.SincePlace);
            _checks.Type(field.Type, field.TypePlace, field.Name);
            models[count++] = new FieldModel
            {
                Name = field.Name,
                Type = field.Type,
                Since = field.Since,
                Values = field.Values.Items.ToEquatableArray(),
                Description = field.Description,
                StructureId = field.Structure?.Id,
            };
            _places.Note(prefix, field.Name, field.NamePlace, field.TypePlace);
        }

        Exchanged(drafts);
        if (count < models.Length)
            Array.Resize(ref models, count);
        return new EquatableArray<FieldModel>(models);
    }

    private JsonSample? ReadSample(TextRange range)
    {
        if (range.IsEmpty)
            return null;
        JsonSample sample = _reading.Samples.Read(range);
        foreach (JsonFlaw flaw in sample.Flaws)
        {
            _reading.Findings.Add(FindingRules.SampleNotJson, sample.Json is null ? FindingSeverity.Warning : FindingSeverity.Info, flaw.Place, $"The example is not valid JSON: {flaw.Message}.");
        }

        return sample;
    }
}
