using System.Collections.Concurrent;

namespace ZStackGen.Specs.Catalog.Naming;

/// <summary>Which structure a table was taken for, as long as the project's named structures have the same fields.</summary>
internal sealed class NamingMemory
{
    private volatile MatchMemo _matches = new(0);
    private volatile NamedTables? _last;

    /// <summary>The names that were given when the tables said the same; <see langword="null"/> where they said something else.</summary>
    public NamedTables? NamesFor(ulong tables, int count) => _last is { } last && last.Tables == tables && last.Names.Length == count ? last : null;

    public void Set(NamedTables names) => _last = names;

    /// <summary>The earlier matches where they still hold, else none.</summary>
    /// <param name="structures">The hash of the named structures and their fields.</param>
    /// <param name="tables">How many tables have no name: far more matches are of tables that are gone.</param>
    public MatchMemo MatchesFor(ulong structures, int tables)
    {
        MatchMemo matches = _matches;
        if (matches.Structures != structures || matches.Count > 1000 + (4 * tables))
            _matches = matches = new MatchMemo(structures);
        return matches;
    }
}

/// <summary>The names of tables that state none.</summary>
/// <param name="Tables">The hash of all tables.</param>
/// <param name="Names">The names, in the order of the tables.</param>
/// <param name="Findings">What was reported.</param>
internal sealed record NamedTables(ulong Tables, string[] Names, CatalogFinding[] Findings);

/// <summary>Matches under one set of named structures.</summary>
internal sealed class MatchMemo(ulong structures)
{
    private readonly ConcurrentDictionary<(ulong Fields, string? Referring, string? Expected), Match> _matches = new();
    private int _count;

    public ulong Structures { get; } = structures;

    /// <summary>How many there are; a ConcurrentDictionary would lock itself to tell.</summary>
    public int Count => _count;

    public bool TryGet((ulong Fields, string? Referring, string? Expected) table, out Match match) => _matches.TryGetValue(table, out match);

    public void Add((ulong Fields, string? Referring, string? Expected) table, Match match)
    {
        if (_matches.TryAdd(table, match))
            System.Threading.Interlocked.Increment(ref _count);
    }
}

/// <summary>A structure with a table's fields.</summary>
/// <param name="Name">Its name; <see langword="null"/> where there is none.</param>
/// <param name="Twin">Another that fits exactly as well.</param>
internal readonly record struct Match(string? Name, string? Twin);
