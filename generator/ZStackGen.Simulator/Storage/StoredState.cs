using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ZStack.Simulation.Storage;

/// <summary>The records of a storage as JSON objects. Without a storage, there are no records, and nothing is saved.</summary>
internal sealed class StoredState
{
    private const string Simulator = "simulator";
    private const string Self = "self";
    private const int Version = 1;
    private readonly ISimulatorStorage? _storage;
    private readonly ILookup<string, (string Id, JsonObject Content)> _loaded;

    public StoredState(ISimulatorStorage? storage)
    {
        _storage = storage;
        _loaded = (storage?.Load() ?? []).Select(static record => (record.Kind, record.Id, Content: Parse(record)))
            .ToLookup(static record => record.Kind, static record => (record.Id, record.Content));
        if (_loaded[Simulator].FirstOrDefault(static record => record.Id == Self).Content is { } self)
        {
            int version = (int?)self["version"] ?? 0;
            if (version != Version)
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The storage was written by another version of the simulator (its format is {version}, this version supports {Version})."));
            WasUsed = true;
        }
    }

    /// <summary>Gets a value indicating whether a simulator has used the storage before.</summary>
    public bool WasUsed { get; }

    /// <summary>Returns the records of a kind as they were at the start, oldest first.</summary>
    public IEnumerable<(string Id, JsonObject Content)> Of(string kind) => _loaded[kind].OrderBy(static record => (long?)record.Content["order"] ?? 0);

    /// <summary>Marks the storage as used. Called when all initial resources have been saved.</summary>
    public void MarkUsed() => Save(Simulator, Self, static () => new JsonObject { ["version"] = Version });

    public void Save(string kind, string id, Func<JsonObject> content) => _storage?.Save(new StoredRecord(kind, id, content().ToJsonString()));

    public void Remove(string kind, string id) => _storage?.Remove(kind, id);

    public static string Print(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset ReadTime(JsonObject content, string member) =>
        DateTimeOffset.ParseExact((string)content[member]!, "O", CultureInfo.InvariantCulture);

    private static JsonObject Parse(StoredRecord record)
    {
        try
        {
            return (JsonObject)JsonNode.Parse(record.Json)!;
        }
        catch (Exception broken) when (broken is JsonException or InvalidCastException)
        {
            throw new InvalidOperationException($"The stored {record.Kind} '{record.Id}' cannot be read: {broken.Message}", broken);
        }
    }
}
