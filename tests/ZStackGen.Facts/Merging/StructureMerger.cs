using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ZStackGen.Facts.Facts;

namespace ZStackGen.Facts.Merging;

/// <summary>Merges the SDK's fields of each structure with those of the documentation.</summary>
internal sealed partial class StructureMerger(FactsFolder facts, ManualTables tables, ListElements elements)
{
    private readonly Dictionary<string, MergedStructure> _structures = new(StringComparer.Ordinal);

    /// <summary>Returns all structures that the given types refer to, directly or indirectly.</summary>
    public Dictionary<string, MergedStructure> Reach(IEnumerable<string> types)
    {
        var reached = new Dictionary<string, MergedStructure>(StringComparer.Ordinal);
        var open = new Stack<string>(types.SelectMany(TypeText.Structures));
        while (open.TryPop(out string? name))
        {
            if (reached.ContainsKey(name) || Find(name) is not { } structure)
                continue;
            reached.Add(name, structure);
            foreach (MergedField field in structure.Fields)
            {
                foreach (string next in TypeText.Structures(field.Type))
                    open.Push(next);
            }

            if (structure.Extends is { } extends)
                open.Push(extends);
        }

        return reached;
    }

    /// <summary>Returns the members of a result class of the SDK; <see langword="null"/> if there is no such class.</summary>
    public IReadOnlyList<MergedField>? Result(string? name, bool isQuery, string? since)
    {
        if (name is null || !facts.SdkStructures.TryGetValue(name, out SdkStructure? result))
            return null;
        var fields = new List<MergedField>();
        if (result.Extends is { } extends && facts.SdkStructures.TryGetValue(extends, out SdkStructure? ancestor))
            fields.AddRange(ancestor.Fields.Select(field => Member(field, ancestor.Name, ancestor.Since, isQuery)));
        fields.AddRange(result.Fields.Select(field => Member(field, name, Versions.Later(result.Since, since), isQuery)));
        return [.. fields.Select(field => field with { Type = Known(field.Type), Since = field.Name == "total" && isQuery ? null : field.Since })];
    }

    /// <summary>Returns the type with each structure that no source describes replaced by <c>Object</c>.</summary>
    public string Known(string type)
    {
        string known = TypeText.WithElement(type, null);
        foreach (string name in TypeText.Structures(known).ToArray())
        {
            if (Find(name) is null)
                known = known.Replace(name, "Object", StringComparison.Ordinal);
        }

        return known;
    }

    private MergedStructure? Find(string name)
    {
        if (_structures.TryGetValue(name, out MergedStructure? found))
            return found;
        SdkStructure? sdk = facts.SdkStructures.GetValueOrDefault(name);
        if (sdk is null && !tables.Fields.ContainsKey(name) && !tables.Enumerations.ContainsKey(name))
            return null;
        // Added before its fields are read, because structures may contain themselves.
        _structures.Add(name, new MergedStructure { Name = name });
        return _structures[name] = Merge(name, sdk);
    }

    private MergedStructure Merge(string name, SdkStructure? sdk)
    {
        if (sdk?.Kind == "enum")
            return new MergedStructure { Name = name, Since = sdk.Since, Values = sdk.Values };
        if (sdk is null && tables.Enumerations.TryGetValue(name, out List<string>? constants))
            return new MergedStructure { Name = name, Values = constants };
        var fields = new List<MergedField>();
        HashSet<string> inherited = Inherited(sdk?.Extends);
        foreach (SdkField field in (sdk?.Fields ?? []).Where(field => !inherited.Contains(field.Name)))
            fields.Add(Member(field, name, sdk!.Since, isQuery: false));
        string? since = sdk?.Since;
        foreach (MergedField field in tables.Fields.GetValueOrDefault(name) ?? [])
        {
            if (inherited.Contains(field.Name) || fields.Exists(other => other.Name.Equals(field.Name, StringComparison.OrdinalIgnoreCase)))
                continue;
            fields.Add(field with { Since = Versions.Later(field.Since, field.Since is null ? null : since) });
        }

        string? extends = sdk?.Extends is { } ancestor && Find(ancestor) is not null ? ancestor : null;
        if (sdk is null)
            since = fields.Select(static field => field.Since).Aggregate((string?)null, Versions.Earlier);
        return new MergedStructure
        {
            Name = name,
            Since = since,
            Extends = extends,
            Fields = [.. fields.Select(field => field with { Type = Known(field.Type) })],
        };
    }

    private MergedField Member(SdkField field, string owner, string? ownerSince, bool isQuery)
    {
        string type = TypeText.Normalize(field.Type);
        if (TypeText.IsBareContainer(type))
            type = TypeText.WithElement(type, ElementOf(field, owner, isQuery));
        return new MergedField(field.Name, type, field.Since ?? ownerSince);
    }

    private string? ElementOf(SdkField field, string owner, bool isQuery)
    {
        if (facts.OpenStructures.GetValueOrDefault(owner)?.Doc?.FirstOrDefault(other => other.Name == field.Name)?.Struct is { } documented)
            return documented;
        MergedField? inManual = tables.Fields.GetValueOrDefault(owner)?.Find(other => other.Name == field.Name);
        if (inManual is not null && TypeText.Element(inManual.Type) is var element && !TypeText.IsBareContainer(element))
            return element;
        if (KnownElements.Of(owner.EndsWith("Result", StringComparison.Ordinal) ? owner[..^"Result".Length] : owner, field.Name) is { } known)
            return known;
        return OfResult(field, owner) ?? (TypeText.IsList(TypeText.Normalize(field.Type)) ? elements.Supported(field.Name, field.Guess, isQuery && field.Name == "inventories") : null);
    }

    // QueryEcsVpcFromLocalResult contains EcsVpcInventory. Data of a public cloud has another structure: DataCenterProperty.
    private string? OfResult(SdkField field, string owner)
    {
        if (field.Guess is not null || field.Name != "inventories" || ResultName().Match(owner) is not { Success: true } result)
            return null;
        string resource = result.Groups["resource"].Value;
        string[] endings = owner.StartsWith("Get", StringComparison.Ordinal) ? ["Property", "Inventory"] : ["Inventory"];
        return Array.Find(endings, ending => facts.SdkStructures.ContainsKey(resource + ending)) is { } found ? resource + found : null;
    }

    [GeneratedRegex("^(Query|(Get|Sync)(?=.*RemoteResult$))(?<resource>\\w+?)(FromLocal|FromRemote|Remote)?Result$", RegexOptions.CultureInvariant)]
    private static partial Regex ResultName();

    private HashSet<string> Inherited(string? extends)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (string? current = extends; current is not null && Find(current) is { } ancestor; current = ancestor.Extends)
            names.UnionWith(ancestor.Fields.Select(static field => field.Name));
        return names;
    }
}
