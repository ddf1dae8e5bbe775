using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Naming;

/// <summary>Gives every table its structure's name by the five rules of the design, first match wins.</summary>
internal sealed class StructureNaming
{
    // Most tables state their names; only the others need a place.
    private readonly Dictionary<StructurePart, string> _names = [];
    private readonly Dictionary<string, NamedFields> _fieldsByName = new(StringComparer.Ordinal);
    private readonly List<CatalogFinding> _findings;

    public StructureNaming(List<CatalogFinding> findings) => _findings = findings;

    /// <summary>The name of a table's structure.</summary>
    public string this[StructurePart part] => part.StatedName ?? _names[part];

    /// <summary>Names all tables; <paramref name="apis"/> must be in ordinal order.</summary>
    public void NameAll(List<ApiPart> apis, List<StructurePart> typePages)
    {
        List<StructurePart>? anonymous = null;
        foreach (ApiPart api in apis)
        {
            foreach (StructurePart part in api.Structures)
            {
                if (part.StatedName is null)
                    (anonymous ??= []).Add(part);
            }
        }

        if (anonymous is null)
            return;
        // Field names matter only for tables without a name; most projects have none.
        foreach (StructurePart page in typePages)
            AddFields(page, page.StatedName!);
        foreach (ApiPart api in apis)
        {
            foreach (StructurePart part in api.Structures)
            {
                if (part.StatedName is { } stated)
                    AddFields(part, stated);
            }
        }

        NameAnonymous(anonymous);
    }

