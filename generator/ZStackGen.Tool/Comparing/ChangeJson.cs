using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace ZStackGen.Tool.Comparing;

/// <summary>Writes changes as one JSON object.</summary>
internal static class ChangeJson
{
    /// <summary>Writes all changes. Changes of documentation are always counted, but written only if <paramref name="descriptions"/> is set.</summary>
    public static void Write(ChangeReport report, bool descriptions, TextWriter output)
    {
        JsonOutput.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("breaking"u8, report.Count(ChangeImpact.Breaking));
            json.WriteNumber("compatible"u8, report.Count(ChangeImpact.Compatible));
            json.WriteNumber("documentation"u8, report.Count(ChangeImpact.Documentation));
            json.WriteStartArray("categories"u8);
            foreach (ChangedCategory category in report.Categories)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, category.Name);
                WriteItems(json, "apis", category.Apis, descriptions);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteItems(json, "types", report.Types, descriptions);
            json.WriteStartArray("notes"u8);
            foreach (string note in report.Notes)
                json.WriteStringValue(note);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void WriteItems(Utf8JsonWriter json, string name, IReadOnlyList<ChangedItem> items, bool descriptions)
    {
        json.WriteStartArray(name);
        foreach (ChangedItem item in items)
        {
            Change[] changes = [.. ChangeText.Shown(item, descriptions)];
            if (changes.Length == 0)
                continue;
            json.WriteStartObject();
            json.WriteString("name"u8, item.Name);
            json.WriteStartArray("changes"u8);
            foreach (Change change in changes)
                Write(json, change);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Change change)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, change.Kind switch { ChangeKind.Added => "added", ChangeKind.Removed => "removed", _ => "changed" });
        json.WriteString("element"u8, change.Element);
        Optional("member", change.Member);
        Optional("aspect", change.Aspect);
        Optional("before", change.Before);
        Optional("after", change.After);
        Optional("version", change.Version);
        json.WriteString("impact"u8, change.Impact switch { ChangeImpact.Breaking => "breaking", ChangeImpact.Compatible => "compatible", _ => "documentation" });
        json.WriteString("reason"u8, change.Reason);
        json.WriteEndObject();

        void Optional(string name, string? value)
        {
            if (value is null)
                json.WriteNull(name);
            else
                json.WriteString(name, value);
        }
    }
}
