using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;
using ZStack.Simulation;
using ZStackGen.EndToEnd.Tests;
using ZStackGen.Facts.Parity;
using ZStackGen.Specs.Model;

namespace ZStackGen.Facts.Tests;

/// <summary>Every API of specs/ works in a simulator of its page.</summary>
public sealed partial class EveryApiTests
{
    private readonly PageArguments _arguments = new();

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
            if (called != api.Name && !SharedRoutes.Leads(api, called))
                wrong.Add($"{api.Name}: {api.Method} {api.Path} reached {called ?? "nothing"}");
            else if (answer.Status == 200 && called == api.Name)
                wrong.AddRange(check.Problems(api, answer.Json));
            else if (answer.Status != 200 && called == api.Name && !ExpectedRefusals.Contains(api.Name, answer.ErrorCode))
                wrong.Add($"{api.Name}: {answer.Status} {answer.Text}");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count}\n{string.Join('\n', wrong)}");
        Assert.True(apis.Length > 2000, $"only {apis.Length} APIs were called");
    }

    private async Task<(RawAnswer Answer, string? Called)> CallAsync(ZStackSimulator zstack, RawClient client, ApiModel api)
    {
        string path = Variable().Replace(api.Path, match => _arguments.Segment(api, match.Groups["name"].Value, client.Session!))[1..];
        ParameterModel[] required = [.. api.Parameters.Where(static parameter => parameter.Location == ParameterLocation.Query && (parameter.IsRequired || parameter.Name == "zql"))];
        if (required.Length > 0)
            path += "?" + string.Join('&', required.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(_arguments.Of(api, parameter))}"));
        RawAnswer answer = await client.SendAsync(api.Method, path, api.Method is "POST" or "PUT" ? api.RequestExample ?? "{}" : null);
        ReceivedCall call = zstack.ReceivedCalls[^1];
        if (answer.Status == 202)
            answer = await client.GetAsync("v1/api-jobs/" + call.JobId);
        return (answer, call.Api);
    }

    [GeneratedRegex(@"\{(?<name>[^}]+)\}")]
    private static partial Regex Variable();
}
