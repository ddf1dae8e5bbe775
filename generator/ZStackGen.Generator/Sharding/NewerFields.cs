using System;
using System.Collections.Generic;
using ZStackGen.Generator.Emission;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Sharding;

/// <summary>
/// Finds the fields of structures in the parameters of an action that came later than the action and the fields around them. A field is a path
/// such as <c>disks/label</c>. A list has no segment of its own, and <c>*</c> stands for each key of a map.
/// </summary>
internal sealed class NewerFields(EquatableArray<CatalogStructure> structures)
{
    private const char Separator = '/';
    private const string AnyKey = "*";

    /// <summary>The number of fields to examine for an action, and of structures in each other. Structures can have exponentially many paths.</summary>
    private const int MostFields = 1000;
    private const int MostLevels = 8;

    private Dictionary<string, CatalogStructure>? _structures;
    private int _examined;

    /// <summary>Returns the newer fields of the actions that have any.</summary>
    public EquatableArray<ActionFields> Of(IReadOnlyCollection<CatalogAction> actions)
    {
        List<ActionFields>? all = null;
        foreach (CatalogAction action in actions)
        {
            if (Of(action) is { Count: > 0 } lines)
                (all ??= []).Add(new ActionFields(action.Name, lines));
        }

        return all is null ? default : all.ToEquatableArray();
    }

    /// <summary>Returns a line for each field: its version, a space and its path. Most actions have none.</summary>
    public EquatableArray<string> Of(CatalogAction action)
    {
        List<string>? lines = null;
        _examined = 0;
        foreach (CatalogMember parameter in action.Parameters)
        {
            if (parameter.Location != ParameterLocation.Path && StructureOf(parameter.Type, "", out _) is not null)
                Add(parameter, "", Later(action.Since, parameter.Since), [], lines ??= []);
        }

        return lines is null ? default : lines.ToEquatableArray();
    }

    private void Add(CatalogMember member, string prefix, string? known, HashSet<string> around, List<string> lines)
    {
        // A structure in itself would never end. Its fields are listed for the outermost occurrence.
        if (member.Name.IndexOf(Separator) >= 0 || StructureOf(member.Type, prefix + member.Name, out string path) is not { } name || around.Count == MostLevels || !around.Add(name))
            return;
        for (CatalogStructure? level = Find(name); level is not null; level = level.Extends is { } extended ? Find(extended) : null)
        {
            foreach (CatalogMember field in level.Members)
            {
                if (++_examined > MostFields)
                    return;
                if (AttributeEmitter.IsLater(field.Since, known) && field.Name.IndexOf(Separator) < 0)
                    lines.Add(AttributeEmitter.Comparable(field.Since) + " " + path + Separator + field.Name);
                Add(field, path + Separator, Later(known, field.Since), around, lines);
            }
        }

        around.Remove(name);
    }

    private CatalogStructure? Find(string name)
    {
        if (_structures is null)
        {
            _structures = new Dictionary<string, CatalogStructure>(structures.Count, StringComparer.Ordinal);
            foreach (CatalogStructure structure in structures)
                _structures[structure.TypeName] = structure;
        }

        return _structures.TryGetValue(name, out CatalogStructure? found) ? found : null;
    }

    private static string? StructureOf(TypeReference type, string prefix, out string path)
    {
        path = prefix;
        TypeReference? inner = type;
        while (inner is { Kind: ValueKind.List or ValueKind.Map })
        {
            if (inner.Kind == ValueKind.Map)
                path += Separator + AnyKey;
            inner = inner.Element;
        }

        return inner is { Kind: ValueKind.Structure } ? inner.Name : null;
    }

    private static string? Later(string? known, string? since) => AttributeEmitter.IsLater(since, known) ? AttributeEmitter.Comparable(since) : known;
}
