using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Specs;
using ZStack.Simulation.State;

namespace ZStack.Simulation.Handling;

/// <summary>
/// Checks that the resources in the path of a call exist. Without the check, an API would change nothing or return the example of its page. Callers
/// must hold the gate of the store.
/// </summary>
internal sealed class PathChecks(ResourceStore store, ApiCatalog catalog, IReadOnlyCollection<SimulatedAccount> accounts)
{
    // If the pages have no query API, no resource can exist, and the examples are all that the simulator can respond with.
    private readonly bool _hasResources = store.Collections.Any(collection => !BuiltInApis.Contains(collection.Query.Name) || catalog.IsDescribed(collection.Query.Name));

    /// <summary>Returns the error of the first variable that names a missing resource; <see langword="null"/> if all of them exist.</summary>
    public SimulatedError? Check(SimulatedCall call)
    {
        SimulatedApi api = call.Definition;
        if (!_hasResources || api.Action.IsQuery || BuiltInApis.Contains(api.Name))
            return null;
        bool deletes = ResourceChanges.Verb(api.Name) is "Delete" or "Destroy";
        foreach (string path in api.Paths)
        {
            string[] variables = [.. path.Split('/').Where(static segment => segment.StartsWith('{')).Select(static segment => segment[1..^1])];
            for (int i = 0; i < variables.Length; i++)
            {
                // Deleting a missing resource succeeds, so the handler decides. See runtime/PROTOCOL.md §1.1.
                if (deletes && i == variables.Length - 1)
                    continue;
                if (call.Text(api.ArgumentOf(variables[i])) is { } value && IsUuid(variables[i]) && !Exists(variables[i], value))
                    return SimulatedError.NotFound(value, store.References.TargetOf(variables[i])?.ElementType);
            }

            if (!deletes && MissingByKey(path, variables, call) is { } key)
                return SimulatedError.NotFound(key, null);
        }

        return null;
    }

    private bool Exists(string variable, string uuid)
    {
        if (accounts.Any(account => account.Uuid == uuid))
            return true;
        ResourceCollection? target = store.References.TargetOf(variable);
        if (store.Find(uuid) is { } resource)
            return target is null || resource.Type is null || target.Contains(resource) || !store.Collections.Any(collection => collection.Contains(resource));
        // A resource that no query API returns exists if another resource refers to it.
        return target is null && variable != "uuid" && store.IsReferred(uuid);
    }

    // A resource without a UUID is identified by its members, such as a global configuration by category and name.
    private string? MissingByKey(string path, string[] variables, SimulatedCall call)
    {
        if (variables.Length == 0 || variables.Any(IsUuid))
            return null;
        string owner = path[..(path.IndexOf('{', StringComparison.Ordinal) - 1)];
        ResourceCollection? collection = store.Collections.FirstOrDefault(candidate => candidate.Path == owner && candidate.IsKnown);
        string[] values = [.. variables.Select(variable => call.Text(call.Definition.ArgumentOf(variable)) ?? "")];
        if (collection is null || values.Contains("") || collection.Items.Any(item => !variables.All(item.Body.ContainsKey)))
            return null;
        return collection.Items.Exists(item => variables.Zip(values).All(pair => Resource.TextOf(item.Body, pair.First) == pair.Second)) ? null : string.Join('/', values);
    }

    private static bool IsUuid(string variable) => variable == "uuid" || variable.EndsWith("Uuid", StringComparison.Ordinal);
}
