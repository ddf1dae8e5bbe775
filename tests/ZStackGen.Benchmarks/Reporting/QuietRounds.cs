using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace ZStackGen.Benchmarks.Reporting;

/// <summary>
/// Runs the rounds of a benchmark, and selects those without other load on the machine. Rounds in which other load was measured are repeated for a
/// limited time. After that time, the rounds with the least load count.
/// </summary>
/// <param name="load">Measures the load.</param>
/// <param name="count">The number of rounds that count.</param>
/// <param name="limit">The time after which no further round begins, if <paramref name="count"/> rounds have run.</param>
internal sealed class QuietRounds(MachineLoad load, int count, TimeSpan limit)
{
    private readonly List<TimeSpan> _loads = [];
    private int[] _counted = [];

    /// <summary>Runs the rounds.</summary>
    /// <param name="round">Runs one round and appends its figures to lists. Its argument is the number of the round, from zero.</param>
    public void Run(Action<int> round)
    {
        long start = Stopwatch.GetTimestamp();
        TimeSpan before = load.Measure();
        while (_loads.Count(load.IsQuiet) < count && (_loads.Count < count || Stopwatch.GetElapsedTime(start) < limit))
        {
            round(_loads.Count);
            TimeSpan after = load.Measure();
            _loads.Add(before > after ? before : after);
            before = after;
        }

        _counted = [.. Enumerable.Range(0, _loads.Count).OrderBy(index => _loads[index]).Take(count)];
    }

    /// <summary>Returns the values of the rounds that count.</summary>
    /// <param name="values">The values of all rounds.</param>
    public IReadOnlyList<double> Counted(IReadOnlyList<double> values) => values.Count == _loads.Count
        ? [.. _counted.Select(index => values[index])]
        : throw new ArgumentException($"There are {values.Count} values for {_loads.Count} rounds.", nameof(values));

    /// <summary>Adds the number of disturbed rounds among those that count.</summary>
    /// <param name="log">The log of figures.</param>
    /// <param name="set">The name of the set.</param>
    public void Report(FigureLog log, string set)
    {
        int disturbed = _counted.Count(index => !load.IsQuiet(_loads[index]));
        log.Add(new Figure(set, "rounds with other load on the machine", 100.0 * disturbed / _counted.Length, "%"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{disturbed} of the {_counted.Length} rounds that count, and {_loads.Count(time => !load.IsQuiet(time))} of all {_loads.Count}, had other load on the machine"));
    }
}
