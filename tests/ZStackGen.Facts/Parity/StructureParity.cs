using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Facts.Facts;
using ZStackGen.Facts.Merging;
using ZStackGen.Specs.Model;

namespace ZStackGen.Facts.Parity;

/// <summary>Compares the type pages with the classes of the SDK.</summary>
internal static class StructureParity
{
    /// <summary>Adds the comparison to a report.</summary>
    public static void Compare(FactsFolder facts, PageLookup pages, ParityReport report)
    {
        foreach (string name in Reached(facts))
        {
            SdkStructure structure = facts.SdkStructures[name];
            StructureModel? page = pages.Type(name);
            report.Compare("SDK: structures", name, "described", page is null ? "absent" : "described");
            if (page is null)
                continue;
            if (structure.Kind == "enum")
                report.Compare("SDK: constants", name, string.Join(", ", structure.Values), string.Join(", ", page.Values));
            foreach (SdkField field in structure.Fields)
                Compare(name, field, pages, report);
        }
    }

    private static void Compare(string structure, SdkField field, PageLookup pages, ParityReport report)
    {
        string place = $"{structure}.{field.Name}";
        FieldModel? row = pages.Field(structure, field.Name);
        report.Compare("SDK: fields", place, "described", row is null ? "absent" : "described");
        if (row is null)
            return;
        (string fact, string told) = TypeComparison.Align(field.Type, row.Type);
        report.Compare("SDK: field types", place, fact, told, () =>
            pages.Type(structure)!.Fields.All(own => own.Name != field.Name) ? "the field is on the page of the base type, which has priority"
                : fact == "String" && pages.Type(told) is { Values.Count: > 0 } ? "the page lists the values of a text" : null);
    }

    // Structures referred to by results and parameters. A guessed element type is not a fact.
    private static SortedSet<string> Reached(FactsFolder facts)
    {
        var reached = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>();
        foreach (SdkApi api in facts.Sdk.Values.Concat(facts.Removed.Values))
        {
            foreach (SdkParameter parameter in api.Params)
                Push(parameter.Type);
            foreach (SdkField field in api.Result is not null && facts.SdkStructures.TryGetValue(api.Result, out SdkStructure? result) ? result.Fields : [])
                Push(field.Type);
        }

        while (open.TryPop(out string? name))
        {
            if (!facts.SdkStructures.TryGetValue(name, out SdkStructure? structure) || !reached.Add(name))
                continue;
            foreach (SdkField field in structure.Fields)
                Push(field.Type);
            if (structure.Extends is not null)
                open.Push(structure.Extends);
        }

        return reached;

        void Push(string type)
        {
            foreach (string name in TypeText.Structures(TypeText.Normalize(type)))
                open.Push(name);
        }
    }
}
