using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ZStackGen.Explorer.History;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.History;

/// <summary>Writes the history as JSON (specs/history.schema.json). The elements are keyed by name, in ordinal order.</summary>
internal static class HistoryJson
{
    /// <summary>The URL of the schema.</summary>
    public const string Schema = "https://raw.githubusercontent.com/zstackgen/zstackgen/main/specs/history.schema.json";

    private static readonly (string Name, HistoryKind Kind)[] s_groups = [("apis", HistoryKind.Api), ("types", HistoryKind.Type), ("enumerations", HistoryKind.Enumeration)];

    private static readonly (string Name, HistoryKind Kind)[] s_members =
    [
        ("parameters", HistoryKind.Parameter), ("response", HistoryKind.ResponseField), ("system_tags", HistoryKind.SystemTag), ("fields", HistoryKind.Field),
    ];

    /// <summary>Writes the elements that match <paramref name="filter"/>, with their owners.</summary>
    public static void Write(IReadOnlyList<HistoryEntry> entries, HistoryFilter filter, TextWriter output)
    {
        JsonOutput.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema"u8, Schema);
            foreach ((string name, HistoryKind kind) in s_groups)
            {
                json.WriteStartObject(name);
                foreach (HistoryEntry[] owner in Owners(entries, kind))
                {
                    if (Array.Exists(owner, filter.Takes))
                        WriteOwner(json, owner, filter);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        });
    }

    // Each group is an owner and its members. The members follow their owner in the list.
    private static IEnumerable<HistoryEntry[]> Owners(IReadOnlyList<HistoryEntry> entries, HistoryKind kind)
    {
        for (int i = 0; i < entries.Count; i++)
        {
            if (entries[i].Kind != kind)
                continue;
            int end = i + 1;
            while (end < entries.Count && entries[end].Kind is not (HistoryKind.Api or HistoryKind.Type or HistoryKind.Enumeration))
                end++;
            yield return [.. entries.Skip(i).Take(end - i)];
            i = end - 1;
        }
    }

    private static void WriteOwner(Utf8JsonWriter json, HistoryEntry[] owner, HistoryFilter filter)
    {
        json.WriteStartObject(owner[0].Owner);
        WriteLife(json, owner[0]);
        ILookup<(HistoryKind?, string?), HistoryEntry> values = owner.Where(entry => entry.Kind == HistoryKind.Value && filter.Takes(entry))
            .ToLookup(static entry => (entry.ValueOf, entry.Member));
        foreach ((string name, HistoryKind kind) in s_members)
        {
            HistoryEntry[] members = [.. owner.Where(entry => entry.Kind == kind && filter.Takes(entry))];
            if (members.Length == 0)
                continue;
            json.WriteStartObject(name);
            foreach (HistoryEntry member in members)
            {
                json.WriteStartObject(member.Member!);
                WriteLife(json, member);
                WriteValues(json, values[(kind, member.Member)]);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        WriteValues(json, values[(null, null)]);
        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, IEnumerable<HistoryEntry> values)
    {
        HistoryEntry[] all = [.. values];
        if (all.Length == 0)
            return;
        json.WriteStartObject("values"u8);
        foreach (HistoryEntry value in all)
        {
            json.WriteStartObject(value.Value!);
            WriteLife(json, value);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteLife(Utf8JsonWriter json, HistoryEntry entry)
    {
        string? added = entry.Added.Cloud;
        json.WriteString("version_added"u8, added);
        json.WriteString("version_removed"u8, entry.Ended.Removed);
        if (entry.Ended.DeprecatedSince is { } deprecated)
            json.WriteString("deprecated"u8, deprecated);
        else
            json.WriteBoolean("deprecated"u8, entry.Ended.IsDeprecated);
        json.WriteString("replacement"u8, entry.Ended.Replacement);
        json.WriteString("provenance"u8, StatedVersion.Name(added is null ? VersionProvenance.Unknown : entry.Added.Provenance));
    }
}
