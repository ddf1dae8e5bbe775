using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;
using ZStack.Simulation;
using ZStackGen.Specs;
using ZStackGen.Specs.Model;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>Hundreds of pages at once, in three published layouts.</summary>
public sealed partial class PublishedPagesTests
{
    private const string Uuid = "7b0c5be1d24f4a9fb4f2a6d1c7e83b90";

    [Theory]
    [InlineData("official-zh")]
    [InlineData("scraped-zh")]
    [InlineData("english")]
    [InlineData("explorer")]
    public async Task Every_API_responds_at_its_own_path_and_created_resources_are_found(string look)
    {
        string folder = Path.GetDirectoryName(SharedFolder.RequireFile($"corpus/{look}/QueryVmNic.md"))!;
        // The arguments are invented, so the resources they refer to do not exist.
        await using ZStackSimulator zstack = await ZStackSimulator.StartAsync(new ZStackSimulatorOptions { Specs = folder, CheckReferences = false }, TestContext.Current.CancellationToken);
        using RawClient client = await new RawClient(zstack).LogInAsync();
        ApiModel[] apis = [.. Directory.EnumerateFiles(folder).SelectMany(static file => SpecReader.Read(file, File.ReadAllText(file)).Page.Apis).OrderBy(static api => api.Name, StringComparer.Ordinal)];
        List<string> wrong = [];
        int created = 0;

        foreach (ApiModel api in apis)
        {
            (RawAnswer answer, string? called) = await CallAsync(zstack, client, api);
            if (called != api.Name)
                wrong.Add($"{api.Name}: {api.Method} {api.Path} reached {called ?? "nothing"}");
            else if (answer.Status is not 200 && !(answer.Status == 503 && (answer.ErrorCode is "SYS.1003" or "ID.1000" or "ID.1001" or "SYS.1000" || (api.Name == "SubmitLongJob" && answer.ErrorCode == "SYS.1007")))) // 'x' is no API
                wrong.Add($"{api.Name}: {answer.Status} {answer.Text}");
            if (api.Method != "POST" || !api.Name.StartsWith("Create", StringComparison.Ordinal) || answer.Status != 200)
                continue;

            // The query for the same resource: CreateVip and QueryVip.
            if (answer.Json["inventory"]?["uuid"] is { } uuid && Array.Find(apis, query => query.IsQuery && query.Name["Query".Length..] == api.Name["Create".Length..]) is { } query)
            {
                RawAnswer found = await client.GetAsync($"{query.Path[1..]}?q=uuid={uuid}");
                if (found.Status != 200 || found.Json["inventories"]?.AsArray().Count != 1)
                    wrong.Add($"{api.Name}: {query.Name} does not find the new resource: {found.Status} {found.Text}");
                created++;
            }
        }

        Assert.Empty(zstack.SkippedPages);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(apis.Length > 300, $"only {apis.Length} APIs were read");
        Assert.True(created >= 10, $"only {created} creations were queried");
    }

    private static async Task<(RawAnswer Answer, string? Called)> CallAsync(ZStackSimulator zstack, RawClient client, ApiModel api)
    {
        string path = Variable().Replace(api.Path, Uuid)[1..];
        ParameterModel[] required = [.. api.Parameters.Where(static parameter => parameter.IsRequired && parameter.Location != ParameterLocation.Path)];
        string? body = null;
        if (api.Method is "POST" or "PUT")
            body = new JsonObject { [api.Wrapper ?? "params"] = new JsonObject(required.Select(static p => KeyValuePair.Create(p.Name, Value(p)))) }.ToJsonString();
        else if (required.Length > 0 && !api.IsQuery)
            path += "?" + string.Join('&', required.Select(static p => $"{p.Name}={Text(p)}"));

        RawAnswer answer = await client.SendAsync(api.Method, path, body);
        ReceivedCall call = zstack.ReceivedCalls[^1];
        if (answer.Status == 202)
            answer = await client.GetAsync("v1/api-jobs/" + call.JobId);
        return (answer, call.Api);
    }

    private static JsonNode? Value(ParameterModel parameter) => parameter.Type switch
    {
        "Integer" or "int" or "Long" or "long" => 1,
        "Boolean" or "boolean" => true,
        "Double" or "double" or "Float" or "float" => 1.5,
        "Map" or "LinkedHashMap" or "HashMap" => new JsonObject { ["a"] = "b" },
        "List" or "Set" or "ArrayList" or "Collection" => new JsonArray(Text(parameter)),
        _ => Text(parameter),
    };

    private static string Text(ParameterModel parameter) => parameter.Values.Count > 0 ? parameter.Values[0]
        // A long job contains the name of another API (PROTOCOL.md §3.3).
        : parameter.Name == "jobName" ? "APICreateZoneMsg"
        : parameter.Name == "jobData" ? """{"name":"x"}"""
        : parameter.Type is "Integer" or "int" or "Long" or "long" ? "1"
        : parameter.Type is "Boolean" or "boolean" ? "true" : "x";

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Variable();
}
