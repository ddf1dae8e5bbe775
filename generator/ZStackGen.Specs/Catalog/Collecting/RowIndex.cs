using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>An index of the rows of a table by name. If a name occurs twice, the first row is used.</summary>
internal readonly struct RowIndex
{
    /// <summary>The maximum number of names to compare one by one. Comparing a few names is faster than hashing.</summary>
    private const int MostCompared = 12;

    private readonly string[] _names;
    private readonly Dictionary<string, int>? _rows;

    private RowIndex(string[] names)
    {
        _names = names;
        if (names.Length <= MostCompared)
            return;
        _rows = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (int i = names.Length - 1; i >= 0; i--)
            _rows[names[i]] = i;
    }

    public static RowIndex Of<T>(EquatableArray<T> rows, Func<T, string> nameOf)
        where T : IEquatable<T>
    {
        var names = new string[rows.Count];
        for (int i = 0; i < names.Length; i++)
            names[i] = nameOf(rows[i]);
        return new RowIndex(names);
    }

    /// <summary>Returns the first row with the name <paramref name="name"/>; -1 if there is none.</summary>
    public int Find(string name)
    {
        if (_rows is not null)
            return _rows.TryGetValue(name, out int row) ? row : -1;
        for (int i = 0; i < _names.Length; i++)
        {
            if (string.Equals(_names[i], name, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }
}
