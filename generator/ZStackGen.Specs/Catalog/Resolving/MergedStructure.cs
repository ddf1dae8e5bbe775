using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog.Planning;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>One structure with all the tables that describe it.</summary>
internal sealed class MergedStructure(string name)
{
    private static readonly List<MergedField> s_none = [];

    private readonly HashSet<ulong> _signatures = [];
    private ResolvedFields? _resolved;
    private TypeReference? _reference;
    private HashSet<string>? _identifiers;

    public string Name { get; } = name;

    public TypeReference Reference => _reference ??= new TypeReference(IsEnumeration ? ValueKind.OpenEnum : ValueKind.Structure, Name);

    /// <summary>Tables that differ from each other; repetitions are left out.</summary>
    public List<(StructurePart Table, ApiPart? Api)> Tables { get; } = [];

    public string TypeName { get; set; } = name;

    /// <summary>The base that a page declares.</summary>
    public string? DeclaredBase => DeclaringTable?.Model.Extends;

    /// <summary>The table that declares the base.</summary>
    public StructurePart? DeclaringTable { get; private set; }

    /// <summary>The base that is generated.</summary>
    public MergedStructure? Base { get; set; }

    /// <summary>How many bases are above it; negative until they are known.</summary>
    public int Depth { get; set; } = -1;

    /// <summary>Structures that extend this one, directly or not: the server's class and the one that is generated for it.</summary>
    public List<(string Name, MergedStructure Structure)> Subclasses { get; } = [];

    /// <summary>Whether something that is generated refers to it.</summary>
    public bool IsNeeded { get; set; }

    /// <summary>Whether the structure is an enumeration that is documented as a table.</summary>
    public bool IsEnumeration { get; private set; } = KnownStructures.Instance.Find(name) is { IsEnumeration: true };

    public void Add(StructurePart table, ApiPart? api)
    {
        if (!_signatures.Add(table.Signature))
            return;
        Tables.Add((table, api));
        if (DeclaringTable is null && table.Model.Extends is not null)
            DeclaringTable = table;
        IsEnumeration |= table.IsEnumeration;
    }

    public HashSet<string> FieldNames()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach ((StructurePart table, _) in Tables)
        {
            foreach (FieldModel field in table.Model.Fields)
                names.Add(field.Name);
        }

