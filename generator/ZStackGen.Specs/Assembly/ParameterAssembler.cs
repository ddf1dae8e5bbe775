using System;
using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly;

/// <summary>
/// Converts rows to parameters: restores lost names, determines the real locations, and checks values against the page's own example.
/// </summary>
internal sealed class ParameterAssembler(PageReading reading, CellChecks checks, VersionChecks versions, ElementPlaces places)
{
    private static readonly string[] s_outside = ["not in", "not inside", "not part of", "outside", "next to", "beside", "same level", "不在", "不包含", "之外", "外层", "同级"];

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _variables = new(StringComparer.Ordinal);
    private ApiDraft _draft = null!;
    private RequestEvidence _evidence = null!;
    private RequestStatement _statement;
    private RequestSample _sample = null!;
    private bool _hasBody, _hasOthersInWrapper, _lacksRow, _isOutsideReported, _isUnwrappedReported, _isWrappedReported;

    /// <summary>Gets the names of the parameters of the last API.</summary>
    public ISet<string> Names => _names;

    /// <summary>Assembles the parameters of an API.</summary>
    public List<ParameterModel> Assemble(ApiDraft draft, RequestEvidence evidence, RequestStatement statement, JsonSample? request)
    {
        (_draft, _evidence, _statement) = (draft, evidence, statement);
        _sample = new RequestSample(request, statement.Wrapper);
        _hasBody = statement.Method is "POST" or "PUT";
        _hasOthersInWrapper = draft.Parameters.Exists(static parameter => parameter.InWrapper && parameter.Location == StatedLocation.Body);
        _isOutsideReported = _isUnwrappedReported = _isWrappedReported = false;
        string? lost = LostName();
        var models = new List<ParameterModel>(draft.Parameters.Count);
        HashSet<string> names = _names, variables = _variables;
        names.Clear();
        variables.Clear();
        variables.UnionWith(PathTemplate.Variables(statement.Path));
        _lacksRow = variables.Count > 0 && LacksRow(variables, draft.Parameters);
        string prefix = statement.Name + "/";
        VersionOwner owner = VersionOwner.Of(statement.Name, draft.Since);
        foreach (ParameterDraft parameter in draft.Parameters)
        {
            if (parameter.Name.Length == 0 && lost is null)
                continue;
            string name = parameter.Name.Length == 0 ? lost! : parameter.Name;
            if (!names.Add(name))
            {
                reading.Findings.Add(FindingRules.DuplicateParameter, parameter.NamePlace, $"{statement.Name} has the parameter {name} twice; the first row is used.");
                continue;
            }

            models.Add(Parameter(parameter, name, variables.Contains(name)));
            versions.Check(owner, name, parameter.Since, parameter.Description, parameter.SincePlace.IsEmpty ? parameter.NamePlace : parameter.SincePlace);
            places.Note(prefix, name, parameter.NamePlace, parameter.TypePlace);
        }

        if (draft.Parameters.Count > 0)
        {
            foreach (string variable in variables)
            {
                // A variable without a name is reported as a fault of the path.
                if (variable.Length > 0 && !names.Contains(variable))
                    reading.Findings.Add(FindingRules.PathVariableWithoutParameter, draft.Urls[0].Place, $"{statement.Name}: the parameter table has no row for the variable {variable} of the path {Excerpt.Of(statement.Path)}.");
            }

            foreach (string variable in evidence.InQueryString)
            {
                if (!draft.IsQuery && Characters.IsName(variable.AsSpan()) && !names.Contains(variable))
                    reading.Findings.Add(FindingRules.PathVariableWithoutParameter, draft.Urls[0].Place, $"{statement.Name}: the parameter table has no row for {variable} in the query string of the request line.");
            }
        }

        return models;
    }

    private static bool LacksRow(HashSet<string> variables, List<ParameterDraft> parameters)
    {
        var missing = new HashSet<string>(variables, StringComparer.Ordinal);
        foreach (ParameterDraft parameter in parameters)
            missing.Remove(parameter.Name);
        return missing.Count > 0;
    }

    private ParameterModel Parameter(ParameterDraft parameter, string name, bool isVariable)
    {
        checks.Version(parameter.Since, parameter.SincePlace);
        checks.Type(parameter.Type, parameter.TypePlace, name);
        checks.Limits(parameter.Values, parameter.Type, parameter.ValuesPlace.IsEmpty ? parameter.NamePlace : parameter.ValuesPlace, name);
        ParameterLocation location = Location(parameter, name, isVariable, out bool inWrapper, out string? description);
        return new ParameterModel
        {
            Name = name,
            Type = parameter.Type,
            Location = location,
            InWrapper = location == ParameterLocation.Body && inWrapper,
            IsRequired = !parameter.IsOptional,
            Since = parameter.Since,
            Values = parameter.Values.Items.ToEquatableArray(),
            HasOpenValues = parameter.Values.IsOpen || LacksExample(parameter, name),
            Description = parameter.Description ?? description,
            StructureId = parameter.Structure?.Id,
        };
    }

