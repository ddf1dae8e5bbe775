using System.Collections.Concurrent;

namespace ZStackGen.Specs.Catalog.Naming;

/// <summary>The cached matches of tables with structures, valid as long as the named structures of the project have the same fields.</summary>
internal sealed class NamingMemory
{
    private volatile MatchMemo _matches = new(0);
    private volatile NamedTables? _last;

    /// <summary>Returns the names of the last run if the tables are the same; otherwise, <see langword="null"/>.</summary>
    public NamedTables? NamesFor(ulong tables, int count) => _last is { } last && last.Tables == tables && last.Names.Length == count ? last : null;

    public void Set(NamedTables names) => _last = names;

    /// <summary>Returns the cached matches if they are still valid; otherwise, an empty cache.</summary>
    /// <param name="structures">The hash of the named structures and their fields.</param>
    /// <param name="tables">The number of unnamed tables. If there are far more matches, most of them belong to removed tables.</param>
    public MatchMemo MatchesFor(ulong structures, int tables)
    {
        MatchMemo matches = _matches;
        if (matches.Structures != structures || matches.Count > 1000 + (4 * tables))
            _matches = matches = new MatchMemo(structures);
        return matches;
    }
}

/// <summary>The names of tables that state no name.</summary>
/// <param name="Tables">The hash of all tables.</param>
/// <param name="Names">The names, in the order of the tables.</param>
/// <param name="Findings">The findings.</param>
internal sealed record NamedTables(ulong Tables, string[] Names, CatalogFinding[] Findings);

/// <summary>The cached matches for one set of named structures.</summary>
internal sealed class MatchMemo(ulong structures)
{
    private readonly ConcurrentDictionary<(ulong Fields, string? Referring, string? Expected), Match> _matches = new();
    private int _count;

    public ulong Structures { get; } = structures;

    /// <summary>Gets the number of matches. ConcurrentDictionary.Count would lock the whole dictionary.</summary>
    public int Count => _count;

    public bool TryGet((ulong Fields, string? Referring, string? Expected) table, out Match match) => _matches.TryGetValue(table, out match);

    public void Add((ulong Fields, string? Referring, string? Expected) table, Match match)
    {
        if (_matches.TryAdd(table, match))
            System.Threading.Interlocked.Increment(ref _count);
    }
}

/// <summary>The structure that matches the fields of a table.</summary>
/// <param name="Name">The name; <see langword="null"/> if no structure matches.</param>
/// <param name="Alternative">Another structure that matches equally well.</param>
internal readonly record struct Match(string? Name, string? Alternative);
