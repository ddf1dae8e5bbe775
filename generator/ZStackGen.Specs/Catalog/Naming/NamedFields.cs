using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Naming;

/// <summary>The tables with each name, and the union of their fields, created on first use.</summary>
internal sealed class NamedFields
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private ulong _hash;

    /// <summary>Gets a hash of the names and their fields, independent of their order.</summary>
    public ulong Hash => _hash;

    public IEnumerable<string> Names => _entries.Keys;

    public void Add(string name, StructurePart table)
    {
        if (!_entries.TryGetValue(name, out Entry? entry))
            _entries.Add(name, entry = new Entry(name));
        // Repetitions of a structure on many pages are ignored.
        if (entry.Add(table))
            _hash = unchecked(_hash + entry.HashOf(table));
    }

    public bool Contains(string name) => _entries.ContainsKey(name);

    /// <summary>Returns the fields of all tables with a name; <see langword="null"/> if there are none.</summary>
    public HashSet<string>? Find(string name) => _entries.TryGetValue(name, out Entry? entry) ? entry.Fields() : null;

    private sealed class Entry(string name)
    {
        private readonly List<StructurePart> _tables = [];
        private readonly HashSet<ulong> _seen = [];
        private HashSet<string>? _fields;

        public bool Add(StructurePart table)
        {
            if (!_seen.Add(table.FieldNames))
                return false;
            _tables.Add(table);
            if (_fields is not null)
                Take(table, _fields);
            return true;
        }

        public ulong HashOf(StructurePart table)
        {
            var hash = new SignatureHash();
            hash.Add(name);
            hash.Add(table.FieldNames);
            return hash.Value;
        }

        public HashSet<string> Fields()
        {
            if (_fields is not null)
                return _fields;
            _fields = new HashSet<string>(StringComparer.Ordinal);
            foreach (StructurePart table in _tables)
                Take(table, _fields);
            return _fields;
        }

        private static void Take(StructurePart table, HashSet<string> fields)
        {
            foreach (FieldModel field in table.Model.Fields)
                fields.Add(field.Name);
        }
    }
}
