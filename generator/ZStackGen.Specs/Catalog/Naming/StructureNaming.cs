using System;
using System.Collections.Generic;
using System.Globalization;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Naming;

/// <summary>The second stage: names the structure of every table by the naming rules. The first matching rule is used.</summary>
internal sealed class StructureNaming
{
    private readonly Dictionary<StructurePart, string> _names = [];
    private readonly List<CatalogFinding> _findings = [];
    private readonly NamedFields _named = new();
    private readonly NamingMemory _memory;

    /// <summary>The last number of each name that got a number.</summary>
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    private StructureNaming(NamingMemory memory) => _memory = memory;

    /// <summary>Assigns names to all tables.</summary>
    public static StructureNames Name(CollectedPages pages, NamingMemory memory)
    {
        var naming = new StructureNaming(memory);
        naming.NameAll(pages);
        return new StructureNames(naming._names, naming._findings);
    }

    private void NameAll(CollectedPages pages)
    {
        List<StructurePart>? anonymous = null;
        var tables = new SignatureHash();
        foreach (StructurePart page in pages.TypePages)
            tables.Add(page.NameHash);
        foreach (ApiGroup group in pages.Groups)
        {
            foreach (ApiPart api in group.Parts)
            {
                foreach (StructurePart part in api.Structures)
                {
                    tables.Add(part.NameHash);
                    if (part.StatedName is null && !part.IsText)
                        (anonymous ??= []).Add(part);
                }
            }
        }

        if (anonymous is null)
            return;
        if (_memory.NamesFor(tables.Value, anonymous.Count) is { } earlier)
        {
            for (int i = 0; i < earlier.Names.Length; i++)
                _names[anonymous[i]] = earlier.Names[i];
            _findings.AddRange(earlier.Findings);
            return;
        }

        AddStated(pages);
        foreach (StructurePart part in Unmatched(anonymous))
            Guess(part);
        string[] names = new string[anonymous.Count];
        for (int i = 0; i < names.Length; i++)
            names[i] = _names[anonymous[i]];
        _memory.Set(new NamedTables(tables.Value, names, [.. _findings]));
    }

    /// <summary>Adds the tables with names. Their fields matter only for unnamed tables, which most projects do not have.</summary>
    private void AddStated(CollectedPages pages)
    {
        foreach (StructurePart page in pages.TypePages)
            _named.Add(page.StatedName!, page);
        foreach (ApiGroup group in pages.Groups)
        {
            foreach (ApiPart api in group.Parts)
            {
                foreach (StructurePart part in api.Structures)
                {
                    if (part.StatedName is { } stated)
                        _named.Add(stated, part);
                }
            }
        }
    }

    private void Take(StructurePart part, string name)
    {
        _names[part] = name;
        _named.Add(name, part);
    }

    /// <summary>Applies rules 3 and 4 to tables with the fields of a named structure. Returns the other tables.</summary>
    private List<StructurePart> Unmatched(List<StructurePart> anonymous)
    {
        MatchMemo matches = _memory.MatchesFor(_named.Hash, anonymous.Count);
        StructureMatcher? matcher = null;
        var unmatched = new List<StructurePart>();
        foreach (StructurePart part in anonymous)
        {
            string? expected = ExpectedName(part) ?? KnownName(part);
            var key = (part.FieldNames, part.ReferringField, expected);
            if (!matches.TryGet(key, out Match match))
            {
                matcher ??= new StructureMatcher(StructureIndex.Of(_named.Names, name => _named.Find(name)!));
                matches.Add(key, match = matcher.Match(FieldsOf(part), expected, ApiWords.Pascal(ApiWords.Singular(part.ReferringField ?? ""))));
            }

            string api = part.Api ?? "";
            if (match.Name is null)
                unmatched.Add(part);
            else
                _names[part] = match.Alternative is { } other && ApiWords.SharesVerb(other, api) && !ApiWords.SharesVerb(match.Name, api) ? other : match.Name;
        }

        foreach (StructurePart part in anonymous)
        {
            if (_names.TryGetValue(part, out string? name))
                _named.Add(name, part);
        }

        return unmatched;
    }

    private static HashSet<string> FieldsOf(StructurePart part)
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        foreach (FieldModel field in part.Model.Fields)
            fields.Add(field.Name);
        return fields;
    }

    /// <summary>
    /// Applies rule 5: the singular of the field's name and <c>Inventory</c>. If this is another structure, the names of the API and the field.
    /// </summary>
    private void Guess(StructurePart part)
    {
        string api = part.Api ?? "";
        string field = part.ReferringField ?? part.Model.Id;
        string name = ExpectedName(part) ?? ApiWords.Pascal(ApiWords.Singular(field)) + "Inventory";
        if (!TypeNames.IsTypeName(name) || (!Fits(name, part) && (_named.Contains(name) || KnownStructures.Instance.Find(name) is not null)))
            name = ApiWords.Pascal(api) + ApiWords.Pascal(field);
        if (!TypeNames.IsTypeName(name))
            name = "Type" + ApiWords.Pascal(part.Model.Id);
        string candidate = Fits(name, part) || !_named.Contains(name) ? name : Numbered(name, part);
        Take(part, candidate);
        _findings.Add(new CatalogFinding(
            FindingRules.GuessedStructureName.Id,
            FindingSeverity.Info,
            part.Path,
            part.ElementKey(null),
            "The table of '" + field + "' has no type name and matches no known structure; the name '" + candidate + "' is used."));
    }

    /// <summary>Appends a number to the name: the number of a structure with similar fields; otherwise, the next free number.</summary>
    private string Numbered(string name, StructurePart part)
    {
        const int Near = 16;
        int last = _numbers.TryGetValue(name, out int number) ? number : 1;
        for (int i = 2; i <= Math.Min(last, Near); i++)
        {
            string earlier = name + i.ToString(CultureInfo.InvariantCulture);
            if (Fits(earlier, part))
                return earlier;
        }

        string candidate;
        do
        {
            last++;
            candidate = name + last.ToString(CultureInfo.InvariantCulture);
        }
        while (_named.Contains(candidate) && !Fits(candidate, part));
        _numbers[name] = last;
        return candidate;
    }

    private bool Fits(string name, StructurePart part)
    {
        if (_named.Find(name) is not { } known)
            return false;
        int common = 0;
        foreach (FieldModel field in part.Model.Fields)
        {
            if (known.Contains(field.Name))
                common++;
        }

        return common * 2 >= Math.Max(known.Count, part.Model.Fields.Count);
    }

    /// <summary>Returns the name that the API's name implies for <c>inventory</c> and <c>inventories</c>.</summary>
    private static string? ExpectedName(StructurePart part) =>
        part.Api is not null && part.ReferringField is "inventory" or "inventories" ? ApiWords.InventoryOf(part.Api!) : null;

    /// <summary>Returns the known type of a field of a known structure.</summary>
    private string? KnownName(StructurePart part)
    {
        if (part.Owner is not { } owner || part.ReferringField is not { } field)
            return null;
        string? name = owner.StatedName ?? (_names.TryGetValue(owner, out string? taken) ? taken : null);
        return name is null ? null : KnownStructures.Instance.Find(name)?.TypeOf(field)?.MentionedName;
    }
}
