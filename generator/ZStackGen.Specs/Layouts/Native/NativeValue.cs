using System;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;

namespace ZStackGen.Specs.Layouts.Native;

/// <summary>Reads an item of the list of an enumeration: a value, or a value and its description, such as <c>Running: The job is running.</c></summary>
internal static class NativeValue
{
    /// <summary>Adds the value and its description to the structure.</summary>
    /// <returns><see langword="true"/> if the item contains a value.</returns>
    public static bool Read(ReadOnlySpan<char> item, StructureDraft structure)
    {
        int colon = ColonAt(item);
        string? description = colon < 0 ? null : CellText.Description(item.Slice(colon + 1));
        if (CellText.Description(colon < 0 ? item : item.Slice(0, colon)) is not { } value)
            return false;
        structure.Values.Add(value);
        if (description is not null)
            structure.ValueDescriptions.Add(new ValueDescription(value, description));
        return true;
    }

    /// <summary>Returns the position of the first colon before a blank or the end that is neither escaped nor code; -1 if there is none.</summary>
    private static int ColonAt(ReadOnlySpan<char> item)
    {
        for (int i = 0; i < item.Length; i++)
        {
            if (item[i] == '\\')
                i++;
            else if (item[i] == '`' && item.Slice(i + 1).IndexOf('`') is var code and >= 0)
                i += code + 1;
            else if (item[i] == ':' && i > 0 && (i + 1 == item.Length || item[i + 1] == ' '))
                return i;
        }

        return -1;
    }
}
