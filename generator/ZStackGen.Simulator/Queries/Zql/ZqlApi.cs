using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Handling;
using ZStack.Simulation.Specs;
using ZStack.Simulation.State;

namespace ZStack.Simulation.Queries.Zql;

/// <summary>Answers <c>GET /v1/zql</c> (PROTOCOL.md §5.4).</summary>
internal sealed class ZqlApi(ResourceStore store, ApiCatalog catalog) : IApiHandler
{
    private readonly ZqlSearch _search = new(store, catalog);

    public bool Takes(SimulatedApi api) => api.Name == "ZQLQuery";

    public SimulatedAnswer Handle(SimulatedCall call)
    {
        try
        {
            lock (store.Gate)
            {
                JsonNode[] results = [.. ZqlParser.Parse(call.Text("zql") ?? "").Select(statement => ZqlResults.Of(statement, _search))];
                return SimulatedAnswer.Success(new JsonObject { ["results"] = new JsonArray(results) });
            }
        }
        catch (ZqlException failed)
        {
            return SimulatedAnswer.Failure(SimulatedError.Internal(failed.Message));
        }
    }
}