    /// <summary>
    /// Determines the location of a parameter. A path variable takes precedence over the row's statement, and a DELETE request has no body.
    /// A row without a usable location follows the example or the other rows.
    /// </summary>
    private ParameterLocation Location(ParameterDraft parameter, string name, bool isVariable, out bool inWrapper, out string? description)
    {
        inWrapper = parameter.InWrapper;
        description = null;
        StatedLocation stated = parameter.Location;
        if (inWrapper && !isVariable && !_isUnwrappedReported && !parameter.LocationPlace.IsEmpty && _hasBody && _statement.Wrapper is { Length: > 0 } && _sample.IsInWrapper(name) == false)
        {
            _isUnwrappedReported = true;
            reading.Findings.Add(FindingRules.WrapperContradiction, parameter.LocationPlace,
                $"The row says that {name} is inside the wrapper {_statement.Wrapper}, but the request example has {name} outside of it; {name} is sent inside the wrapper.");
        }

        if (!inWrapper && stated is StatedLocation.Body or StatedLocation.Unstated)
            inWrapper = IsInWrapper(parameter, name);
        if (!inWrapper && stated == StatedLocation.Body && !isVariable && !_isWrappedReported && !parameter.LocationPlace.IsEmpty && _hasBody && _statement.Wrapper is { Length: > 0 } && _sample.IsInWrapper(name) == true)
        {
            _isWrappedReported = true;
            reading.Findings.Add(FindingRules.WrapperContradiction, parameter.LocationPlace,
                $"The row says that {name} is outside of the wrapper {_statement.Wrapper}, but the request example has {name} inside of it; {name} is sent outside of the wrapper.");
        }

        if (stated is StatedLocation.Unstated or StatedLocation.Body && !inWrapper && !isVariable && LacksEvidence(name))
        {
            if (stated == StatedLocation.Unstated)
            {
                inWrapper = true;
                reading.Findings.Add(FindingRules.UnknownLocation, parameter.NamePlace, _hasOthersInWrapper
                    ? $"The row of {name} has no location; other rows are inside the wrapper {_statement.Wrapper}, so {name} is sent there."
                    : $"The row of {name} has no location; {name} is sent inside the wrapper {_statement.Wrapper}.");
            }
            else if (!_hasOthersInWrapper && !_isOutsideReported && _draft.StatedWrapper is null)
            {
                _isOutsideReported = true;
                reading.Findings.Add(FindingRules.UnknownLocation, parameter.LocationPlace.IsEmpty ? parameter.NamePlace : parameter.LocationPlace,
                    $"The row of {name} says `body`, and no row says `body: {_statement.Wrapper}`, so the wrapper {_statement.Wrapper} is sent empty, with {name} outside of it. Correct the location, or write the phrase 'No wrapper.'.");
            }
        }

        if (stated is not (StatedLocation.Unknown or StatedLocation.Unstated) && inWrapper == parameter.InWrapper && parameter.LocationNote is { } note)
            _draft.Notes.Add($"{name}: {note}");
        if (stated is StatedLocation.Unknown or StatedLocation.Header)
            stated = InferLocation(parameter, name, isVariable, ref inWrapper, ref description);
        if (isVariable)
            return ParameterLocation.Path;
        if (stated == StatedLocation.Path)
        {
            if (_evidence.IsInQueryString(name))
                return ParameterLocation.Query;
            // If a variable of the path has no row, that finding is enough: one of both is misspelled.
            if (!_lacksRow)
                reading.Findings.Add(FindingRules.PathContradiction, parameter.LocationPlace.IsEmpty ? parameter.NamePlace : parameter.LocationPlace,
                    $"The row says that {name} is in the path, but the path {Excerpt.Of(_statement.Path)} has no variable {name}.");
            return ParameterLocation.Path;
        }

        if (stated == StatedLocation.Query)
            return ParameterLocation.Query;
        if (stated == StatedLocation.Body)
            return _statement.Method == "DELETE" ? ParameterLocation.Query : ParameterLocation.Body;
        return _hasBody ? ParameterLocation.Body : ParameterLocation.Query;
    }

    /// <summary>Determines whether the body has a wrapper, and neither the row nor the example states if a parameter is inside of it.</summary>
    private bool LacksEvidence(string name) =>
        _hasBody && _statement.Wrapper is { Length: > 0 } && _sample.IsInWrapper(name) is null && name is not ("systemTags" or "userTags");

    /// <summary>
    /// Determines whether a body parameter is inside the wrapper although its cell has no known phrase for it: the cell contains the name of the
    /// wrapper in other words, or an unknown remark or nothing, and the example shows the parameter inside the wrapper.
    /// </summary>
    private bool IsInWrapper(ParameterDraft parameter, string name)
    {
        if (parameter.LocationNote is { } note)
        {
            if (!IsDeeper(note))
                return !SaysOutside(note) && (ContainsName(note, _statement.Wrapper) || ContainsName(note, ApiNames.ToWrapper(_statement.Name)) || _sample.IsInWrapper(name) == true);
            reading.Findings.Add(FindingRules.UnknownLocation, parameter.LocationPlace.IsEmpty ? parameter.NamePlace : parameter.LocationPlace,
                $"The location of {name} is '{Excerpt.Of(note)}', a member inside the wrapper {_statement.Wrapper}. Describe the members of a structure in a table of the structure.");
            return true;
        }

        return parameter.Location == StatedLocation.Unstated && _hasBody && _sample.IsInWrapper(name) == true;
    }

