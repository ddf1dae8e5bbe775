using System;
using System.Collections.Generic;

namespace ZStack.Simulation;

/// <summary>
/// A persistent storage for the state of a simulator: resources, sessions and finished jobs. The package <c>ZStackGen.Simulator.Sqlite</c>
/// contains an implementation that writes a file. A simulator calls it from several threads, but not concurrently for the same record.
/// </summary>
public interface ISimulatorStorage : IDisposable
{
    /// <summary>Gets the name of the storage in error messages, such as the path of its file.</summary>
    string Name => GetType().Name;

    /// <summary>Returns all records, in any order. Called once, before the simulator accepts calls.</summary>
    IReadOnlyList<StoredRecord> Load();

    /// <summary>
    /// Saves a record, replacing the record with the same kind and ID. After the method has returned, the record must survive the end of the process.
    /// </summary>
    /// <param name="record">The record.</param>
    void Save(StoredRecord record);

    /// <summary>Removes a record. Does nothing if it does not exist.</summary>
    /// <param name="kind">The kind of the record.</param>
    /// <param name="id">The ID of the record.</param>
    void Remove(string kind, string id);
}

/// <summary>A part of the state of a simulator.</summary>
/// <param name="Kind">The kind: <c>resource</c>, <c>session</c>, <c>job</c>, or <c>simulator</c> for the simulator itself.</param>
/// <param name="Id">The ID, unique among the records of the same kind.</param>
/// <param name="Json">The content, a JSON object in a format internal to the simulator.</param>
public sealed record StoredRecord(string Kind, string Id, string Json);
