using System.Text.Json.Nodes;

namespace ZStack.Simulation.Requests;

/// <summary>What goes back for one request.</summary>
internal sealed record RestAnswer(int Status, JsonObject? Json, string? Text)
{
    public static RestAnswer Disconnect { get; } = new(0, null, null) { IsDisconnect = true };

    public bool IsDisconnect { get; private init; }

    public bool IsHtml { get; private init; }

    public static RestAnswer Ok(JsonObject json) => new(200, json, null);

    public static RestAnswer Accepted(JsonObject json) => new(202, json, null);

    public static RestAnswer Failed(JsonObject error) => new(503, new JsonObject { ["error"] = error }, null);

    public static RestAnswer PlainText(int status, string text) => new(status, null, text);

    public static RestAnswer Html(int status) => new(status, null, null) { IsHtml = true };
}
