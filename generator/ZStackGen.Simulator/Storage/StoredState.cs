using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStack.Simulation.Requests;

namespace ZStack.Simulation.Storage;

/// <summary>The records of a storage as JSON objects. Without a storage, there are no records, and nothing is saved.</summary>
internal sealed class StoredState
{
    private const string Simulator = "simulator";
    private const string Self = "self";
    private const int Version = 2;
    private readonly ISimulatorStorage? _storage;
    private readonly ILookup<string, (string Id, JsonObject Content)> _loaded;

    public StoredState(ISimulatorStorage? storage)
    {
        _storage = storage;
        _loaded = (storage?.Load() ?? []).Select(record => (record.Kind, record.Id, Content: Parse(record)))
            .ToLookup(static record => record.Kind, static record => (record.Id, record.Content));
        long? version = null;
        Read(Simulator, (id, self) => version = id == Self ? self.Number("version") : version);
        if (version is not null and not Version)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"'{storage?.Name}' was written by another version of the simulator (its format is {version}, this version supports {Version})."));
        WasUsed = version is not null;
    }

    /// <summary>Gets a value indicating whether a simulator has used the storage before.</summary>
    public bool WasUsed { get; }

    /// <summary>Reads the records of a kind as they were at the start, oldest first.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="read">A function that reads the ID and the content of a record.</param>
    /// <exception cref="InvalidOperationException">A record is damaged. The message names the storage and the record.</exception>
    public void Read(string kind, Action<string, StoredContent> read)
    {
        string id = "";
        try
        {
            foreach ((string current, JsonObject content) in _loaded[kind].OrderBy(static record => record.Content["order"] is JsonValue order && order.TryGetValue(out long number) ? number : 0))
            {
                id = current;
                read(id, new StoredContent(content));
            }
        }
#pragma warning disable CA1031 // whatever is missing in a record, it is the record that is damaged
        catch (Exception damaged)
#pragma warning restore CA1031
        {
            throw Damaged(kind, id, damaged);
        }
    }

    /// <summary>Marks the storage as used. Called when all initial resources have been saved.</summary>
    public void MarkUsed() => Save(Simulator, Self, static () => new JsonObject { ["version"] = Version });

    public void Save(string kind, string id, Func<JsonObject> content) => _storage?.Save(new StoredRecord(kind, id, content().ToJsonString()));

    public void Remove(string kind, string id) => _storage?.Remove(kind, id);

    public static string Print(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    private JsonObject Parse(StoredRecord record)
    {
        try
        {
            return JsonNode.Parse(record.Json, null, StrictJson.Nested) as JsonObject ?? throw new JsonException("it is not a JSON object");
        }
        catch (JsonException damaged)
        {
            throw Damaged(record.Kind, record.Id, damaged);
        }
    }

    private InvalidOperationException Damaged(string kind, string id, Exception reason) =>
        new($"'{_storage?.Name}' is damaged: the stored {kind} '{id}' cannot be read: {reason.Message}", reason);
}
