using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;
using ZStack;
using ZStack.Api;
using ZStack.Simulation;
using ZStackGen.EndToEnd.Tests;
using ZStackGen.Specs.Model;

namespace ZStackGen.Facts.Tests;

/// <summary>Every action of the compiled API works against a simulator of the pages that it was generated from.</summary>
public sealed partial class EveryActionTests
{
    private static readonly MethodInfo s_call = typeof(EveryActionTests).GetMethod(nameof(CallAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly PageArguments _arguments = new();

    [Fact]
    public async Task Every_action_sends_the_example_of_its_page_and_reads_the_response()
    {
        // Deletions would remove resources that later calls need.
        await using ZStackSimulator zstack = await ZStackSimulator.StartAsync(
            new ZStackSimulatorOptions { Specs = Repository.Specs, CheckReferences = false, CheckStates = false, SessionLimit = 10_000 }, TestContext.Current.CancellationToken);
        await using ZStackClient client = await ConnectAsync(zstack);
        Dictionary<string, ZStackAction> actions = typeof(StartVmInstanceAction).Assembly.GetTypes().Where(static type => typeof(ZStackAction).IsAssignableFrom(type))
            .Select(static type => (ZStackAction)Activator.CreateInstance(type)!).ToDictionary(static action => action.Api.Name);
        ApiModel[] apis = [.. Repository.Pages.Apis.OrderBy(static api => api.Name == "LogOut").ThenBy(static api => api.Method == "DELETE").ThenBy(static api => api.Name, StringComparer.Ordinal)];
        Assert.Equal(apis.Select(static api => api.Name).Order(StringComparer.Ordinal), actions.Keys.Order(StringComparer.Ordinal));
        string session = (await client.CallAsync(new LogInByAccountAction { AccountName = "admin", Password = RawClient.PasswordHash }, null, TestContext.Current.CancellationToken)).Inventory.Uuid;
        List<string> wrong = [];
        int bodies = 0;

        foreach (ApiModel api in apis)
        {
            zstack.ClearReceivedCalls();
            ZStackResult? result = null;
            Exception? failure = null;
            try
            {
                Fill(actions[api.Name], api, session);
                result = await (Task<ZStackResult>)s_call.MakeGenericMethod(Result(actions[api.Name])).Invoke(null, [client, actions[api.Name]])!;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failure = e;
            }

            ReceivedCall? call = zstack.ReceivedCalls is [{ } first, ..] ? first : null;
            if (call is not null && call.Api != api.Name && SharedRoutes.Leads(api, call.Api))
                continue;
            if (call is null || call.Api != api.Name || (failure is not null && !ExpectedRefusals.Contains(api.Name, (failure as ZStackApiException)?.Error?.Code)))
                wrong.Add($"{api.Name}: reached {call?.Api ?? "nothing"}, {failure}");
            wrong.AddRange(UnknownMembers.Of(api.Name, result));
            if (call is null || api.RequestExample is null)
                continue;
            JsonNode expected = BodyComparison.Normalize(JsonNode.Parse(api.RequestExample)!)!, sent = BodyComparison.Normalize(JsonNode.Parse(call.Body)!)!;
            if (!JsonNode.DeepEquals(expected, sent))
                wrong.Add($"{api.Name}: sent {sent.ToJsonString()}, but the page has {expected.ToJsonString()}");
            bodies++;
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count}\n{string.Join('\n', wrong)}");
        Assert.True(apis.Length > 2000 && bodies > 1000, $"only {apis.Length} APIs were called, {bodies} with a body");
    }

    private static async Task<ZStackClient> ConnectAsync(ZStackSimulator zstack)
    {
        var client = new ZStackClient(new ZStackClientOptions
        {
            BaseAddress = zstack.BaseAddress.ToString(),
            Credential = ZStackCredential.Password("admin", "password"),
            HandlerFactory = zstack.CreateHandler,
            ServerTimeZone = TimeZoneInfo.Utc,
            PollInterval = TimeSpan.FromMilliseconds(1),
            MaxPollInterval = TimeSpan.FromMilliseconds(1),
        });
        await client.LogInAsync(TestContext.Current.CancellationToken);
        return client;
    }

    // Path and query have no example on a page.
    private void Fill(ZStackAction action, ApiModel api, string session)
    {
        foreach (Match variable in Variable().Matches(api.Path))
            ActionFiller.Set(action, variable.Groups["name"].Value, JsonValue.Create(_arguments.Segment(api, variable.Groups["name"].Value, session)));
        foreach (ParameterModel parameter in api.Parameters.Where(static parameter => parameter.Location == ParameterLocation.Query && (parameter.IsRequired || parameter.Name == "zql")))
        {
            string text = _arguments.Of(api, parameter);
            ActionFiller.Set(action, parameter.Name, parameter.Type?.StartsWith("List", StringComparison.Ordinal) == true ? new JsonArray(text) : JsonValue.Create(text));
        }

        foreach ((string name, JsonNode? value) in api.RequestExample is null ? [] : (JsonObject)JsonNode.Parse(api.RequestExample)!)
        {
            if (name != api.Wrapper)
                ActionFiller.Set(action, name, value!);
            else
                foreach ((string inner, JsonNode? argument) in (JsonObject)value!)
                    ActionFiller.Set(action, inner, argument!);
        }
    }

    private static Type Result(ZStackAction action)
    {
        Type type = action.GetType();
        while (!(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ZStackAction<>)))
            type = type.BaseType!;
        return type.GetGenericArguments()[0];
    }

    private static async Task<ZStackResult> CallAsync<T>(ZStackClient client, ZStackAction<T> action)
        where T : ZStackResult
        => await client.CallAsync(action, null, TestContext.Current.CancellationToken);

    [GeneratedRegex(@"\{(?<name>[^}]+)\}")]
    private static partial Regex Variable();
}
