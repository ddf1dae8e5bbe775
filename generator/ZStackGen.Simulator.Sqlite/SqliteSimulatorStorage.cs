using System;
using System.Collections.Generic;
using System.IO;
using Microsoft.Data.Sqlite;

namespace ZStack.Simulation;

/// <summary>
/// Stores the state of a simulator in an SQLite file. Changes are in the file before their response is sent, so they survive the end of the
/// process. A crash of the machine can lose the latest changes. Only one simulator at a time can use a file.
/// </summary>
/// <example>
/// <code>
/// var options = new ZStackSimulatorOptions { Specs = "specs", Storage = new SqliteSimulatorStorage("zstack.db") };
/// await using var zstack = await ZStackSimulator.StartAsync(options);
/// </code>
/// </example>
public sealed class SqliteSimulatorStorage : ISimulatorStorage
{
    // "ZSGS". Identifies the databases of simulators.
    private const int ApplicationId = 0x5A534753;
    private readonly object _gate = new();
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _save;
    private readonly SqliteCommand _remove;
    private bool _disposed;

    /// <summary>Initializes a new instance and opens the file, or creates it.</summary>
    /// <param name="path">The path of the file. Its folder must exist.</param>
    /// <exception cref="IOException">The file cannot be opened, is not a simulator database, or is in use by another simulator.</exception>
    public SqliteSimulatorStorage(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Path = path;
        // Not pooled, so that disposing the storage releases the file.
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            _connection.Open();
            Prepare();
            _save = Command("INSERT INTO record (kind, id, json) VALUES ($kind, $id, $json) ON CONFLICT (kind, id) DO UPDATE SET json = excluded.json", "$kind", "$id", "$json");
            _remove = Command("DELETE FROM record WHERE kind = $kind AND id = $id", "$kind", "$id");
        }
        catch (Exception failed)
        {
            _connection.Dispose();
            if (failed is SqliteException { SqliteErrorCode: var code } sqlite)
                throw new IOException(Reason(path, code, sqlite.Message), sqlite);
            throw;
        }
    }

    /// <summary>Gets the path of the file.</summary>
    public string Path { get; }

    string ISimulatorStorage.Name => Path;

    /// <inheritdoc/>
    /// <exception cref="IOException">The file is damaged.</exception>
    public IReadOnlyList<StoredRecord> Load()
    {
        try
        {
            return ReadAll();
        }
        catch (SqliteException failed)
        {
            throw new IOException(Reason(Path, failed.SqliteErrorCode, failed.Message), failed);
        }
        catch (InvalidCastException failed)
        {
            throw new IOException($"'{Path}' is damaged: {failed.Message}", failed);
        }
    }

    private List<StoredRecord> ReadAll()
    {
        lock (_gate)
        {
            using SqliteCommand command = Command("SELECT kind, id, json FROM record");
            using SqliteDataReader reader = command.ExecuteReader();
            var records = new List<StoredRecord>();
            while (reader.Read())
                records.Add(new StoredRecord(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
            return records;
        }
    }

    /// <inheritdoc/>
    public void Save(StoredRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        Execute(_save, record.Kind, record.Id, record.Json);
    }

    /// <inheritdoc/>
    public void Remove(string kind, string id) => Execute(_remove, kind, id);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed)
                return;
            _disposed = true;
            _save.Dispose();
            _remove.Dispose();
            _connection.Dispose();
        }
    }

    private void Execute(SqliteCommand command, params ReadOnlySpan<string> values)
    {
        lock (_gate)
        {
            // The timer of a job can fire while the simulator stops.
            if (_disposed)
                return;
            for (int i = 0; i < values.Length; i++)
                command.Parameters[i].Value = values[i];
            try
            {
                command.ExecuteNonQuery();
            }
            catch (SqliteException failed)
            {
                throw new IOException(Reason(Path, failed.SqliteErrorCode, failed.Message), failed);
            }
        }
    }

    // With a write-ahead log and without waiting for the disk, a commit is one write, so responses are not delayed.
    private void Prepare()
    {
        Run("PRAGMA locking_mode = EXCLUSIVE");
        long application = (long)Scalar("PRAGMA application_id")!;
        long tables = (long)Scalar("SELECT COUNT(*) FROM sqlite_master")!;
        if (application != ApplicationId && tables > 0)
            throw new IOException($"'{Path}' is a database, but not the database of a ZStack simulator.");
        Run("PRAGMA journal_mode = WAL");
        Run("PRAGMA synchronous = NORMAL");
        Run($"PRAGMA application_id = {ApplicationId}");
        Run("CREATE TABLE IF NOT EXISTS record (kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID");
        // Takes the lock now instead of at the first change.
        Run("BEGIN EXCLUSIVE; COMMIT");
    }

    private void Run(string sql)
    {
        using SqliteCommand command = Command(sql);
        command.ExecuteNonQuery();
    }

    private object? Scalar(string sql)
    {
        using SqliteCommand command = Command(sql);
        return command.ExecuteScalar();
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<string> parameters)
    {
        SqliteCommand command = _connection.CreateCommand();
#pragma warning disable CA2100 // all texts are constants of this file; values are passed as parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (string parameter in parameters)
            command.Parameters.Add(parameter, SqliteType.Text);
        return command;
    }

    private static string Reason(string path, int code, string message) => code switch
    {
        5 or 6 => $"'{path}' is in use by another simulator.",
        14 => $"'{path}' cannot be opened: its folder does not exist or is not writable.",
        11 => $"'{path}' is damaged: {message}",
        26 => $"'{path}' is not a database.",
        _ => $"'{path}' cannot be used: {message}",
    };
}
