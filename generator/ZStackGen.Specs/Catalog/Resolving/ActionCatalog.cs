using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog.Naming;
using ZStackGen.Specs.Catalog.Planning;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>Makes an action of the pages of one API.</summary>
internal sealed class ActionCatalog(ITypeSource structures, CatalogOptions options, List<CatalogFinding> findings)
{
    private readonly List<TypeEvidence> _evidence = [];

    public CatalogAction Build(ApiGroup group, IdentifierPlan typeNames)
    {
        ApiModel api = group.Primary.Api;
        string typeName = typeNames.Add(group.Primary.ActionName, null, out bool isRenamed);
        if (isRenamed && !string.Equals(typeName, IdentifierPlan.ToIdentifier(group.Primary.ActionName), StringComparison.Ordinal))
            Report(FindingRules.RenamedIdentifier, group.Primary.Path, api.Name, "API '" + api.Name + "' becomes the class '" + typeName + "'.");
        PreparedApi? alone = Prepared(group, typeName);
        if (alone is not null && group.Primary.Built is { } built && built.SpecsRoots == options.SpecsRoots)
            return built.Action;
        PreparedApi prepared = alone ?? Prepare(group, typeName);
        var action = new CatalogAction
        {
            Name = api.Name,
            TypeName = typeName,
            Method = api.Method,
            Path = api.Path,
            AlternatePaths = api.AlternatePaths,
            Wrapper = WrapperOf(api),
            IsQuery = api.IsQuery,
            RequiresSession = api.RequiresSession,
            IsAsync = api.IsAsync,
            Since = group.Since(),
            Description = group.Description(),
            Category = Categories.Of(group.Primary.Path, api.Path, options.SpecsRoots),
            Parameters = prepared.Parameters,
            Enumerations = prepared.Enumerations,
            Result = prepared.Result,
            QueryElement = prepared.QueryElement,
        };
        if (alone is not null)
            group.Primary.Built = new BuiltAction(action, options.SpecsRoots);
        return action;
    }

    /// <summary>Decides parameters and result.</summary>
    public PreparedApi Prepare(ApiGroup group, string typeName)
    {
        var enumerations = new List<CatalogEnumeration>();
        IdentifierPlan plan = group.Primary.Api.IsQuery
            ? new IdentifierPlan(IdentifierPlan.QueryNames)
            : new IdentifierPlan(IdentifierPlan.ActionNames);
        List<CatalogMember> parameters = Parameters(group, plan, typeName);
        List<CatalogMember> result = Result(group, out TypeReference? element);
        plan.KeepTypes(parameters);
        plan.KeepTypes(result);
        Enumerations.Nest(parameters, plan, typeName, enumerations);
        Enumerations.Nest(result, plan, typeName, enumerations, "Result.");
        return new PreparedApi(parameters.ToEquatableArray(), enumerations.ToEquatableArray(), result.ToEquatableArray(), element);
    }

    /// <summary>What was decided when the page was prepared, if all the types that it took for granted turned out so.</summary>
    private PreparedApi? Prepared(ApiGroup group, string typeName)
    {
        if (group.Parts.Count > 1 || options.OmitNewerThan is not null || group.Primary.Preparation is not { } preparation
            || !string.Equals(typeName, preparation.TypeName, StringComparison.Ordinal))
            return null;
        foreach (KeyValuePair<string, TypeReference?> type in preparation.Assumed)
        {
            if (!Equals(structures.FindNamed(type.Key), type.Value))
                return null;
        }

        findings.AddRange(preparation.Findings);
        return preparation.Api;
    }

    private static string? WrapperOf(ApiModel api) => api.Method switch
    {
        "POST" => api.Wrapper ?? "params",
        "PUT" => api.Wrapper ?? LowerFirst(api.Name),
        _ => null,
    };

    private static string LowerFirst(string name) =>
        name.Length > 0 && name[0] is >= 'A' and <= 'Z' ? (char)(name[0] + 32) + name.Substring(1) : name;

