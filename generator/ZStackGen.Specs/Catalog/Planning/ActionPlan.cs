using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog.Resolving;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>Assigns C# names to actions, their parameters and their results.</summary>
internal sealed class ActionPlan(CatalogOptions options, PlanningMemory memory, List<CatalogFinding> findings)
{
    /// <summary>Plans an action, and assigns the name of its class.</summary>
    public CatalogAction Make(ResolvedAction resolved, IdentifierPlan typeNames)
    {
        ApiPart primary = resolved.Group.Primary;
        string typeName = typeNames.Add(primary.ActionName, null, out bool isRenamed);
        if (isRenamed && !string.Equals(typeName, IdentifierPlan.ToIdentifier(primary.ActionName), StringComparison.Ordinal))
            Report(primary.Path, primary.Api.Name, "API '" + primary.Api.Name + "' becomes the class '" + typeName + "'.");
        if (memory.Actions.TryGet(resolved.Api, out PlannedAction? earlier)
            && string.Equals(earlier.Action.TypeName, typeName, StringComparison.Ordinal) && earlier.SpecsRoots == options.SpecsRoots)
        {
            findings.AddRange(earlier.Findings);
            return earlier.Action;
        }

        return MakeAnew(resolved, typeName).Action;
    }

    /// <summary>Plans an action with a given class name, without the cache.</summary>
    public PlannedAction MakeAnew(ResolvedAction resolved, string typeName)
    {
        int reported = findings.Count;
        CatalogAction action = Make(resolved, typeName);
        var planned = new PlannedAction(action, options.SpecsRoots, [.. findings.GetRange(reported, findings.Count - reported)]);
        memory.Actions.Set(resolved.Api, planned);
        return planned;
    }

    private CatalogAction Make(ResolvedAction resolved, string typeName)
    {
        ApiModel api = resolved.Group.Primary.Api;
        var plan = new IdentifierPlan(api.IsQuery ? ReservedNames.Query : ReservedNames.Action);
        List<CatalogMember> parameters = Parameters(resolved, plan, typeName);
        List<CatalogMember> result = Result(resolved);
        TypeReference? element = api.IsQuery ? result.Find(static member => member.Name == "inventories")?.Type.Element : null;
        var enumerations = new List<CatalogEnumeration>();
        plan.KeepTypes(parameters);
        plan.KeepTypes(result);
        // The properties of the nested result would hide an enumeration of the action from it.
        plan.KeepNames(result);
        EnumerationPlan.Nest(parameters, plan, typeName, enumerations);
        EnumerationPlan.Nest(result, plan, typeName, enumerations, "Result.");
        return new CatalogAction
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
            Since = resolved.Group.Since(),
            Description = resolved.Group.Description(),
            Category = Categories.Of(resolved.Group.Primary.Path, api.Path, options.SpecsRoots),
            Parameters = parameters.ToEquatableArray(),
            Enumerations = enumerations.ToEquatableArray(),
            Result = result.ToEquatableArray(),
            QueryElement = element,
            Notes = resolved.Group.Notes(),
            SystemTags = SystemTagPlan.Make(resolved.Group.Pages()),
        };
    }

    private static string? WrapperOf(ApiModel api) => api.Method switch
    {
        "POST" => api.Wrapper ?? "params",
        "PUT" => api.Wrapper ?? LowerFirst(api.Name),
        _ => null,
    };

    private static string LowerFirst(string name) =>
        name.Length > 0 && name[0] is >= 'A' and <= 'Z' ? (char)(name[0] + 32) + name.Substring(1) : name;

    private List<CatalogMember> Parameters(ResolvedAction resolved, IdentifierPlan plan, string typeName)
    {
        string api = resolved.Group.Name;
        var members = new List<CatalogMember>(resolved.Api.Parameters.Count);
        foreach (ResolvedMember parameter in resolved.Api.Parameters)
        {
            string identifier = plan.Add(parameter.Name, typeName, out bool isRenamed);
            if (isRenamed && parameter.Path is { } path)
                Report(path, api + "/" + parameter.Name, "Parameter '" + parameter.Name + "' of '" + api + "' becomes the property '" + identifier + "'.");
            members.Add(MemberPlan.Name(parameter, identifier));
        }

        return members;
    }

    private List<CatalogMember> Result(ResolvedAction resolved)
    {
        string api = resolved.Group.Name;
        var plan = new IdentifierPlan(ReservedNames.Result);
        var members = new List<CatalogMember>(resolved.Api.Result.Count);
        foreach (ResolvedMember field in resolved.Api.Result)
        {
            string identifier = plan.Add(field.Name, "Result", out bool isRenamed);
            if (isRenamed && field.Path is { } path)
                Report(path, api + ":" + field.Name, "Field '" + field.Name + "' of the response of '" + api + "' becomes the property '" + identifier + "'.");
            members.Add(MemberPlan.Name(field, identifier));
        }

        return members;
    }

    private void Report(string path, string key, string message) =>
        findings.Add(new CatalogFinding(FindingRules.RenamedIdentifier.Id, FindingRules.RenamedIdentifier.Severity, path, key, message));
}
