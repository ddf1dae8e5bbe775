using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog.Naming;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>Determines the types of the parameters and the result of an API.</summary>
internal sealed class ActionResolver(TypeLookup types, CatalogOptions options, List<CatalogFinding> findings)
{
    private readonly TypeResolution _resolution = new(types);
    private readonly List<TypeEvidence> _evidence = [];

    public ResolvedApi Resolve(ApiGroup group) => new(Parameters(group).ToEquatableArray(), Result(group).ToEquatableArray());

    private List<ResolvedMember> Parameters(ApiGroup group)
    {
        var path = new PathVariables(group.Primary.Api.Path);
        var members = new List<ResolvedMember>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (ApiPart part in group.Parts)
        {
            for (int i = 0; i < part.Api.Parameters.Count; i++)
            {
                ParameterModel parameter = part.Api.Parameters[i];
                if (!seen.Add(parameter.Name) || (group.Primary.Api.IsQuery && QueryArguments.Has(parameter.Name)))
                    continue;
                // Only the page with precedence can add path variables, because the path of another page is not called.
                if (parameter.Location == ParameterLocation.Path && !ReferenceEquals(part, group.Primary) && !path.Contains(parameter.Name))
                    continue;
                if (Parameter(group, part, parameter) is { } member)
                    members.Add(member);
            }
        }

        path.Assign(members, hasBody: group.Primary.Api.Method is "POST" or "PUT");
        return members;
    }

    private ResolvedMember? Parameter(ApiGroup group, ApiPart part, ParameterModel parameter)
    {
        _evidence.Clear();
        string? since = null;
        var description = new DescriptionChoice();
        EquatableArray<string> values = parameter.Values;
        bool open = parameter.HasOpenValues;
        foreach (ApiPart page in group.Parts)
        {
            int row = page.ParameterRow(parameter.Name);
            if (row < 0)
                continue;
            ParameterModel stated = page.Api.Parameters[row];
            _evidence.Add(new TypeEvidence(page.ParameterTypes[row], page.Find(stated.StructureId), page.ExampleOf(stated), stated.Type));
            since = SinceVersion.Earliest(since, stated.Since);
            description.Offer(stated.Description);
            open |= stated.HasOpenValues;
            if (values.Count == 0)
                values = stated.Values;
        }

        if (options.IsOmitted(since))
            return null;
        TypeReference type = Resolve(parameter.Name, part.Path, part.Api.Name + "/" + parameter.Name, isParameter: true);
        ParameterLocation location = LocationOf(group.Primary.Api, parameter);
        type = location switch
        {
            ParameterLocation.Query => InQuery(type),
            ParameterLocation.Path => PathVariables.InPath(type),
            _ => type,
        };
        return new ResolvedMember(parameter.Name, type)
        {
            Since = since,
            Description = description.Text,
            Rules = ValueRules.Read(values, type.Kind),
            HasOpenValues = open,
            IsRequired = parameter.IsRequired || location == ParameterLocation.Path,
            Location = location,
            InWrapper = parameter.InWrapper,
            Path = part.Path,
        };
    }

    /// <summary>Returns the location of a parameter. GET and DELETE requests have no body. See runtime/PROTOCOL.md §1.</summary>
    private static ParameterLocation LocationOf(ApiModel api, ParameterModel parameter)
    {
        bool hasBody = api.Method is "POST" or "PUT";
        if (parameter.Location == ParameterLocation.Path)
            return ParameterLocation.Path;
        return parameter.Location == ParameterLocation.Body && !hasBody ? ParameterLocation.Query : parameter.Location;
    }

    /// <summary>
    /// Returns the type of a parameter in a query string, which supports only scalars, lists of scalars, and maps of texts. See runtime/PROTOCOL.md
    /// §1.1.
    /// </summary>
    private static TypeReference InQuery(TypeReference type) => type.Kind switch
    {
        ValueKind.List => type.Element!.Kind is ValueKind.String or ValueKind.OpenEnum or ValueKind.Int32 or ValueKind.Int64 ? type : TypeReference.StringList,
        ValueKind.Map => TypeReference.StringMap,
        ValueKind.Structure or ValueKind.ErrorCode => TypeReference.Json,
        _ => type,
    };

    private List<ResolvedMember> Result(ApiGroup group)
    {
        ApiModel api = group.Primary.Api;
        var members = new List<ResolvedMember>();
        if (api.Response is { Fields.Count: > 0 } response)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (FieldModel field in response.Fields)
            {
                if (seen.Add(field.Name) && ResultField(group, field) is { } member)
                    members.Add(member);
            }
        }
        else if (api.Response is null)
        {
            ResultFromExample(group, members);
        }