    private List<CatalogMember> Parameters(ApiGroup group, IdentifierPlan plan, string typeName)
    {
        var members = new List<CatalogMember>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (ApiPart part in group.Parts)
        {
            for (int i = 0; i < part.Api.Parameters.Count; i++)
            {
                ParameterModel parameter = part.Api.Parameters[i];
                if (!seen.Add(parameter.Name) || (group.Primary.Api.IsQuery && IsQueryArgument(parameter.Name)))
                    continue;
                // Only the deciding page may add path variables: another page's path is not the one that is called.
                if (parameter.Location == ParameterLocation.Path && !ReferenceEquals(part, group.Primary)
                    && group.Primary.Api.Path.IndexOf("{" + parameter.Name + "}", StringComparison.Ordinal) < 0)
                    continue;
                if (Parameter(group, part, parameter, plan, typeName) is { } member)
                    members.Add(member);
            }
        }

        AddPathVariables(group, members, plan, typeName);
        return members;
    }

    /// <summary>Arguments that every query has; the runtime's base class writes them (protocol §5.1).</summary>
    private static bool IsQueryArgument(string name) =>
        name is "conditions" or "q" or "limit" or "start" or "count" or "groupBy" or "replyWithCount" or "sortBy" or "sortDirection" or "sort"
            or "fields" or "filterName" or "uuid";

    private CatalogMember? Parameter(ApiGroup group, ApiPart part, ParameterModel parameter, IdentifierPlan plan, string typeName)
    {
        _evidence.Clear();
        string? since = null;
        string? description = null;
        string? english = null;
        EquatableArray<string> values = parameter.Values;
        foreach (ApiPart page in group.Parts)
        {
            for (int i = 0; i < page.Api.Parameters.Count; i++)
            {
                ParameterModel row = page.Api.Parameters[i];
                if (!string.Equals(row.Name, parameter.Name, StringComparison.Ordinal))
                    continue;
                _evidence.Add(new TypeEvidence(page.ParameterTypes[i], page.Find(row.StructureId), page.ExampleOf(row)));
                since = SinceVersion.Earliest(since, row.Since);
                Describe(row.Description, ref description, ref english);
                if (values.Count == 0)
                    values = row.Values;
                break;
            }
        }

        if (options.IsOmitted(since))
            return null;
        TypeReference type = structures.Resolve(_evidence, parameter.Name, part.Path, part.Api.Name + "/" + parameter.Name);
        ParameterLocation location = LocationOf(group.Primary.Api, parameter);
        if (location == ParameterLocation.Query)
            type = InQuery(type);
        else if (location == ParameterLocation.Path)
            type = InPath(type);
        string identifier = plan.Add(parameter.Name, typeName, out bool isRenamed);
        if (isRenamed)
            Report(FindingRules.RenamedIdentifier, part.Path, part.Api.Name + "/" + parameter.Name, "Parameter '" + parameter.Name + "' of '" + part.Api.Name + "' becomes the property '" + identifier + "'.");
        ValueRules rules = ValueRules.Read(values, type.Kind);
        return new CatalogMember
        {
            Name = parameter.Name,
            Identifier = identifier,
            Type = type,
            Since = since,
            Description = english ?? description,
            Values = rules.Allowed,
            Range = rules.Range,
            Length = rules.Length,
            IsNotEmpty = rules.IsNotEmpty,
            IsRequired = parameter.IsRequired || location == ParameterLocation.Path,
            Location = location,
            InWrapper = parameter.InWrapper,
        };
    }

    /// <summary>A path without a variable of that name cannot take it, and neither GET nor DELETE have a body (protocol §1).</summary>
    private static ParameterLocation LocationOf(ApiModel api, ParameterModel parameter)
    {
        bool hasBody = api.Method is "POST" or "PUT";
        if (parameter.Location == ParameterLocation.Path)
            return ParameterLocation.Path;
        return parameter.Location == ParameterLocation.Body && !hasBody ? ParameterLocation.Query : parameter.Location;
    }

