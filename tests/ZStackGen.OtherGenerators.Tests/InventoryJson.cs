using System.Collections.Generic;
using System.Text.Json.Serialization;
using ZStack.Api;

namespace ZStackGen.OtherGenerators.Tests;

/// <summary>A type of the user with generated types as members.</summary>
public sealed class Inventory
{
    public string? Owner { get; set; }

    public VmInstanceInventory? Vm { get; set; }

    public IReadOnlyList<ZoneInventory>? Zones { get; set; }
}

/// <summary>Implemented by the generator of System.Text.Json, which requires that it sees the types of ZStackGen.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Inventory))]
[JsonSerializable(typeof(ZoneInventory))]
[JsonSerializable(typeof(CreateVmInstanceAction.StrategyValue))]
public sealed partial class InventoryJson : JsonSerializerContext;