        return names;
    }

    /// <summary>Merges the tables' rows and decides each field's type. A structure that no page describes has its known fields.</summary>
    public void Resolve(StructureCatalog catalog) => _resolved = catalog.Remember(this, Resolve);

    private void Resolve(StructureCatalog catalog, CatalogOptions options, List<MergedField> fields)
    {
        var order = new List<string>();
        foreach ((StructurePart table, _) in Tables)
        {
            EquatableArray<FieldModel> rows = table.Model.Fields;
            for (int i = 0; i < rows.Count; i++)
            {
                // Tables of one structure mostly have the same rows in the same order.
                if ((i >= order.Count || !string.Equals(order[i], rows[i].Name, StringComparison.Ordinal)) && !order.Contains(rows[i].Name))
                    order.Add(rows[i].Name);
            }
        }

        var evidence = new List<TypeEvidence>();
        var tables = new List<StructurePart>();
        for (int i = 0; i < order.Count; i++)
        {
            string field = order[i];
            evidence.Clear();
            tables.Clear();
            string? since = null;
            string? description = null;
            string? english = null;
            EquatableArray<string> values = default;
            foreach ((StructurePart table, ApiPart? api) in Tables)
            {
                int row = table.IndexOf(field, i);
                if (row < 0)
                    continue;
                FieldModel model = table.Model.Fields[row];
                evidence.Add(new TypeEvidence(table.Types[row], api?.Find(model.StructureId), table.Example?.Member(field)));
                tables.Add(table);
                since = SinceVersion.Earliest(since, model.Since);
                ActionCatalog.Describe(model.Description, ref description, ref english);
                if (values.Count == 0)
                    values = model.Values;
            }

            if (options.IsOmitted(since))
                continue;
            TypeReference type = catalog.ResolveField(evidence, field, Name, tables);
            fields.Add(new MergedField(field, type, since, english ?? description, values));
        }

        if (Tables.Count == 0 && KnownStructures.Instance.Find(Name) is { } known)
            AddKnownFields(catalog, known, fields);
    }

    private void AddKnownFields(StructureCatalog catalog, KnownStructure known, List<MergedField> fields)
    {
        var evidence = new List<TypeEvidence>(1);
        for (int i = 0; i < known.FieldNames.Length; i++)
        {
            evidence.Clear();
            evidence.Add(new TypeEvidence(known.FieldTypes[i], null, null));
            // Nobody wrote these rows in the project, so nothing is reported about them.
            TypeReference type = catalog.ResolveQuietly(evidence, known.FieldNames[i], Name);
            fields.Add(new MergedField(known.FieldNames[i], type, null, null, default));
        }
    }

    private List<MergedField> Fields => _resolved?.Fields ?? s_none;

    /// <summary>Names the fields. The base must be finished: its names are taken.</summary>
    public CatalogStructure Finish(StructureCatalog catalog, Dictionary<string, string> renamed)
    {
        // A structure alone has nothing that other structures could change.
        bool isAlone = Base is null && Subclasses.Count == 0 && renamed.Count == 0;
        return isAlone && _resolved is not null ? catalog.Remember(_resolved, () => FinishAnew(catalog, renamed)) : FinishAnew(catalog, renamed);
    }

    private CatalogStructure FinishAnew(StructureCatalog catalog, Dictionary<string, string> renamed)
    {
        var plan = new IdentifierPlan(IdentifierPlan.StructureNames, Base?._identifiers);
        var members = new List<CatalogMember>(Fields.Count);
        foreach (MergedField field in Fields)
        {
            if (Base?.Find(field.Name) is { } inherited)
            {
                CheckInherited(catalog, field, inherited);
                continue;
            }

            string identifier = plan.Add(field.Name, TypeName, out bool isRenamed);
            if (isRenamed && Tables.Count > 0)
                catalog.Report(FindingRules.RenamedIdentifier, Tables[0].Table.Path, Tables[0].Table.ElementKey(field.Name), "Field '" + field.Name + "' of '" + Name + "' becomes the property '" + identifier + "'.");
            members.Add(new CatalogMember
            {
                Name = field.Name,
                Identifier = identifier,
                Type = field.Type,
                Since = field.Since,
                Description = field.Description,
                Values = ValueRules.Read(field.Values, field.Type.Kind).Allowed,
            });
        }

        var enumerations = new List<CatalogEnumeration>();
        plan.KeepTypes(members);
        Enumerations.Nest(members, plan, TypeName, enumerations);
        string? since = Words(out string? description);
        var result = new CatalogStructure
        {
            TypeName = TypeName,
            Extends = Base?.TypeName,
            Description = description,
            Since = since,
            Members = TypeRenaming.Apply(members.ToEquatableArray(), renamed),
            Enumerations = enumerations.ToEquatableArray(),
        };
        if (Base is null && Subclasses.Count == 0)
            return result;
        RememberNames(members, enumerations);
        return result with { Subclasses = SubclassesInOrder(), HiddenTypes = HiddenTypes(result.Members) };
    }

    private MergedField? Find(string field) => Fields.Find(known => string.Equals(known.Name, field, StringComparison.Ordinal)) ?? Base?.Find(field);

    private void CheckInherited(StructureCatalog catalog, MergedField field, MergedField inherited)
    {
        if (Tables.Count == 0 || !TypeResolution.Contradict(field.Type, inherited.Type))
            return;
        StructurePart table = Tables.Find(candidate => candidate.Table.IndexOf(field.Name, 0) >= 0).Table;
        catalog.Report(FindingRules.TypeConflict, table.Path, table.ElementKey(field.Name),
            "Field '" + field.Name + "' of '" + Name + "' is " + TypeWarnings.Name(field.Type) + " here, but " + TypeWarnings.Name(inherited.Type) + " in its base '" + Base!.Name + "', which decides.");
    }

    private void RememberNames(List<CatalogMember> members, List<CatalogEnumeration> enumerations)
    {
        _identifiers = Base?._identifiers is { } inherited ? new HashSet<string>(inherited, StringComparer.Ordinal) : new HashSet<string>(StringComparer.Ordinal);
        foreach (CatalogMember member in members)
            _identifiers.Add(member.Identifier);
        foreach (CatalogEnumeration enumeration in enumerations)
            _identifiers.Add(enumeration.TypeName);
    }

    private EquatableArray<CatalogSubclass> SubclassesInOrder()
    {
        var subclasses = new List<CatalogSubclass>(Subclasses.Count);
        foreach ((string name, MergedStructure structure) in Subclasses)
            subclasses.Add(new CatalogSubclass(name, structure.TypeName));
        subclasses.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return subclasses.ToEquatableArray();
    }

    private EquatableArray<string> HiddenTypes(EquatableArray<CatalogMember> members)
    {
        if (Base?._identifiers is not { } inherited)
            return default;
        var hidden = new SortedSet<string>(StringComparer.Ordinal);
        if (inherited.Contains("Array"))
            hidden.Add("Array");
        foreach (CatalogMember member in members)
        {
            if ((member.Type.Element ?? member.Type).Name is { } type && inherited.Contains(type))
                hidden.Add(type);
        }

        return new List<string>(hidden).ToEquatableArray();
    }

    /// <summary>The enumeration that the tables document: listed values, else the constants that are its rows, else the known ones.</summary>
    public CatalogEnumeration FinishEnumeration()
    {
        string? since = Words(out string? description);
        var values = new List<string>();
        foreach ((StructurePart table, _) in Tables)
        {
            foreach (string value in table.Model.Values)
                values.Add(value);
            if (!table.HasConstantRows)
                continue;
            foreach (FieldModel field in table.Model.Fields)
                values.Add(field.Name);
        }

        if (KnownStructures.Instance.Find(Name) is { IsEnumeration: true } known)
            values.AddRange(known.Values);
        return Enumerations.Make(TypeName, description, since, values);
    }

    private string? Words(out string? chosen)
    {
        string? description = null;
        string? english = null;
        string? since = null;
        foreach ((StructurePart table, _) in Tables)
        {
            ActionCatalog.Describe(table.Model.Description, ref description, ref english);
            since = SinceVersion.Earliest(since, table.Model.Since);
        }

        chosen = english ?? description;
        return since;
    }
}
