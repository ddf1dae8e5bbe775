using System.Text.Json.Nodes;
using ZStack.Simulation.Requests;
using ZStack.Simulation.Responses;

namespace ZStack.Simulation.Jobs;

/// <summary>
/// The result of a job as JSON bytes. A tree of nodes takes several times the memory, and thousands of results are kept.
/// </summary>
/// <param name="Succeeded">Whether the call succeeded.</param>
/// <param name="Json">The members of the result or of the error.</param>
internal sealed record JobResult(bool Succeeded, byte[] Json)
{
    public static JobResult Of(bool succeeded, JsonObject json) => new(succeeded, ResponseWriter.Serialize(json).WrittenSpan.ToArray());

    /// <summary>Returns a new tree of nodes, which the caller can change.</summary>
    public JsonObject ToNode() => (JsonObject)JsonNode.Parse(Json, null, StrictJson.Nested)!;
}
