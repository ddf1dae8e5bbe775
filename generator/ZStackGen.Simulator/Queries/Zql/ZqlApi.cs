using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Handling;
using ZStack.Simulation.Specs;
using ZStack.Simulation.State;

namespace ZStack.Simulation.Queries.Zql;

/// <summary>Handles <c>GET /v1/zql</c>. See runtime/PROTOCOL.md §5.4.</summary>
internal sealed class ZqlApi(ResourceStore store, ApiCatalog catalog) : IApiHandler
{
    private readonly ZqlSearch _search = new(store, catalog);

    public bool CanHandle(SimulatedApi api) => api.Name == "ZQLQuery";

    public SimulatedResponse Handle(SimulatedCall call)
    {
        try
        {
            lock (store.Gate)
            {
                IReadOnlyList<ParsedStatement> statements = ZqlParser.Parse(call.Text("zql") ?? "");
                var size = new ZqlResponseSize();
                JsonNode[] results = [.. statements.Select(statement => new ZqlResults(_search, size).Of(statement))];
                return SimulatedResponse.ForZql(
                    new JsonObject { ["results"] = new JsonArray(results) },
                    [.. statements.Select(statement => _search.CollectionOf(statement.Target).ElementType)]);
            }
        }
        catch (ZqlException failed)
        {
            return SimulatedResponse.Failure(SimulatedError.Internal(failed.Message));
        }
    }
}