        if (!api.IsQuery)
            return members;
        if (!members.Exists(static member => member.Name == "inventories") && InventoryOf(api) is { } element)
            members.Insert(0, new ResolvedMember("inventories", new TypeReference(ValueKind.List, null, element)));
        // Every query can return the number of matches, but the pages never list it. See runtime/PROTOCOL.md §5.3.
        if (!members.Exists(static member => member.Name == "total"))
            members.Add(new ResolvedMember("total", TypeReference.Int64) { Description = "The number of all matches, if Count or ReplyWithCount is set." });
        return members;
    }

    /// <summary>Determines whether a field is a member of every result. The base class has these members. See runtime/PROTOCOL.md §6.</summary>
    private static bool IsCommonField(string name) => name is "success" or "error" or "schema";

    /// <summary>Determines whether a field has the type of the common member, too. Otherwise, it is another field with the same name.</summary>
    private static bool IsCommonField(FieldModel field) => IsCommonField(field.Name) && DocumentedType.Parse(field.Type).Kind switch
    {
        DocumentedKind.Boolean => field.Name == "success",
        DocumentedKind.String or DocumentedKind.Int32 or DocumentedKind.Int64 or DocumentedKind.List => false,
        _ => true,
    };

    private ResolvedMember? ResultField(ApiGroup group, FieldModel field)
    {
        if (IsCommonField(field))
            return null;
        _evidence.Clear();
        string? since = null;
        var description = new DescriptionChoice();
        EquatableArray<string> values = field.Values;
        foreach (ApiPart page in group.Parts)
        {
            int row = page.ResponseRow(field.Name);
            if (row < 0)
                continue;
            FieldModel stated = page.Api.Response!.Fields[row];
            _evidence.Add(new TypeEvidence(page.ResponseTypes[row], page.Find(stated.StructureId), page.ResponseExample?.Member(field.Name), stated.Type));
            since = SinceVersion.Earliest(since, stated.Since);
            description.Offer(stated.Description);
            if (values.Count == 0)
                values = stated.Values;
        }

        if (options.IsOmitted(since))
            return null;
        ApiPart primary = group.Primary;
        TypeReference type = Resolve(field.Name, primary.Path, primary.Api.Name + ":" + field.Name, isParameter: false);
        if (type is { Kind: ValueKind.List, Element.Kind: ValueKind.Json } && field.Name == "inventories" && primary.Api.IsQuery && InventoryOf(primary.Api) is { } element)
            type = new TypeReference(ValueKind.List, null, element);
        return new ResolvedMember(field.Name, type)
        {
            Since = since,
            Description = description.Text,
            Rules = ValueRules.Read(values, type.Kind).ValuesOnly(),
            Path = primary.Path,
        };
    }

    /// <summary>Returns the structure that the name of a query API implies.</summary>
    private TypeReference? InventoryOf(ApiModel api) =>
        ApiWords.InventoryOf(api.Name) is { } name && types.FindNamed(name) is { Kind: ValueKind.Structure } element ? element : null;

    /// <summary>
    /// Takes the members of the result from the sample, because the API explorer documents no response. Sample objects are matched with known
    /// structures.
    /// </summary>
    private void ResultFromExample(ApiGroup group, List<ResolvedMember> members)
    {
        ApiPart page = group.Primary;
        if (page.ResponseExample is not { Kind: ExampleKind.Object, Members.Count: > 0 } example)
            return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, ExampleShape> member in example.Members)
        {
            if (IsCommonField(member.Key) || !seen.Add(member.Key))
                continue;
            TypeReference type = types.MatchExample(member.Value, member.Key, page.Api.Name)
                ?? TypeResolution.FromExample(member.Value, null) ?? TypeReference.Json;
            members.Add(new ResolvedMember(member.Key, type));
        }

        if (members.Count > 0)
        {
            findings.Add(new CatalogFinding(
                FindingRules.ResultFromExample.Id,
                FindingRules.ResultFromExample.Severity,
                page.Path,
                page.Api.Name,
                "API '" + page.Api.Name + "' has no response table; the members of its result are taken from its sample."));
        }
    }

    private TypeReference Resolve(string memberName, string path, string key, bool isParameter)
    {
        TypeReference type = _resolution.Resolve(_evidence, memberName, null, out TypeWarning warning, out int culprit);
        if (warning != TypeWarning.None)
            findings.Add(TypeWarnings.Describe(warning, _evidence, culprit, type, memberName, path, key, isParameter, types));
        return type;
    }
}