    /// <summary>Whether a text can be a type's name: an identifier of ASCII letters and digits that begins with a letter.</summary>
    public static bool IsTypeName(string text)
    {
        if (text.Length is 0 or > 120 || text[0] is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z')))
            return false;
        foreach (char c in text)
        {
            if (c is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'))
                return false;
        }

        return true;
    }

    private void Take(StructurePart part, string name)
    {
        _names[part] = name;
        AddFields(part, name);
    }

    private void AddFields(StructurePart part, string name)
    {
        if (!_fieldsByName.TryGetValue(name, out NamedFields? fields))
            _fieldsByName[name] = fields = new NamedFields();
        fields.Add(part);
    }

    private bool IsDescribed(string name) => _fieldsByName.ContainsKey(name);

    private void NameAnonymous(List<StructurePart> anonymous)
    {
        var project = new StructureIndex();
        foreach (KeyValuePair<string, NamedFields> pair in _fieldsByName)
            project.Add(pair.Key, pair.Value.Names);
        var matcher = new StructureMatcher(project);
        var unmatched = new List<StructurePart>();
        var fields = new HashSet<string>(StringComparer.Ordinal);
        var matches = new Dictionary<(ulong, string?, string?), (string? Name, string? Twin)>();
        foreach (StructurePart part in anonymous)
        {
            string? expected = ExpectedName(part) ?? KnownName(part);
            var key = (part.Signature, part.ReferringField, expected);
            if (!matches.TryGetValue(key, out (string? Name, string? Twin) match))
            {
                fields.Clear();
                foreach (FieldModel field in part.Model.Fields)
                    fields.Add(field.Name);
                string fieldName = Pascal(Singular(part.ReferringField ?? ""));
                string? name = matcher.Match(fields, name => IsHinted(name, expected, fieldName), out string? twin);
                matches[key] = match = (name, twin);
            }

            if (match.Name is not null)
                Take(part, match.Twin is { } other && SharesVerb(other, part) && !SharesVerb(match.Name, part) ? other : match.Name);
            else
                unmatched.Add(part);
        }

        foreach (StructurePart part in unmatched)
            Guess(part);
    }

    /// <summary>Rule 5: the field's name made singular and <c>Inventory</c>; where that is another structure, the API's name and the field's.</summary>
    private void Guess(StructurePart part)
    {
        string api = part.Api ?? "";
        string name = ExpectedName(part) ?? Pascal(Singular(part.ReferringField ?? part.Model.Id)) + "Inventory";
        if (!IsTypeName(name) || (!Fits(name, part) && (IsDescribed(name) || KnownStructures.Instance.Find(name) is not null)))
            name = Pascal(api) + Pascal(part.ReferringField ?? part.Model.Id);
        if (!IsTypeName(name))
            name = "Type" + Pascal(part.Model.Id);
        string candidate = name;
        for (int i = 2; IsDescribed(candidate) && !Fits(candidate, part); i++)
            candidate = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Take(part, candidate);
        _findings.Add(new CatalogFinding(
            FindingRules.GuessedStructureName.Id,
            FindingSeverity.Info,
            part.Path,
            part.ElementKey(null),
            "The table of '" + (part.ReferringField ?? part.Model.Id) + "' has no type name and matches no known structure; it is called '" + candidate + "'."));
    }

    private bool Fits(string name, StructurePart part)
    {
        if (!_fieldsByName.TryGetValue(name, out NamedFields? fields))
            return false;
        HashSet<string> known = fields.Names;
        int common = 0;
        foreach (FieldModel field in part.Model.Fields)
        {
            if (known.Contains(field.Name))
                common++;
        }

        return common * 2 >= Math.Max(known.Count, part.Model.Fields.Count);
    }

    /// <summary>For <c>inventory</c> and <c>inventories</c>: what the API's name says they are.</summary>
    private static string? ExpectedName(StructurePart part) =>
        part.Api is not null && part.ReferringField is "inventory" or "inventories" ? InventoryOf(part.Api!) : null;

    /// <summary>Whether a structure is called like what the API does, such as <c>RevertSnapshotGroupResult</c> for one that reverts.</summary>
    private static bool SharesVerb(string name, StructurePart part)
    {
        string api = part.Api ?? "";
        int verb = EndOfVerb(api);
        return verb < api.Length && verb < name.Length && string.CompareOrdinal(name, 0, api, 0, verb) == 0 && name[verb] is >= 'A' and <= 'Z';
    }

    /// <summary>For a field of a known structure: what is known to be its type.</summary>
    private string? KnownName(StructurePart part)
    {
        if (part.Owner is not { } owner || part.ReferringField is not { } field)
            return null;
        string? name = owner.StatedName ?? (_names.TryGetValue(owner, out string? taken) ? taken : null);
        return name is null ? null : KnownStructures.Instance.Find(name)?.TypeOf(field)?.MentionedName;
    }

    /// <summary>The structure that an API's name promises: <c>QueryVmInstance</c> gives <c>VmInstanceInventory</c>.</summary>
    public static string? InventoryOf(string api)
    {
        if (KnownStructures.Instance.QueryElement(api) is { } element)
            return element;
        int second = EndOfVerb(api);
        return second < api.Length ? api.Substring(second) + "Inventory" : null;
    }

    private static int EndOfVerb(string api)
    {
        int end = 1;
        while (end < api.Length && api[end] is not (>= 'A' and <= 'Z'))
            end++;
        return end;
    }

    private static bool IsHinted(string name, string? expected, string fieldName)
    {
        if (expected is not null)
            return string.Equals(name, expected, StringComparison.Ordinal);
        return fieldName.Length > 0 && name.StartsWith(fieldName, StringComparison.Ordinal)
            && (name.Length == fieldName.Length || string.CompareOrdinal(name, fieldName.Length, "Inventory", 0, int.MaxValue) == 0);
    }

    private static string Pascal(string text) =>
        text.Length > 0 && text[0] is >= 'a' and <= 'z' ? (char)(text[0] - 32) + text.Substring(1) : text;

    /// <summary>A plural field name made singular.</summary>
    internal static string Singular(string name)
    {
        if (name.EndsWith("ies", StringComparison.Ordinal) && name.Length > 4)
            return name.Substring(0, name.Length - 3) + "y";
        foreach (string ending in new[] { "sses", "xes", "ches", "shes" })
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
                return name.Substring(0, name.Length - 2);
        }

        return name.Length > 2 && name.EndsWith("s", StringComparison.Ordinal) && !name.EndsWith("ss", StringComparison.Ordinal)
            ? name.Substring(0, name.Length - 1)
            : name;
    }

    /// <summary>The fields of all tables of one name.</summary>
    private sealed class NamedFields
    {
        private readonly HashSet<ulong> _seen = [];

        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

        public void Add(StructurePart part)
        {
            // A structure that fifty pages repeat is looked at once.
            if (!_seen.Add(part.Signature))
                return;
            foreach (FieldModel field in part.Model.Fields)
                Names.Add(field.Name);
        }
    }
}
