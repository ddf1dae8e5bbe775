using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ZStackGen.Facts.Parity;

/// <summary>A statement of a source that differs from the page.</summary>
/// <param name="Aspect">The compared property.</param>
/// <param name="Place">The API or structure, and the member.</param>
/// <param name="Fact">The value in the source.</param>
/// <param name="Page">The value on the page.</param>
/// <param name="Reason">The reason of the difference; <see langword="null"/> if no rule explains it.</param>
internal sealed record Difference(string Aspect, string Place, string Fact, string Page, string? Reason);

/// <summary>The result of comparing pages and facts.</summary>
internal sealed class ParityReport
{
    private readonly SortedDictionary<string, int> _compared = new(StringComparer.Ordinal);
    private readonly List<Difference> _differences = [];

    /// <summary>Gets the differences in the order of comparison.</summary>
    public IReadOnlyList<Difference> Differences => _differences;

    /// <summary>Gets the differences that no rule explains.</summary>
    public IEnumerable<Difference> Unexplained => _differences.Where(static difference => difference.Reason is null);

    /// <summary>Gets the number of compared statements.</summary>
    public int Compared => _compared.Values.Sum();

    /// <summary>Compares a statement.</summary>
    /// <param name="aspect">The compared property.</param>
    /// <param name="place">The API or structure, and the member.</param>
    /// <param name="fact">The value in the source.</param>
    /// <param name="page">The value on the page.</param>
    /// <param name="reason">Returns the reason of a difference.</param>
    public void Compare(string aspect, string place, string fact, string page, Func<string?>? reason = null)
    {
        _compared[aspect] = _compared.GetValueOrDefault(aspect) + 1;
        if (fact != page)
            _differences.Add(new Difference(aspect, place, fact, page, reason?.Invoke()));
    }

    /// <summary>Writes a line for each aspect, its reasons, and all unexplained differences.</summary>
    public void Write(TextWriter output)
    {
        foreach ((string aspect, int compared) in _compared)
        {
            Difference[] differences = [.. _differences.Where(difference => difference.Aspect == aspect)];
            double equal = 100.0 * (compared - differences.Length) / compared;
            output.WriteLine(FormattableString.Invariant($"{aspect}: {compared} compared, {equal:F2} % equal, {differences.Count(static difference => difference.Reason is null)} unexplained"));
            foreach (IGrouping<string, Difference> reason in differences.Where(static difference => difference.Reason is not null).GroupBy(static difference => difference.Reason!).OrderByDescending(static group => group.Count()))
                output.WriteLine(FormattableString.Invariant($"    {reason.Count()}: {reason.Key}"));
        }

        foreach (Difference difference in Unexplained)
            output.WriteLine($"unexplained: {difference.Aspect} of {difference.Place}: the facts say '{difference.Fact}', the page says '{difference.Page}'");
    }
}
