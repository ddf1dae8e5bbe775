using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>All ways to create, find and remove a tag use one store.</summary>
public sealed class SimulatorTagTests
{
    private const string Zone = "97280e34f3cf451a93b8300b408ef571";

    [Theory]
    [InlineData("system", "CreateSystemTag")]
    [InlineData("user", "CreateUserTag")]
    public async Task A_created_tag_is_found_by_both_kinds_of_query_until_it_is_deleted(string kind, string api)
    {
        await using ZStackSimulator zstack = await StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer created = await client.RunAsync("POST", $"v1/{kind}-tags", $$$"""{"params":{"resourceType":"ZoneVO","resourceUuid":"{{{Zone}}}","tag":"key::value"}}""");
        string uuid = (string)created.Json["inventory"]!["uuid"]!;

        Assert.Equal((api, Zone, "ZoneVO", "key::value"), (api, (string)created.Json["inventory"]!["resourceUuid"]!, (string)created.Json["inventory"]!["resourceType"]!, (string)created.Json["inventory"]!["tag"]!));
        Assert.Equal([uuid], await UuidsAsync(client, $"v1/{kind}-tags?q=resourceUuid={Zone}"));
        Assert.Equal([Zone], await UuidsAsync(client, $"v1/zones?q=__{kind}Tag__=key::value"));
        Assert.Equal([Zone], await UuidsAsync(client, $"v1/zones?q=__{kind}Tag__~=key::%25"));
        Assert.Empty(await UuidsAsync(client, $"v1/zones?q=__{(kind == "user" ? "system" : "user")}Tag__=key::value"));

        await client.RunAsync("DELETE", "v1/tags/" + uuid, null);

        Assert.Empty(await UuidsAsync(client, $"v1/{kind}-tags?q=resourceUuid={Zone}"));
        Assert.Empty(await UuidsAsync(client, $"v1/zones?q=__{kind}Tag__=key::value"));
    }

    [Fact]
    public async Task Tags_of_a_creation_are_tags_and_end_with_their_resource()
    {
        await using ZStackSimulator zstack = await StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer created = await client.RunAsync("POST", "v1/zones", """{"params":{"name":"z"},"systemTags":["a::b","ephemeral::c"],"userTags":["mine"]}""");
        string uuid = (string)created.Json["inventory"]!["uuid"]!;

        RawAnswer system = await client.GetAsync($"v1/system-tags?q=resourceUuid={uuid}");
        Assert.Equal(("a::b", "ZoneVO", "System"), system.Json["inventories"]!.AsArray().Select(static tag => ((string)tag!["tag"]!, (string)tag["resourceType"]!, (string)tag["type"]!)).Single());
        Assert.Single(await UuidsAsync(client, $"v1/user-tags?q=resourceUuid={uuid}&q=tag=mine"));

        await client.RunAsync("DELETE", "v1/zones/" + uuid, null);

        Assert.Empty(await UuidsAsync(client, $"v1/system-tags?q=resourceUuid={uuid}"));
        Assert.Empty(await UuidsAsync(client, $"v1/user-tags?q=resourceUuid={uuid}"));
    }

    [Fact]
    public async Task Several_tags_and_changes_of_a_tag_are_visible_everywhere()
    {
        await using ZStackSimulator zstack = await StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        await client.RunAsync("POST", $"v1/system-tags/{Zone}/tags", """{"params":{"resourceType":"ZoneVO","tags":["x::1","y::2"]}}""");
        string uuid = Assert.Single(await UuidsAsync(client, $"v1/system-tags?q=resourceUuid={Zone}&q=tag=x::1"));
        await client.RunAsync("PUT", $"v1/system-tags/{uuid}/actions", """{"updateSystemTag":{"tag":"x::3"}}""");

        Assert.Empty(await UuidsAsync(client, "v1/zones?q=__systemTag__=x::1"));
        Assert.Equal([Zone], await UuidsAsync(client, "v1/zones?q=__systemTag__=x::3&q=__systemTag__=y::2"));
        Assert.Equal([Zone], await UuidsAsync(client, "v1/zones?q=__systemTag__?=other,x::3"));
    }

    [Fact]
    public async Task A_tag_on_a_missing_resource_is_SYS_1003()
    {
        await using ZStackSimulator zstack = await StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer answer = await client.RunAsync("POST", "v1/system-tags", """{"params":{"resourceType":"ZoneVO","resourceUuid":"00000000000040008000000000000bad","tag":"a::b"}}""");

        Assert.Equal("SYS.1003", answer.ErrorCode);
    }

    [Fact]
    public async Task A_resource_has_a_limited_number_of_tags()
    {
        await using ZStackSimulator zstack = await StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();
        string many = string.Join(',', Enumerable.Range(0, 100_000).Select(static i => $"\"t::{i}\""));

        RawAnswer created = await client.RunAsync("POST", "v1/zones", $$$"""{"params":{"name":"z"},"systemTags":[{{{many}}}]}""");
        RawAnswer refused = await client.RunAsync("POST", $"v1/system-tags/{Zone}/tags", $$$"""{"params":{"resourceType":"ZoneVO","tags":[{{{many}}}]}}""");

        Assert.Equal(1000, (await UuidsAsync(client, $"v1/system-tags?limit=2000&q=resourceUuid={(string)created.Json["inventory"]!["uuid"]!}")).Length);
        Assert.Equal("ID.1003", refused.ErrorCode);
    }

    [Fact]
    public async Task A_tag_pattern_is_attached_and_detached()
    {
        await using ZStackSimulator zstack = await StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();
        string pattern = (string)(await client.RunAsync("POST", "v1/tags", """{"params":{"name":"red","value":"red","color":"#f00","type":"simple"}}""")).Json["inventory"]!["uuid"]!;

        RawAnswer attached = await client.RunAsync("POST", $"v1/tags/{pattern}/resources", $$$"""{"params":{"resourceUuids":["{{{Zone}}}"]}}""");
        Assert.True(attached.Status == 200, attached.Text);
        Assert.Equal([Zone], await UuidsAsync(client, $"v1/zones?q=__tagUuid__={pattern}"));
        await client.RunAsync("DELETE", $"v1/tags/{pattern}/resources?resourceUuids={Zone}", null);

        Assert.Empty(await UuidsAsync(client, $"v1/zones?q=__tagUuid__={pattern}"));
    }

    private static async Task<string[]> UuidsAsync(RawClient client, string path)
    {
        RawAnswer answer = await client.GetAsync(path);
        Assert.True(answer.Status == 200, answer.Text);
        return [.. answer.Json["inventories"]!.AsArray().Select(static item => (string)item!["uuid"]!)];
    }

    private static Task<ZStackSimulator> StartAsync() => Simulators.StartAsync(configure: static options =>
        options.Specs = SpecSource.Combine("specs", SpecSource.Folder(Path.Combine(SourceTree.Root, "specs", "tag")), SpecSource.Files(
            [.. new[] { "UserTagInventory", "TagPatternInventory" }.Select(static name => Path.Combine(SourceTree.Root, "specs", "types", name + ".md"))])));
}
