using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Sharding;

/// <summary>The files of the last run, so that an edit of an API makes only its file again. Thread-safe.</summary>
internal sealed class ShardMemory
{
    private volatile PlannedShards? _last;

    public PlannedShards? Last
    {
        get => _last;
        set => _last = value;
    }
}

/// <summary>A catalog and its files.</summary>
internal sealed record PlannedShards(CatalogModel Catalog, Shard?[] Shards);