    /// <summary>Every variable of the path gets its parameter: by name, else the path parameter that no variable names, else a new one.</summary>
    private static void AddPathVariables(ApiGroup group, List<CatalogMember> members, IdentifierPlan plan, string typeName)
    {
        List<string> variables = PathVariables(group.Primary.Api.Path);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (string variable in variables)
        {
            int index = members.FindIndex(member => string.Equals(member.Name, variable, StringComparison.Ordinal));
            if (index < 0)
                continue;
            taken.Add(variable);
            members[index] = members[index] with { Location = ParameterLocation.Path, IsRequired = true, Type = InPath(members[index].Type) };
        }

        foreach (string variable in variables)
        {
            if (!taken.Add(variable))
                continue;
            int index = members.FindIndex(member => member.Location == ParameterLocation.Path && member.PathVariable is null && !variables.Contains(member.Name));
            if (index >= 0)
            {
                members[index] = members[index] with { PathVariable = variable };
                continue;
            }

            members.Add(new CatalogMember
            {
                Name = variable,
                Identifier = plan.Add(variable, typeName, out _),
                Type = TypeReference.String,
                IsRequired = true,
                Location = ParameterLocation.Path,
            });
        }

        // A row that claims to be in the path, with no variable left for it, travels like the API's other arguments.
        bool hasBody = group.Primary.Api.Method is "POST" or "PUT";
        for (int i = 0; i < members.Count; i++)
        {
            CatalogMember member = members[i];
            if (member.Location == ParameterLocation.Path && member.PathVariable is null && !variables.Contains(member.Name))
                members[i] = member with { Location = hasBody ? ParameterLocation.Body : ParameterLocation.Query, InWrapper = hasBody };
        }
    }

    internal static List<string> PathVariables(string path)
    {
        var variables = new List<string>();
        for (int open = path.IndexOf('{'); open >= 0; open = path.IndexOf('{', open + 1))
        {
            int close = path.IndexOf('}', open);
            if (close < 0)
                break;
            string variable = path.Substring(open + 1, close - open - 1);
            if (!variables.Contains(variable))
                variables.Add(variable);
            open = close;
        }

        return variables;
    }

    /// <summary>A query string carries scalars, lists and maps of text only (protocol §1.1).</summary>
    private static TypeReference InQuery(TypeReference type) => type.Kind switch
    {
        ValueKind.List => type.Element!.Kind is ValueKind.String or ValueKind.OpenEnum or ValueKind.Int32 or ValueKind.Int64 ? type : TypeReference.StringList,
        ValueKind.Map => TypeReference.StringMap,
        ValueKind.Structure or ValueKind.ErrorCode => TypeReference.Json,
        _ => type,
    };

    private static TypeReference InPath(TypeReference type) => type.Kind switch
    {
        ValueKind.Int32 or ValueKind.Int64 or ValueKind.Boolean or ValueKind.OpenEnum => type,
        _ => TypeReference.String,
    };

    private List<CatalogMember> Result(ApiGroup group, out TypeReference? queryElement)
    {
        queryElement = null;
        ApiPart primary = group.Primary;
        var plan = new IdentifierPlan(IdentifierPlan.ResultNames);
        var members = new List<CatalogMember>();
        if (primary.Api.Response is { Fields.Count: > 0 } response)
        {
            for (int i = 0; i < response.Fields.Count; i++)
            {
                if (ResultField(group, primary, response.Fields[i], plan) is { } member)
                    members.Add(member);
            }
        }
        else if (primary.Api.Response is null)
        {
            ResultFromExample(group, plan, members);
        }

        if (!primary.Api.IsQuery)
            return members;
        if (!members.Exists(static member => member.Name == "inventories") && StructureNaming.InventoryOf(primary.Api.Name) is { } name
            && structures.FindNamed(name) is { Kind: ValueKind.Structure } element)
        {
            members.Insert(0, new CatalogMember { Name = "inventories", Identifier = plan.Add("inventories", "Result", out _), Type = new TypeReference(ValueKind.List, null, element) });
        }

        queryElement = members.Find(static member => member.Name == "inventories")?.Type.Element;
        // Every query may be asked for the number of matches (protocol §5.3); the pages never list it.
        if (!members.Exists(static member => member.Name == "total"))
            members.Add(new CatalogMember { Name = "total", Identifier = plan.Add("total", "Result", out _), Type = TypeReference.Int64, Description = "The number of all matches, where Count or ReplyWithCount asked for it." });
        return members;
    }

