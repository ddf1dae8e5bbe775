using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Facts.Tests;

/// <summary>The request and the response of an example belong together.</summary>
public sealed class ExampleAgreementTests
{
    // Verbs after which the resource of the response has the values of the request.
    private static readonly string[] s_verbs = ["Create", "Add", "Update", "Submit", "Change", "Set", "Clone"];

    // The response contains the VM instance of the NIC, whose member "state" has another meaning.
    private static readonly string[] s_others = ["ChangeVmNicState.state"];

    [Fact]
    public void A_response_repeats_the_values_that_its_request_sends()
    {
        var problems = new List<string>();
        int compared = 0;
        foreach (ApiModel api in Repository.Pages.Apis.Where(static api => Array.Exists(s_verbs, verb => api.Name.StartsWith(verb, StringComparison.Ordinal))))
        {
            if (api.RequestExample is null || api.ResponseExample is null)
                continue;
            using JsonDocument request = JsonDocument.Parse(api.RequestExample), response = JsonDocument.Parse(api.ResponseExample);
            if (!response.RootElement.TryGetProperty("inventory", out JsonElement inventory) || inventory.ValueKind != JsonValueKind.Object)
                continue;
            foreach (JsonProperty sent in request.RootElement.EnumerateObject().Where(static member => member.Value.ValueKind == JsonValueKind.Object).SelectMany(static member => member.Value.EnumerateObject()))
            {
                if (sent.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array || !inventory.TryGetProperty(sent.Name, out JsonElement received) || s_others.Contains(api.Name + "." + sent.Name))
                    continue;
                compared++;
                bool agrees = received.ValueKind == JsonValueKind.Array
                    ? received.EnumerateArray().Any(item => JsonElement.DeepEquals(item, sent.Value))
                    : JsonElement.DeepEquals(received, sent.Value);
                if (!agrees)
                    problems.Add($"{api.Name}: the request sends {sent.Name} = {sent.Value.GetRawText()}, and the response contains {received.GetRawText()}");
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.True(compared > 1000, $"Only {compared} values were compared.");
    }
}
