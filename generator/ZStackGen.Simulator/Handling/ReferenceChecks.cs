using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStack.Simulation.Specs;
using ZStack.Simulation.State;
using ZStackGen.Specs.Catalog;

namespace ZStack.Simulation.Handling;

/// <summary>
/// Checks that the resources named by arguments exist, like a ZStack server. A missing resource is the error <c>SYS.1003</c>;
/// for an asynchronous API, its job fails with this error. See runtime/PROTOCOL.md §3.
/// </summary>
internal sealed class ReferenceChecks(ResourceStore store, ApiCatalog catalog, IReadOnlyCollection<SimulatedAccount> accounts)
{
    private readonly PathChecks _paths = new(store, catalog, accounts);

    public SimulatedError? Check(SimulatedCall call)
    {
        CatalogAction action = call.Definition.Action;
        if (action.IsQuery)
            return null;
        lock (store.Gate)
        {
            if (_paths.Check(call) is { } missing)
                return missing;
            // Deleting a missing resource succeeds, so the handler decides. See runtime/PROTOCOL.md §1.1.
            if (ResourceChanges.Verb(call.Api) is "Delete" or "Destroy")
                return null;
            foreach (CatalogMember parameter in action.Parameters)
            {
                if (call.Arguments[parameter.Name] is not { } value || store.References.TargetOf(parameter.Name) is not { IsKnown: true } target)
                    continue;
                foreach (string uuid in Uuids(value))
                {
                    if (!Exists(target, uuid))
                        return SimulatedError.NotFound(uuid, target.ElementType);
                }
            }
        }

        return null;
    }

    private bool Exists(ResourceCollection target, string uuid) =>
        (store.Find(uuid) is { } resource && (resource.Type is null || target.Contains(resource)))
        || accounts.Any(account => account.Uuid == uuid);

    private static IEnumerable<string> Uuids(JsonNode value) =>
        (value is JsonArray array ? array : [value.DeepClone()])
            .Where(static item => item?.GetValueKind() == JsonValueKind.String)
            .Select(static item => item!.GetValue<string>())
            .Distinct(StringComparer.Ordinal);
}
