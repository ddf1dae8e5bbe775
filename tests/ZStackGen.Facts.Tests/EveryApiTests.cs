using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;
using ZStack.Simulation;
using ZStackGen.EndToEnd.Tests;
using ZStackGen.Facts.Pages;
using ZStackGen.Facts.Parity;
using ZStackGen.Facts.Words;
using ZStackGen.Specs.Model;

namespace ZStackGen.Facts.Tests;

/// <summary>Every API of specs/ works in a simulator of its page.</summary>
public sealed partial class EveryApiTests
{
    private readonly ResourceWords _resources = new(GlossaryFile.Read(Path.Combine(Repository.Specs, "glossary.md")));

    [Fact]
    public async Task Every_API_responds_to_its_own_example_as_its_tables_state()
    {
        // Deletions would remove resources that later calls need.
        await using ZStackSimulator zstack = await ZStackSimulator.StartAsync(
            new ZStackSimulatorOptions { Specs = Repository.Specs, CheckReferences = false, CheckStates = false, SessionLimit = 10_000 }, TestContext.Current.CancellationToken);
        Assert.Empty(zstack.SkippedPages);
        using RawClient client = await new RawClient(zstack).LogInAsync();
        var check = new ResponseCheck(new PageLookup(Repository.Pages));
        List<string> wrong = [];

        ApiModel[] apis = [.. Repository.Pages.Apis.OrderBy(static api => api.Name == "LogOut").ThenBy(static api => api.Method == "DELETE").ThenBy(static api => api.Name, StringComparer.Ordinal)];
        foreach (ApiModel api in apis)
        {
            (RawAnswer answer, string? called) = await CallAsync(zstack, client, api);
            if (called != api.Name && !SharesItsRoute(api, called))
                wrong.Add($"{api.Name}: {api.Method} {api.Path} reached {called ?? "nothing"}");
            else if (answer.Status == 200 && called == api.Name)
                wrong.AddRange(check.Problems(api, answer.Json));
            else if (answer.Status != 200 && called == api.Name && !IsRefusedForAReason(api, answer))
                wrong.Add($"{api.Name}: {answer.Status} {answer.Text}");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count}\n{string.Join('\n', wrong)}");
        Assert.True(apis.Length > 2000, $"only {apis.Length} APIs were called");
    }

    // A renamed API and its successor, or two names of one route. The server cannot distinguish them either.
    private static bool SharesItsRoute(ApiModel api, string? called) =>
        // The path in the SDK joins a variable to a word. The server has no such route.
        (called is null && Regex.IsMatch(api.Path, @"[^/]\{"))
        || (Repository.Pages.Apis.FirstOrDefault(other => other.Name == called) is { } other && other.Method == api.Method
        && (other.Path == api.Path || other.AlternatePaths.Contains(api.Path) || api.AlternatePaths.Contains(other.Path)));

    private static bool IsRefusedForAReason(ApiModel api, RawAnswer answer) => answer.ErrorCode switch
    {
        // The accounts of the examples do not exist.
        "ID.1000" => api.Name is "LogIn" or "LogInByUser",
        // The long job of the example has ended, or is running.
        "SYS.1007" => api.Name is "CancelLongJob" or "DeleteLongJob" or "RerunLongJob" or "ResumeLongJob",
        _ => false,
    };

    private async Task<(RawAnswer Answer, string? Called)> CallAsync(ZStackSimulator zstack, RawClient client, ApiModel api)
    {
        string path = Variable().Replace(api.Path, match => Segment(api, match.Groups["name"].Value, client.Session!))[1..];
        ParameterModel[] required = [.. api.Parameters.Where(static parameter => parameter.Location == ParameterLocation.Query && (parameter.IsRequired || parameter.Name == "zql"))];
        if (required.Length > 0)
            path += "?" + string.Join('&', required.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(Argument(api, parameter))}"));
        RawAnswer answer = await client.SendAsync(api.Method, path, api.Method is "POST" or "PUT" ? api.RequestExample ?? "{}" : null);
        ReceivedCall call = zstack.ReceivedCalls[^1];
        if (answer.Status == 202)
            answer = await client.GetAsync("v1/api-jobs/" + call.JobId);
        return (answer, call.Api);
    }

    private string Segment(ApiModel api, string variable, string session) =>
        variable == "sessionUuid" ? session
        : api.Parameters.FirstOrDefault(row => row.Name == variable) is { } parameter ? Argument(api, parameter)
        : Text(api, variable, "String");

    private string Argument(ApiModel api, ParameterModel parameter)
    {
        string? value = parameter.Values.Count > 0 ? parameter.Values[0] : null;
        bool isBound = value is null || value == "not empty" || value.Contains("..", StringComparison.Ordinal);
        return isBound ? Text(api, parameter.Name, parameter.Type) : value!;
    }

    private string Text(ApiModel api, string name, string? type)
    {
        JsonNode? value = new ExampleValues(_resources).Of(name, type is "List<String>" ? "String" : type ?? "String", _resources.OfApi(api.Name));
        return value is JsonValue text && text.TryGetValue(out string? known) ? known : value?.ToJsonString() ?? "x";
    }

    [GeneratedRegex(@"\{(?<name>[^}]+)\}")]
    private static partial Regex Variable();
}
