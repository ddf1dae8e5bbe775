using System;
using ZStackGen.Specs.Parsing.Cells;

namespace ZStackGen.Specs.Layouts.Native;

/// <summary>Reads an item of the list of an enumeration: a value, or a value and its description, such as <c>Running: The job is running.</c></summary>
internal static class NativeValue
{
    /// <summary>Reads the value and its description.</summary>
    /// <returns>The value; <see langword="null"/> if the item contains none.</returns>
    public static (string Value, string? Description)? Read(ReadOnlySpan<char> item)
    {
        int colon = ColonAt(item);
        string? description = colon < 0 ? null : CellText.Description(item.Slice(colon + 1));
        return CellText.Description(colon < 0 ? item : item.Slice(0, colon)) is { } value ? (value, description) : null;
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
