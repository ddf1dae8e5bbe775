using System.Collections.Generic;
using System.Text.Json.Serialization;
using ZStack.Api;

namespace ZStackGen.OtherGenerators.Tests;

/// <summary>A user's own type that holds generated ones.</summary>
public sealed class Inventory
{
    public string? Owner { get; set; }

    public VmInstanceInventory? Vm { get; set; }

    public IReadOnlyList<ZoneInventory>? Zones { get; set; }
}

/// <summary>System.Text.Json's generator fills this class; it can only if it sees the types of ZStackGen.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Inventory))]
[JsonSerializable(typeof(ZoneInventory))]
[JsonSerializable(typeof(CreateVmInstanceAction.StrategyValue))]
public sealed partial class InventoryJson : JsonSerializerContext;
