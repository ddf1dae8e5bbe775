using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Jobs;
using ZStack.Simulation.Responses;
using ZStack.Simulation.Specs;

namespace ZStack.Simulation.Handling;

/// <summary>
/// Handles the APIs about the server itself: version, time, readiness, supported APIs, task progress. See runtime/PROTOCOL.md §3, §6, §8, §9.
/// </summary>
internal sealed class ManagementApis(ApiCatalog catalog, JobStore jobs, ServerClock clock, string version) : IApiHandler
{
    public bool IsReady { get; set; } = true;

    public bool CanHandle(SimulatedApi api) => api.Name is "GetVersion" or "GetCurrentTime" or "GetSupportAPIs" or "IsReadyToGo" or "GetPlatformTimeZone" or "GetTaskProgress";

    public SimulatedResponse Handle(SimulatedCall call) => call.Api switch
    {
        "GetVersion" => SimulatedResponse.Success(new JsonObject { ["version"] = version, ["success"] = true }),
        "GetCurrentTime" => CurrentTime(),
        "GetSupportAPIs" => SimulatedResponse.Success(new JsonObject
        {
            ["supportApis"] = new JsonArray([.. catalog.Apis.Select(static api => (JsonNode)api.MessageName)]),
            ["success"] = true,
        }),
        "IsReadyToGo" => IsReady
            ? SimulatedResponse.Success()
            : SimulatedResponse.Failure(new SimulatedError("SYS.1010", "the management node is not ready yet") { ChineseDetails = "管理节点尚未就绪" }),
        "GetPlatformTimeZone" => SimulatedResponse.Success(new JsonObject
        {
            ["timezone"] = clock.Zone.Id,
            ["offset"] = Offset(clock.Zone.GetUtcOffset(clock.Now)),
            ["success"] = true,
        }),
        _ => Progress(call.Text("apiId") ?? ""),
    };

    private SimulatedResponse CurrentTime()
    {
        long milliseconds = clock.Now.ToUnixTimeMilliseconds();
        return SimulatedResponse.Success(new JsonObject
        {
            ["currentTime"] = new JsonObject { ["MillionSeconds"] = milliseconds, ["Seconds"] = milliseconds / 1000 },
            ["success"] = true,
        });
    }

    private SimulatedResponse Progress(string apiId)
    {
        var inventories = new JsonArray();
        if (jobs.Find(apiId) is { } job)
        {
            DateTimeOffset now = clock.Now;
            inventories.Add(new JsonObject
            {
                ["taskUuid"] = job.Uuid,
                ["taskName"] = job.Api.MessageName,
                ["type"] = "Progress",
                ["content"] = job.Percent(now).ToString(CultureInfo.InvariantCulture),
                ["time"] = now.ToUnixTimeMilliseconds(),
                ["subTasks"] = new JsonArray(),
            });
        }

        return SimulatedResponse.Success(new JsonObject { ["inventories"] = inventories });
    }

    private static string Offset(TimeSpan offset) => (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture);
}
