using System;
using System.Collections.Generic;

namespace ZStack.Simulation;

/// <summary>
/// Where a simulator keeps its state beyond its own life: resources, sessions and ended jobs. The package <c>ZStackGen.Simulator.Sqlite</c>
/// has one that writes a file. A simulator calls it from many threads, one at a time for each record.
/// </summary>
public interface ISimulatorStorage : IDisposable
{
    /// <summary>All records, in any order; called once, before the simulator answers.</summary>
    IReadOnlyList<StoredRecord> Load();

    /// <summary>Writes a record, over the one of the same kind and id. It has to survive when this returns and the process then dies.</summary>
    /// <param name="record">The record.</param>
    void Save(StoredRecord record);

    /// <summary>Removes a record; one that does not exist is removed already.</summary>
    /// <param name="kind">The record's kind.</param>
    /// <param name="id">The record's id.</param>
    void Remove(string kind, string id);
}

/// <summary>A piece of a simulator's state.</summary>
/// <param name="Kind">What it is: <c>resource</c>, <c>session</c>, <c>job</c>, or <c>simulator</c> for the simulator itself.</param>
/// <param name="Id">What tells it from others of its kind.</param>
/// <param name="Json">The content, a JSON object that only the simulator understands.</param>
public sealed record StoredRecord(string Kind, string Id, string Json);
