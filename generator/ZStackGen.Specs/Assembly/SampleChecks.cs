using System;
using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly;

/// <summary>Compares an example with the tables. A member without a row is reported, because the generated code has no property for it.</summary>
internal static class SampleChecks
{
    public static void Response(PageReading reading, ApiDraft draft, JsonSample sample)
    {
        // For each member, the fields that its children can have; null if no table describes them.
        IReadOnlyList<JsonKey> keys = sample.Keys;
        var inside = new List<FieldDraft>?[keys.Count];
        var cursors = new Dictionary<List<FieldDraft>, FieldCursor>();
        for (int i = 0; i < keys.Count; i++)
        {
            JsonKey key = keys[i];
            List<FieldDraft>? fields = key.Parent < 0 ? draft.Response : inside[key.Parent];
            if (fields is null)
                continue;
            if (!cursors.TryGetValue(fields, out FieldCursor? cursor))
                cursors.Add(fields, cursor = new FieldCursor(fields));
            FieldDraft? field = cursor.Find(key);
            if (field is not null)
                inside[i] = field.Structure is { Fields.Count: > 0 } structure ? structure.Fields : null;
            else if (cursor.Report(key.Name))
                Missing(reading, key, cursor.FindByDescription(key.Name));
        }
    }

    /// <summary>Reports the members of a request example that have no row in the parameter table, inside and outside the wrapper.</summary>
    public static void Request(PageReading reading, JsonSample sample, string? wrapper, ISet<string> parameters)
    {
        IReadOnlyList<JsonKey> keys = sample.Keys;
        int wrapperKey = WrapperOf(sample, wrapper, parameters);
        for (int i = 0; i < keys.Count; i++)
        {
            JsonKey key = keys[i];
            if (i != wrapperKey && (key.Parent < 0 || key.Parent == wrapperKey) && !IsTags(key) && parameters.Add(key.Name))
                Missing(reading, key, null);
        }
    }

    /// <summary>
    /// Returns the index of the wrapper: the member with the name of the wrapper, or else the only object besides the tags. Its wrong name is a
    /// separate finding. Returns -1 if there is none.
    /// </summary>
    private static int WrapperOf(JsonSample sample, string? wrapper, ISet<string> parameters)
    {
        int only = -1, count = 0;
        for (int i = 0; i < sample.Keys.Count; i++)
        {
            JsonKey key = sample.Keys[i];
            if (key.Parent >= 0 || IsTags(key))
                continue;
            if (wrapper is { Length: > 0 } && key.Is(wrapper))
                return i;
            (only, count) = (i, count + 1);
        }

        if (count != 1 || parameters.Contains(sample.Keys[only].Name))
            return -1;
        foreach (KeyValuePair<string, JsonSampleNode> member in sample.Root.Members)
        {
            if (member.Value.Kind == JsonSampleKind.Object && sample.Keys[only].Is(member.Key))
                return only;
        }

        return -1;
    }

    /// <summary>Determines whether a member contains tags, which every body can contain.</summary>
    private static bool IsTags(JsonKey key) => key.Is("systemTags") || key.Is("userTags");

    /// <summary>Reports a member without a row, at its own position or at the row that has its name in the wrong cell.</summary>
    private static void Missing(PageReading reading, JsonKey key, FieldDraft? exchanged)
    {
        string message = $"The example contains {key.Name}, which has no row in its table";
        if (exchanged is null)
            reading.Findings.Add(FindingRules.ExampleKeyWithoutRow, key.Place, message + ".");
        else
            reading.Findings.Add(FindingRules.ExampleKeyWithoutRow, exchanged.NamePlace, message + $"; the row {exchanged.Name} has this name in its description cell.");
    }

    /// <summary>Finds fields by name. Members are mostly in table order, so the search continues after the last match.</summary>
    private sealed class FieldCursor(List<FieldDraft> fields)
    {
        private HashSet<string>? _reported;
        private Dictionary<string, FieldDraft>? _byName;
        private Dictionary<string, FieldDraft>? _byDescription;
        private int _next;

        public FieldDraft? Find(JsonKey key)
        {
            int last = Math.Min(_next + 4, fields.Count);
            for (int i = _next; i < last; i++)
            {
                if (key.Is(fields[i].Name))
                {
                    _next = i + 1;
                    return fields[i];
                }
            }

            if (_byName is null)
            {
                _byName = new Dictionary<string, FieldDraft>(fields.Count, StringComparer.Ordinal);
                foreach (FieldDraft field in fields)
                {
                    if (!_byName.ContainsKey(field.Name))
                        _byName.Add(field.Name, field);
                }
            }

            return _byName.TryGetValue(key.Name, out FieldDraft? found) ? found : null;
        }

        /// <summary>Returns the field whose description is only a name.</summary>
        public FieldDraft? FindByDescription(string name)
        {
            if (_byDescription is null)
            {
                _byDescription = new Dictionary<string, FieldDraft>(StringComparer.Ordinal);
                foreach (FieldDraft field in fields)
                {
                    if (field.Description is { Length: > 0 } description && Characters.IsName(description.AsSpan()))
                        _byDescription[description] = field;
                }
            }

            return _byDescription.TryGetValue(name, out FieldDraft? found) ? found : null;
        }

        /// <summary>Determines whether a member has not been reported yet. An array of ten elements contains the same member ten times.</summary>
        public bool Report(string name) => (_reported ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);
    }
}
