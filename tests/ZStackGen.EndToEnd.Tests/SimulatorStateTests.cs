using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

public sealed class SimulatorStateTests
{
    private static SpecText Page(string name, string call, string body, string response) => new(
        name + ".md",
        $"# {name}\n\nDoes it.\n\n`{call}`\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n{body}\n\n## Response\n\n{response}\n");

    private const string Inventory = "| Name | Type | Description | Since |\n|---|---|---|---|\n| inventory | ZoneInventory | It. | 1.0 |";

    private static SpecSource WithZoneActions() => SpecSource.Combine(
        "specs",
        SpecSource.Texts(
            Page("UpdateZone", "PUT /v1/zones/{uuid}/actions", "| uuid | String | path | It. | | 1.0 |\n| name (optional) | String | body: updateZone | It. | | 1.0 |\n| description (optional) | String | body: updateZone | It. | | 1.0 |", Inventory),
            Page("ChangeZoneState", "PUT /v1/zones/{uuid}/actions", "| uuid | String | path | It. | | 1.0 |\n| stateEvent | String | body: changeZoneState | It. | enable, disable | 1.0 |", Inventory),
            Page("DeleteZone", "DELETE /v1/zones/{uuid}", "| uuid | String | path | It. | | 1.0 |\n| deleteMode (optional) | String | query | It. | Permissive, Enforcing | 1.0 |", "The response is empty.")));