    private CatalogMember? ResultField(ApiGroup group, ApiPart primary, FieldModel field, IdentifierPlan plan)
    {
        // The base class has them (protocol §6).
        if (field.Name is "success" or "error" or "schema")
            return null;
        _evidence.Clear();
        string? since = null;
        string? description = null;
        string? english = null;
        EquatableArray<string> values = field.Values;
        foreach (ApiPart page in group.Parts)
        {
            EquatableArray<FieldModel> rows = page.Api.Response?.Fields ?? default;
            for (int i = 0; i < rows.Count; i++)
            {
                if (!string.Equals(rows[i].Name, field.Name, StringComparison.Ordinal))
                    continue;
                _evidence.Add(new TypeEvidence(page.ResponseTypes[i], page.Find(rows[i].StructureId), page.ResponseExample?.Member(field.Name)));
                since = SinceVersion.Earliest(since, rows[i].Since);
                Describe(rows[i].Description, ref description, ref english);
                if (values.Count == 0)
                    values = rows[i].Values;
                break;
            }
        }

        if (options.IsOmitted(since))
            return null;
        string key = primary.Api.Name + ":" + field.Name;
        TypeReference type = structures.Resolve(_evidence, field.Name, primary.Path, key);
        if (type is { Kind: ValueKind.List, Element.Kind: ValueKind.Json } && field.Name == "inventories" && primary.Api.IsQuery
            && StructureNaming.InventoryOf(primary.Api.Name) is { } name && structures.FindNamed(name) is { Kind: ValueKind.Structure } element)
            type = new TypeReference(ValueKind.List, null, element);
        string identifier = plan.Add(field.Name, "Result", out bool isRenamed);
        if (isRenamed)
            Report(FindingRules.RenamedIdentifier, primary.Path, key, "Field '" + field.Name + "' of the response of '" + primary.Api.Name + "' becomes the property '" + identifier + "'.");
        return new CatalogMember
        {
            Name = field.Name,
            Identifier = identifier,
            Type = type,
            Since = since,
            Description = english ?? description,
            Values = ValueRules.Read(values, type.Kind).Allowed,
        };
    }

    /// <summary>The explorer documents no response: the sample's members are the result, its objects matched with known structures.</summary>
    private void ResultFromExample(ApiGroup group, IdentifierPlan plan, List<CatalogMember> members)
    {
        ApiPart page = group.Primary;
        if (page.ResponseExample is not { Kind: ExampleKind.Object, Members.Count: > 0 } example)
            return;
        foreach (KeyValuePair<string, ExampleShape> member in example.Members)
        {
            if (member.Key is "success" or "error" or "schema" || members.Exists(known => string.Equals(known.Name, member.Key, StringComparison.Ordinal)))
                continue;
            TypeReference type = structures.MatchExample(member.Value, member.Key, page.Api.Name)
                ?? TypeResolution.FromExample(member.Value, null) ?? TypeReference.Json;
            members.Add(new CatalogMember { Name = member.Key, Identifier = plan.Add(member.Key, "Result", out _), Type = type });
        }

        if (members.Count > 0)
            Report(FindingRules.ResultFromExample, page.Path, page.Api.Name, "API '" + page.Api.Name + "' has no response table; the members of its result are those of its sample.");
    }

    internal static void Describe(string? text, ref string? first, ref string? english)
    {
        if (string.IsNullOrEmpty(text) || english is not null)
            return;
        if (ApiGroup.IsEnglish(text!))
            english = text;
        first ??= text;
    }

    private void Report(FindingRule rule, string path, string key, string message) =>
        findings.Add(new CatalogFinding(rule.Id, rule.Severity, path, key, message));
}
