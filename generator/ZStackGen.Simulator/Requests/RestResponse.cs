using System.Text.Json.Nodes;

namespace ZStack.Simulation.Requests;

/// <summary>The response to a request.</summary>
internal sealed record RestResponse(int Status, JsonObject? Json, string? Text)
{
    public static RestResponse Disconnect { get; } = new(0, null, null) { IsDisconnect = true };

    public bool IsDisconnect { get; private init; }

    public bool IsHtml { get; private init; }

    public static RestResponse Ok(JsonObject json) => new(200, json, null);

    public static RestResponse Accepted(JsonObject json) => new(202, json, null);

    public static RestResponse Failed(JsonObject error) => new(503, new JsonObject { ["error"] = error }, null);

    public static RestResponse PlainText(int status, string text) => new(status, null, text);

    public static RestResponse Html(int status) => new(status, null, null) { IsHtml = true };
}