    [Fact]
    public async Task A_created_resource_has_the_arguments_a_new_uuid_and_the_time_and_can_be_queried()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2024, 5, 6, 15, 4, 5, TimeSpan.Zero));
        await using ZStackSimulator zstack = await Simulators.StartAsync(time);
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer created = await client.RunAsync("POST", "v1/zones", """{"params":{"name":"hall-c","description":"third","isDefault":true},"systemTags":["region::north"]}""");
        RawAnswer found = await client.GetAsync("v1/zones?q=name=hall-c");
        RawAnswer tagged = await client.GetAsync("v1/zones?q=__systemTag__=region::north&fields=name");

        JsonObject zone = created.Json["inventory"]!.AsObject();
        Assert.Equal(("hall-c", "third", true, "Enabled"), ((string)zone["name"]!, (string)zone["description"]!, (bool)zone["isDefault"]!, (string)zone["state"]!));
        Assert.Equal("May 6, 2024 3:04:05 PM", (string)zone["createDate"]!);
        Assert.True(JsonNode.DeepEquals(zone, Assert.Single(found.Json["inventories"]!.AsArray())));
        Assert.Equal("hall-c", (string)Assert.Single(tagged.Json["inventories"]!.AsArray())!["name"]!);
    }

    [Fact]
    public async Task A_created_VM_instance_has_its_own_parts_that_refer_to_each_other()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        JsonObject first = (await client.RunAsync("POST", "v1/vm-instances", """{"params":{"name":"one","cpuNum":4,"memorySize":1073741824}}""")).Json["inventory"]!.AsObject();
        JsonObject second = (await client.RunAsync("POST", "v1/vm-instances", """{"params":{"name":"two"}}""")).Json["inventory"]!.AsObject();

        Assert.NotEqual((string)first["uuid"]!, (string)second["uuid"]!);
        Assert.NotEqual((string)first["vmNics"]![0]!["uuid"]!, (string)second["vmNics"]![0]!["uuid"]!);
        Assert.Equal((string)first["uuid"]!, (string)first["vmNics"]![0]!["vmInstanceUuid"]!);
        Assert.Equal((string)first["rootVolumeUuid"]!, (string)first["allVolumes"]![0]!["uuid"]!);
        Assert.Contains((string)first["rootVolumeUuid"]!, (string)first["allVolumes"]![0]!["installPath"]!, StringComparison.Ordinal);
        string ip = (string)first["vmNics"]![0]!["ip"]!;
        Assert.Equal(ip, (string)first["vmNics"]![0]!["usedIps"]![0]!["ip"]!);
        Assert.Equal(["172.20.10.23", "172.20.10.24"], [ip, (string)second["vmNics"]![0]!["ip"]!]);
        Assert.Equal((172L << 24) + (20 << 16) + (10 << 8) + 23, (long)first["vmNics"]![0]!["usedIps"]![0]!["ipInLong"]!);
        Assert.Equal((4, 1073741824L), ((int)first["cpuNum"]!, (long)first["memorySize"]!));
        Assert.Equal("ROOT-for-one", (string)first["allVolumes"]![0]!["name"]!);
        Assert.False(first.ContainsKey("description"));
    }

    [Fact]
    public async Task The_addresses_and_parts_of_a_deleted_resource_are_deleted_with_it()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.Specs = SpecSource.Combine(
            "specs",
            SpecSource.Texts(Page("ExpungeVmInstance", "PUT /v1/vm-instances/{uuid}/actions", "| uuid | String | path | It. | | 1.0 |", "The response is empty."))));
        using RawClient client = await new RawClient(zstack).LogInAsync();
        JsonObject first = (await client.RunAsync("POST", "v1/vm-instances", """{"params":{"name":"one"}}""")).Json["inventory"]!.AsObject();
        JsonObject second = (await client.RunAsync("POST", "v1/vm-instances", """{"params":{"name":"two"}}""")).Json["inventory"]!.AsObject();

        await client.RunAsync("DELETE", $"v1/vm-instances/{(string)first["uuid"]!}", null);
        await client.RunAsync("PUT", $"v1/vm-instances/{(string)first["uuid"]!}/actions", """{"expungeVmInstance":{}}""");
        JsonObject third = (await client.RunAsync("POST", "v1/vm-instances", """{"params":{"name":"three"}}""")).Json["inventory"]!.AsObject();

        Assert.Null(zstack.FindResource((string)first["uuid"]!));
        Assert.Null(zstack.FindResource((string)first["rootVolumeUuid"]!));
        Assert.NotNull(zstack.FindResource((string)second["rootVolumeUuid"]!));
        Assert.Equal((string)first["vmNics"]![0]!["ip"]!, (string)third["vmNics"]![0]!["ip"]!);
    }

    [Theory]
    [InlineData("7b0c5be1d24f4a9fb4f2a6d1c7e83b90", null)]
    [InlineData("7b0c5be1d24f4a9f04f2a6d1c7e83b90", "SYS.1007")]
    [InlineData("zone-1", "SYS.1007")]
    public async Task A_caller_chosen_uuid_is_used_if_it_is_valid_and_free(string uuid, string? code)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer answer = await client.RunAsync("POST", "v1/zones", $$$"""{"params":{"name":"z","resourceUuid":"{{{uuid}}}"}}""");

        if (code is null)
        {
            Assert.Equal(uuid, (string)answer.Json["inventory"]!["uuid"]!);
            RawAnswer again = await client.RunAsync("POST", "v1/zones", $$$"""{"params":{"name":"z","resourceUuid":"{{{uuid}}}"}}""");
            Assert.Equal("SYS.1002", again.ErrorCode);
        }
        else
        {
            Assert.Equal(code, answer.ErrorCode);
        }
    }

    [Fact]
    public async Task Stopping_clears_the_host_and_starting_sets_one()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();
        JsonObject vm = (await client.GetAsync("v1/vm-instances?q=name=web-1")).Json["inventories"]![0]!.AsObject();
        string actions = $"v1/vm-instances/{(string)vm["uuid"]!}/actions";

        JsonObject stopped = (await client.RunAsync("PUT", actions, """{"stopVmInstance":{"type":"grace"}}""")).Json["inventory"]!.AsObject();
        JsonObject started = (await client.RunAsync("PUT", actions, """{"startVmInstance":{"hostUuid":"aaaabbbbccccddddeeeeffff00001111"}}""")).Json["inventory"]!.AsObject();

        Assert.Equal(("Stopped", "UserVm", false), ((string)stopped["state"]!, (string)stopped["type"]!, stopped.ContainsKey("hostUuid")));
        Assert.Equal((string)vm["hostUuid"]!, (string)stopped["lastHostUuid"]!);
        Assert.Equal(("Running", "aaaabbbbccccddddeeeeffff00001111"), ((string)started["state"]!, (string)started["hostUuid"]!));
        Assert.Equal("Running", (string)zstack.FindResource((string)vm["uuid"]!)!["state"]!);
    }

    [Fact]
    public async Task The_next_query_sees_updates_state_changes_and_deletions()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.Specs = WithZoneActions());
        using RawClient client = await new RawClient(zstack).LogInAsync();
        string uuid = (string)(await client.RunAsync("POST", "v1/zones", """{"params":{"name":"old"}}""")).Json["inventory"]!["uuid"]!;

        await client.RunAsync("PUT", $"v1/zones/{uuid}/actions", """{"updateZone":{"name":"new","description":"said"}}""");
        await client.RunAsync("PUT", $"v1/zones/{uuid}/actions", """{"changeZoneState":{"stateEvent":"disable"}}""");
        JsonObject changed = (await client.GetAsync($"v1/zones/{uuid}")).Json["inventories"]![0]!.AsObject();
        RawAnswer deleted = await client.RunAsync("DELETE", $"v1/zones/{uuid}?deleteMode=Permissive", null);
        RawAnswer gone = await client.GetAsync($"v1/zones/{uuid}");

        Assert.Equal(("new", "said", "Disabled"), ((string)changed["name"]!, (string)changed["description"]!, (string)changed["state"]!));
        Assert.Equal((200, "{}"), (deleted.Status, deleted.Text));
        Assert.Empty(gone.Json["inventories"]!.AsArray());
    }

    [Fact]
    public async Task Deleting_a_deleted_resource_succeeds_but_other_actions_on_it_fail()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.Specs = WithZoneActions());
        using RawClient client = await new RawClient(zstack).LogInAsync();
        const string Gone = "7b0c5be1d24f4a9fb4f2a6d1c7e83b90";

        RawAnswer deleted = await client.RunAsync("DELETE", $"v1/zones/{Gone}", null);
        RawAnswer malformed = await client.RunAsync("DELETE", "v1/zones/no-uuid", null);
        RawAnswer updated = await client.RunAsync("PUT", $"v1/zones/{Gone}/actions", """{"updateZone":{"name":"n"}}""");

        Assert.Equal(200, deleted.Status);
        Assert.Equal((503, "SYS.1003"), (malformed.Status, malformed.ErrorCode));
        Assert.Equal((503, "SYS.1003"), (updated.Status, updated.ErrorCode));
    }

    [Fact]
    public async Task An_unreadable_page_is_skipped_and_named()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.Specs = SpecSource.Combine(
            "specs",
            SpecSource.Texts(new SpecText("broken.md", "\u0000\u0001\u0002rubbish\u0000\u0000"))));

        SkippedPage skipped = Assert.Single(zstack.SkippedPages);
        Assert.Equal("broken.md", skipped.Path);
        Assert.NotEmpty(skipped.Errors);
        Assert.Contains("CreateZone", zstack.Apis);
    }

    [Fact]
    public async Task A_missing_folder_is_named()
    {
        var missing = await Assert.ThrowsAsync<System.IO.DirectoryNotFoundException>(() => ZStackSimulator.StartAsync("no/such/folder", TestContext.Current.CancellationToken));

        Assert.Contains("no/such/folder", missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "v1/vm-instances", """{"params":{"name":"v","imageUuid":"7b0c5be1d24f4a9fb4f2a6d1c7e83b90"}}""", "ImageInventory")]
    [InlineData("POST", "v1/vm-instances", """{"params":{"name":"v","zoneUuid":"7b0c5be1d24f4a9fb4f2a6d1c7e83b90"}}""", "ZoneInventory")]
    [InlineData("POST", "v1/vm-instances", """{"params":{"name":"v","zoneUuid":"7d9a0cbe577b410c9a3a39d65d3c9412"}}""", "ZoneInventory")] // the UUID of a VM instance
    public async Task An_argument_with_the_uuid_of_a_missing_resource_fails_the_job_and_names_it(string method, string path, string body, string type)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.JobDelay = TimeSpan.FromDays(1));
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer answer = await client.RunAsync(method, path, body);

        Assert.Equal((503, "SYS.1003"), (answer.Status, answer.ErrorCode));
        string uuid = body[(body.LastIndexOf(':') + 2)..^3];
        Assert.Equal($"there is no {type} with the uuid [{uuid}]", (string)answer.Json["error"]!["details"]!);
        Assert.Equal($"资源[{uuid}]不存在", (string)answer.Json["error"]!["messages"]!["message_cn"]!);
    }

    [Fact]
    public async Task References_are_also_checked_for_the_call_of_a_long_job()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();
        const string Missing = "7b0c5be1d24f4a9fb4f2a6d1c7e83b90";
        var job = new JsonObject { ["jobName"] = "APICreateVmInstanceMsg", ["jobData"] = $$"""{"name":"v","zoneUuid":"{{Missing}}"}""" };

        RawAnswer submitted = await client.RunAsync("POST", "v1/longjobs", new JsonObject { ["params"] = job }.ToJsonString());
        JsonNode ended = (await client.GetAsync($"v1/longjobs/{(string)submitted.Json["inventory"]!["uuid"]!}")).Json["inventories"]![0]!;

        Assert.Equal("Failed", (string)ended["state"]!);
        Assert.Contains(Missing, (string)ended["jobResult"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task References_are_not_checked_without_known_resources_or_if_the_check_is_off()
    {
        const string Body = """{"params":{"name":"v","imageUuid":"7b0c5be1d24f4a9fb4f2a6d1c7e83b90"}}""";
        await using ZStackSimulator empty = await Simulators.StartAsync(configure: static options => options.StartWithExamples = false);
        await using ZStackSimulator off = await Simulators.StartAsync(configure: static options => options.CheckReferences = false);
        await using ZStackSimulator overridden = await Simulators.StartAsync();
        overridden.OnCall("CreateVmInstance", static _ => SimulatedResponse.Success());

        foreach (ZStackSimulator zstack in (ZStackSimulator[])[empty, off, overridden])
        {
            using RawClient client = await new RawClient(zstack).LogInAsync();
            Assert.Equal(200, (await client.RunAsync("POST", "v1/vm-instances", Body)).Status);
            // No page has a query for hosts, so it is unknown whether the host exists.
            Assert.Equal(200, (await client.RunAsync("POST", "v1/vm-instances", """{"params":{"name":"v","hostUuid":"7b0c5be1d24f4a9fb4f2a6d1c7e83b90"}}""")).Status);
        }
    }

    [Fact]
    public async Task An_action_that_the_state_does_not_allow_is_refused_in_both_languages_unless_the_check_is_off()
    {
        SpecSource specs = SpecSource.Combine(
            "specs",
            SpecSource.Texts(
                Page("PauseVmInstance", "PUT /v1/vm-instances/{uuid}/actions", "| uuid | String | path | It. | | 1.0 |", Inventory.Replace("Zone", "VmInstance", StringComparison.Ordinal)),
                Page("ResumeVmInstance", "PUT /v1/vm-instances/{uuid}/actions", "| uuid | String | path | It. | | 1.0 |", Inventory.Replace("Zone", "VmInstance", StringComparison.Ordinal))));
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: options => options.Specs = specs);
        await using ZStackSimulator lenient = await Simulators.StartAsync(configure: options => (options.Specs, options.CheckStates) = (specs, false));
        using RawClient client = await new RawClient(zstack).LogInAsync();
        using RawClient free = await new RawClient(lenient).LogInAsync();
        string stopped = $"v1/vm-instances/{(string)(await client.GetAsync("v1/vm-instances?q=name=db-1")).Json["inventories"]![0]!["uuid"]!}/actions";
        string running = $"v1/vm-instances/{(string)(await client.GetAsync("v1/vm-instances?q=name=web-1")).Json["inventories"]![0]!["uuid"]!}/actions";

        RawAnswer pausedWhileStopped = await client.RunAsync("PUT", stopped, """{"pauseVmInstance":{}}""");
        RawAnswer resumedWhileRunning = await client.RunAsync("PUT", running, """{"resumeVmInstance":{}}""");
        RawAnswer startedWhileRunning = await client.RunAsync("PUT", running, """{"startVmInstance":{}}""");
        RawAnswer paused = await client.RunAsync("PUT", running, """{"pauseVmInstance":{}}""");
        RawAnswer startedWhilePaused = await client.RunAsync("PUT", running, """{"startVmInstance":{}}""");
        RawAnswer resumed = await client.RunAsync("PUT", running, """{"resumeVmInstance":{}}""");
        RawAnswer lenientPause = await free.RunAsync("PUT", stopped, """{"pauseVmInstance":{}}""");

        Assert.Equal([503, 503, 200, 200, 503, 200, 200], [pausedWhileStopped.Status, resumedWhileRunning.Status, startedWhileRunning.Status, paused.Status, startedWhilePaused.Status, resumed.Status, lenientPause.Status]);
        Assert.Equal("SYS.1006", pausedWhileStopped.ErrorCode);
        JsonObject error = pausedWhileStopped.Json["error"]!.AsObject();
        Assert.Contains("the state [Stopped]", (string)error["messages"]!["message_en"]!, StringComparison.Ordinal);
        Assert.Contains("状态[Stopped]", (string)error["messages"]!["message_cn"]!, StringComparison.Ordinal);
        Assert.Contains("allowed are [Running]", (string)error["details"]!, StringComparison.Ordinal);
    }
}
