using System.Text.Json.Nodes;

namespace ZStackGen.Facts.Examples;

/// <summary>Contents of lists and maps that must not be empty. No table describes their elements.</summary>
internal static class RequiredContents
{
    /// <summary>Returns the content of a parameter; <see langword="null"/> if there is none.</summary>
    public static JsonNode? Of(string name) => name switch
    {
        "cfgItems" => new JsonObject { ["hostname"] = "web-1" },
        "data" => new JsonArray(new JsonObject { ["metricName"] = "ShopOrders", ["value"] = 12, ["time"] = 1709543551, ["labels"] = new JsonObject { ["VMUuid"] = ExampleUuids.Of("VM instance") } }),
        _ => null,
    };
}
