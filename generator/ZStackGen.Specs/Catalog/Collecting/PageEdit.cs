using System;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>Compares a page before and after an edit.</summary>
internal static class PageEdit
{
    /// <summary>
    /// Determines whether an edit changes only the content of APIs: not their names, paths and versions, which select and group them, and no table,
    /// which other pages can refer to.
    /// </summary>
    public static bool IsLocal(CatalogPage page, CatalogPage edited)
    {
        if (!string.Equals(page.Page.Path, edited.Page.Path, StringComparison.Ordinal) || page.Types.Length > 0 || edited.Types.Length > 0 || page.Apis.Length != edited.Apis.Length)
            return false;
        for (int i = 0; i < page.Apis.Length; i++)
        {
            if (!IsLocal(page.Apis[i], edited.Apis[i]))
                return false;
        }

        return true;
    }

    private static bool IsLocal(ApiPart part, ApiPart edited)
    {
        ApiModel before = part.Api, after = edited.Api;
        if (!string.Equals(before.Name, after.Name, StringComparison.Ordinal) || !string.Equals(before.Path, after.Path, StringComparison.Ordinal)
            || !string.Equals(before.Since, after.Since, StringComparison.Ordinal) || before.Structures.Count != after.Structures.Count)
            return false;
        return before.Structures.Count == 0 || (before.Structures == after.Structures && HaveSameReferences(part, edited));
    }

    /// <summary>Determines whether the names, examples and owners of the tables are the same, which the fields that refer to them determine.</summary>
    private static bool HaveSameReferences(ApiPart part, ApiPart edited)
    {
        ApiModel before = part.Api, after = edited.Api;
        if (!string.Equals(before.RequestExample, after.RequestExample, StringComparison.Ordinal) || !string.Equals(before.ResponseExample, after.ResponseExample, StringComparison.Ordinal)
            || !string.Equals(before.Wrapper, after.Wrapper, StringComparison.Ordinal) || before.Parameters.Count != after.Parameters.Count)
            return false;
        for (int i = 0; i < before.Parameters.Count; i++)
        {
            ParameterModel left = before.Parameters[i], right = after.Parameters[i];
            if (!IsSame(left.Name, left.Type, left.StructureId, right.Name, right.Type, right.StructureId))
                return false;
        }

        EquatableArray<FieldModel> fields = before.Response?.Fields ?? default, editedFields = after.Response?.Fields ?? default;
        if (fields.Count != editedFields.Count)
            return false;
        for (int i = 0; i < fields.Count; i++)
        {
            FieldModel left = fields[i], right = editedFields[i];
            if (!IsSame(left.Name, left.Type, left.StructureId, right.Name, right.Type, right.StructureId))
                return false;
        }

        foreach (StructurePart table in part.Structures)
        {
            // The name of an unnamed table depends on the tables of all pages.
            if (table.StatedName is null && !table.IsText)
                return false;
        }

        return true;
    }

    private static bool IsSame(string name, string? type, string? structure, string otherName, string? otherType, string? otherStructure) =>
        string.Equals(name, otherName, StringComparison.Ordinal) && string.Equals(type, otherType, StringComparison.Ordinal) && string.Equals(structure, otherStructure, StringComparison.Ordinal);
}
