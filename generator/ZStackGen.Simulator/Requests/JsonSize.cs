using System.Text.Json.Nodes;

namespace ZStack.Simulation.Requests;

/// <summary>Estimates the memory of JSON, so that what the simulator keeps can be limited in bytes.</summary>
internal static class JsonSize
{
    // An object of the runtime with its references. Texts have two bytes per character.
    private const int Node = 100;

    /// <summary>Returns the estimated number of bytes of a tree of nodes.</summary>
    public static long Of(JsonNode? node)
    {
        switch (node)
        {
            case null:
                return Node / 4;
            case JsonObject members:
                long size = Node;
                foreach ((string name, JsonNode? value) in members)
                    size += (2 * name.Length) + (Node / 2) + Of(value);
                return size;
            case JsonArray items:
                size = Node;
                foreach (JsonNode? item in items)
                    size += Of(item);
                return size;
            default:
                return Node + (((JsonValue)node).TryGetValue(out string? text) ? 2L * text.Length : 0);
        }
    }
}
