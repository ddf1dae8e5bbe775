using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>Computes the names and hashes of tables, after all tables of a page have been linked.</summary>
internal static class StructureSignatures
{
    /// <summary>The nesting depth to which unnamed tables are part of the content of their owner.</summary>
    private const int Depth = 4;

    public static void Seal(StructurePart[] tables, ApiPart? page)
    {
        bool hasNested = false;
        var own = new ulong[tables.Length];
        for (int i = 0; i < tables.Length; i++)
        {
            StructurePart table = tables[i];
            table.StatedName = table.ReferringName is not null && TypeNames.IsTypeName(table.ReferringName) ? table.ReferringName
                : table.Model.Name is not null && TypeNames.IsTypeName(table.Model.Name) ? table.Model.Name
                : page is null ? "Type" : null;
            table.Constants = ConstantRows.TryRead(table);
            table.FieldNames = HashNames(table);
            table.NameHash = HashName(table);
            own[i] = HashRows(table, page, ref hasNested);
            table.Signature = own[i];
        }

        // Each round includes another level, because tables can refer to each other in cycles.
        for (int round = 0; hasNested && page is not null && round < Depth; round++)
        {
            var next = new ulong[tables.Length];
            for (int i = 0; i < tables.Length; i++)
                next[i] = HashChildren(tables[i], page, own[i]);
            for (int i = 0; i < tables.Length; i++)
                tables[i].Signature = next[i];
        }
    }

    private static ulong HashName(StructurePart table)
    {
        var hash = new SignatureHash();
        hash.Add(table.StatedName);
        hash.Add(table.FieldNames);
        if (table.StatedName is not null)
            return hash.Value;
        hash.Add(table.Path);
        hash.Add(table.Api);
        hash.Add(table.Model.Id);
        hash.Add(table.ReferringField);
        hash.Add(table.Owner?.Model.Id);
        hash.Add(table.Owner?.ReferringName ?? table.Owner?.Model.Name);
        return hash.Value;
    }

    private static ulong HashNames(StructurePart table)
    {
        var hash = new SignatureHash();
        foreach (FieldModel field in table.Model.Fields)
            hash.Add(field.Name);
        return hash.Value;
    }

    private static ulong HashRows(StructurePart table, ApiPart? page, ref bool hasNested)
    {
        var hash = new SignatureHash();
        StructureModel model = table.Model;
        hash.Add(model.Extends);
        hash.Add(model.Description);
        hash.Add(model.Since);
        hash.Add(model.Values.Count);
        foreach (string value in model.Values)
            hash.Add(value);
        foreach (ValueDescription described in model.ValueDescriptions)
        {
            hash.Add(described.Value);
            hash.Add(described.Description);
        }

        for (int i = 0; i < table.Types.Length; i++)
        {
            FieldModel field = model.Fields[i];
            hash.Add(field.Name);
            hash.Add(field.Type);
            hash.Add(field.Since);
            hash.Add(field.Description);
            foreach (string value in field.Values)
                hash.Add(value);
            if (page?.Find(field.StructureId) is { } child)
            {
                hash.Add(child.ReferringName ?? child.Model.Name);
                hasNested |= IsNested(child);
            }
            else if (table.Types[i].Element is null && table.Types[i].Kind is DocumentedKind.List or DocumentedKind.Map or DocumentedKind.None)
            {
                // Only the sample determines the element type here, so tables with different samples differ.
                ExampleShape? sample = table.Example?.Member(field.Name);
                hash.Add(sample is null ? -1 : ((int)sample.Kind << 8) | (int)(sample.Element?.Kind ?? 0));
            }
        }

        return hash.Value;
    }

    private static ulong HashChildren(StructurePart table, ApiPart page, ulong own)
    {
        var hash = new SignatureHash();
        hash.Add(own);
        foreach (FieldModel field in table.Model.Fields)
        {
            if (page.Find(field.StructureId) is { } child && IsNested(child))
                hash.Add(child.Signature);
        }

        return hash.Value;
    }

    private static bool IsNested(StructurePart child) => child.ReferringName is null && child.Model.Name is null;
}
