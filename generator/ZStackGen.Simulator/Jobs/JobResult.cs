using System.Text.Json.Nodes;
using ZStack.Simulation.Answers;

namespace ZStack.Simulation.Jobs;

/// <summary>
/// What a job ended with, as the bytes of its JSON: a tree of nodes takes several times the memory, and thousands of results are kept.
/// </summary>
/// <param name="Succeeded">Whether the API did its work.</param>
/// <param name="Json">The result's members, or the error's.</param>
internal sealed record JobResult(bool Succeeded, byte[] Json)
{
    public static JobResult Of(bool succeeded, JsonObject json) => new(succeeded, AnswerWriter.Serialize(json).WrittenSpan.ToArray());

    /// <summary>A tree of its own for whoever writes it.</summary>
    public JsonObject ToNode() => (JsonObject)JsonNode.Parse(Json)!;
}