    /// <summary>Determines whether a remark names a member inside the wrapper: <c>paintDoor.colours</c>.</summary>
    private bool IsDeeper(string note) => _statement.Wrapper is { Length: > 0 } wrapper && note.IndexOf(wrapper + ".", StringComparison.Ordinal) is var at and >= 0
        && at + wrapper.Length + 1 < note.Length && Characters.IsNamePart(note[at + wrapper.Length + 1]);

    /// <summary>Determines whether a remark says that the parameter is not inside the wrapper: <c>not in paintDoor</c>, <c>next to paintDoor</c>.</summary>
    private static bool SaysOutside(string note) => Array.Exists(s_outside, word => note.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool ContainsName(string text, string? name)
    {
        if (string.IsNullOrEmpty(name))
            return false;
        int at = -1;
        while ((at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            int end = at + name!.Length;
            if ((at == 0 || !Characters.IsNamePart(text[at - 1])) && (end == text.Length || !Characters.IsNamePart(text[end])))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Interprets a location cell without url, query or body. The name of the wrapper alone means the body; anything else is reported.
    /// </summary>
    private StatedLocation InferLocation(ParameterDraft parameter, string name, bool isVariable, ref bool inWrapper, ref string? description)
    {
        if (parameter.Location == StatedLocation.Unknown && parameter.Wrapper is { } word
            && (string.Equals(word, _statement.Wrapper, StringComparison.OrdinalIgnoreCase) || string.Equals(word, ApiNames.ToWrapper(_statement.Name), StringComparison.OrdinalIgnoreCase)))
        {
            inWrapper = true;
            return StatedLocation.Body;
        }

        string text = parameter.LocationNote ?? parameter.Wrapper ?? "";
        reading.Findings.Add(FindingRules.UnknownLocation, parameter.LocationPlace.IsEmpty ? parameter.NamePlace : parameter.LocationPlace,
            text.Length == 0 ? $"The location of {name} is none of url, query and body." : $"The location of {name} is '{Excerpt.Of(text)}', not url, query or body.");
        if (parameter.Location == StatedLocation.Unknown)
            description = parameter.LocationNote;
        if (isVariable || !_hasBody)
            return StatedLocation.Unstated;
        inWrapper = _sample.IsInWrapper(name) ?? (_hasOthersInWrapper && name is not ("systemTags" or "userTags"));
        return StatedLocation.Body;
    }

    /// <summary>
    /// Returns the name of the only nameless row, if the path, the request example or the SDK sample have exactly one name without a row.
    /// </summary>
    private string? LostName()
    {
        ParameterDraft? nameless = null;
        foreach (ParameterDraft parameter in _draft.Parameters)
        {
            if (parameter.Name.Length > 0)
                continue;
            if (nameless is not null)
                return null;
            nameless = parameter;
        }

        if (nameless is null)
            return null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (ParameterDraft parameter in _draft.Parameters)
            names.Add(parameter.Name);
        if (nameless.Location == StatedLocation.Path)
            return Only(PathTemplate.Variables(_statement.Path), names);
        return Only(_sample.MembersIn(nameless.InWrapper), names) ?? Only(SdkSample.Assigned(reading.Page, _draft.SdkPlace), names);
    }

    private static string? Only(IEnumerable<string> candidates, HashSet<string> known)
    {
        string? only = null;
        foreach (string candidate in candidates)
        {
            if (known.Contains(candidate) || candidate == only)
                continue;
            if (only is not null)
                return null;
            only = candidate;
        }

        return only;
    }

    /// <summary>Determines whether the page's own example sends a value that is not in the list. The list is then not complete.</summary>
    private bool LacksExample(ParameterDraft parameter, string name)
    {
        if (!IsList(parameter.Values.Items))
            return false;
        foreach (string value in _sample.Values(name))
        {
            if (Contains(parameter.Values.Items, value))
                continue;
            reading.Findings.Add(FindingRules.ValueMissing, parameter.ValuesPlace.IsEmpty ? parameter.NamePlace : parameter.ValuesPlace,
                $"The example sends '{Excerpt.Of(value)}' for {name}, which is not in its allowed values ({Excerpt.Of(string.Join(", ", parameter.Values.Items))}); other values are accepted, too.");
            return true;
        }

        return false;
    }

    /// <summary>Determines whether a cell lists values. It can contain limits instead: <c>1..9</c>, <c>length ..255</c>, <c>not empty</c>.</summary>
    private static bool IsList(IReadOnlyList<string> values)
    {
        foreach (string value in values)
        {
            if (ValueLimit.IsLimit(value))
                return false;
        }

        return values.Count > 0;
    }

    private static bool Contains(IReadOnlyList<string> values, string value)
    {
        foreach (string known in values)
        {
            if (known == value)
                return true;
        }

        return false;
    }
}
