using System;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Xunit;
using ZStack;
using ZStack.Api;

namespace ZStackGen.OtherGenerators.Tests;

/// <summary>Generated types in a type of the user, with ZStack's own reader and writer in the user's options.</summary>
public sealed class ResolverTests
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        TypeInfoResolver = JsonTypeInfoResolver.Combine(
            new ZStackJsonTypeInfoResolver(TimeZoneInfo.Utc)
                .Add(VmInstanceInventory.Read)
                .Add(ZoneInventory.Read)
                .AddText<CreateVmInstanceAction.StrategyValue>(text => text),
            InventoryJson.Default),
    };

    private static JsonTypeInfo<T> Info<T>() => (JsonTypeInfo<T>)s_options.GetTypeInfo(typeof(T));

    [Fact]
    public void ZStacks_notations_are_read_in_a_type_of_the_user()
    {
        Inventory inventory = JsonSerializer.Deserialize(
            """{"owner":"me","vm":{"memorySize":8.589934592E9,"createDate":"Mar 4, 2024 9:12:31 AM","vmNics":[{"ip":"172.20.10.21"}]},"zones":[{"name":"first"},null]}""",
            Info<Inventory>())!;
        Assert.Equal(8589934592, inventory.Vm!.MemorySize);
        Assert.Equal(new DateTimeOffset(2024, 3, 4, 9, 12, 31, TimeSpan.Zero), inventory.Vm.CreateDate);
        Assert.Equal("172.20.10.21", Assert.Single(inventory.Vm.VmNics).Ip);
        Assert.Equal(2, inventory.Zones!.Count);
        Assert.Null(inventory.Zones[1]);
    }

    [Fact]
    public void Members_without_documentation_are_kept_and_written_back()
    {
        const string Json = """{"owner":"me","vm":{"uuid":"v1","addedLater":{"a":[1,2]},"vmNics":[{"ip":"172.20.10.21","alsoLater":true}]},"zones":null}""";
        JsonNode written = JsonNode.Parse(JsonSerializer.Serialize(JsonSerializer.Deserialize(Json, Info<Inventory>())!, Info<Inventory>()))!;
        Assert.Equal("[1,2]", written["vm"]!["addedLater"]!["a"]!.ToJsonString());
        Assert.True((bool?)written["vm"]!["vmNics"]![0]!["alsoLater"]);
        Assert.Equal("me", (string?)written["owner"]);
    }

    [Fact]
    public void An_unreadable_value_is_a_JsonException_that_names_the_member()
    {
        JsonException e = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{"vm":{"cpuNum":"many"}}""", Info<Inventory>()));
        Assert.Contains("cpuNum", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_enumeration_is_its_text_and_keeps_unknown_values()
    {
        JsonTypeInfo<CreateVmInstanceAction.StrategyValue> info = Info<CreateVmInstanceAction.StrategyValue>();
        Assert.Equal("\"InstantStart\"", JsonSerializer.Serialize(CreateVmInstanceAction.StrategyValue.InstantStart, info));
        CreateVmInstanceAction.StrategyValue value = JsonSerializer.Deserialize("\"Later\"", info);
        Assert.Equal("Later", value.Value);
        Assert.False(value.IsKnown);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("5", info));
        Assert.Null(JsonSerializer.Deserialize("null", Info<CreateVmInstanceAction.StrategyValue?>()));
        Assert.Equal("Later", JsonSerializer.Deserialize("\"Later\"", Info<CreateVmInstanceAction.StrategyValue?>())!.Value.Value);
    }

    [Fact]
    public void A_type_that_was_not_added_is_passed_to_the_next_resolver()
        => Assert.Null(new ZStackJsonTypeInfoResolver().Add(ZoneInventory.Read).GetTypeInfo(typeof(VmInstanceInventory), s_options));
}
