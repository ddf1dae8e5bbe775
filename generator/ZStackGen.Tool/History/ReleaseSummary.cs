using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using ZStackGen.Explorer.History;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.History;

/// <summary>Represents the number of changes of each kind in a release.</summary>
/// <param name="Version">The release, in the notation of pages; <c>unknown</c> for elements without a known version.</param>
/// <param name="Counts">The number of changes by kind and event.</param>
internal sealed record ReleaseSummary(string Version, IReadOnlyDictionary<(HistoryKind Kind, HistoryEvent Event), int> Counts)
{
    private static readonly (string Title, HistoryKind Kind)[] s_kinds =
    [
        ("APIs", HistoryKind.Api), ("Parameters", HistoryKind.Parameter), ("Response fields", HistoryKind.ResponseField), ("System tags", HistoryKind.SystemTag),
        ("Types", HistoryKind.Type), ("Fields", HistoryKind.Field), ("Enumerations", HistoryKind.Enumeration), ("Values", HistoryKind.Value),
    ];

    private static readonly HistoryEvent[] s_events = [HistoryEvent.Added, HistoryEvent.Deprecated, HistoryEvent.Removed];

    /// <summary>Counts the changes of each release.</summary>
    /// <param name="changes">The changes, in the order of the releases.</param>
    /// <param name="unknown">The elements without a known version. Their summary is the last.</param>
    public static IReadOnlyList<ReleaseSummary> Of(IReadOnlyList<HistoryChange> changes, IEnumerable<HistoryEntry> unknown)
    {
        var summaries = new List<ReleaseSummary>();
        // An inferred version counts for its release. An upper bound is a separate group, because an earlier release can have made the change.
        foreach (IGrouping<string, HistoryChange> release in changes.GroupBy(static change => change.Version.Provenance == VersionProvenance.AtMost ? change.Version.Notation! : change.Version.Version!, StringComparer.Ordinal))
            summaries.Add(new ReleaseSummary(release.Key, release.GroupBy(static change => (change.Entry.Kind, change.Event)).ToDictionary(static group => group.Key, static group => group.Count())));
        Dictionary<(HistoryKind, HistoryEvent), int> rest = unknown.GroupBy(static entry => (entry.Kind, HistoryEvent.Added)).ToDictionary(static group => group.Key, static group => group.Count());
        if (rest.Count > 0)
            summaries.Add(new ReleaseSummary("unknown", rest));
        return summaries;
    }

    /// <summary>Creates a table of the summaries: the added elements by kind, and the total of deprecated and removed elements.</summary>
    public static HistoryTable Table(IReadOnlyList<ReleaseSummary> summaries) => new(
        ["Version", .. s_kinds.Select(static kind => kind.Title), "Deprecated", "Removed"],
        [.. summaries.Select(static summary => new[] { summary.Version }
            .Concat(s_kinds.Select(kind => Text(summary.Counts.GetValueOrDefault((kind.Kind, HistoryEvent.Added)))))
            .Append(Text(summary.Count(HistoryEvent.Deprecated))).Append(Text(summary.Count(HistoryEvent.Removed))).ToArray())]);

    /// <summary>Writes the summaries as a JSON array.</summary>
    public static void WriteJson(IReadOnlyList<ReleaseSummary> summaries, TextWriter output)
    {
        JsonOutput.Write(output, json =>
        {
            json.WriteStartArray();
            foreach (ReleaseSummary summary in summaries)
            {
                json.WriteStartObject();
                json.WriteString("version"u8, summary.Version);
                foreach (HistoryEvent change in s_events)
                {
                    json.WriteStartObject(HistoryWords.Of(change));
                    foreach ((_, HistoryKind kind) in s_kinds)
                    {
                        if (summary.Counts.TryGetValue((kind, change), out int count))
                            json.WriteNumber(HistoryWords.Key(kind), count);
                    }

                    json.WriteEndObject();
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private int Count(HistoryEvent change) => Counts.Where(pair => pair.Key.Event == change).Sum(static pair => pair.Value);
}
