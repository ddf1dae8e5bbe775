using System;
using ZStackGen.Facts.Merging;

namespace ZStackGen.Facts.Parity;

/// <summary>Compares types by their form on the wire.</summary>
internal static class TypeComparison
{
    /// <summary>Removes the parts of a type that the other type does not state: a bare <c>List</c> is any list.</summary>
    /// <param name="fact">The type of the source.</param>
    /// <param name="page">The type of the page.</param>
    /// <returns>Both, equal if they can be the same type.</returns>
    public static (string Fact, string Page) Align(string? fact, string? page)
    {
        string left = Wire(TypeText.Normalize(fact)), right = Wire(TypeText.Normalize(page));
        if ((left == "List" && TypeText.IsList(right)) || (left == "Map" && TypeText.IsMap(right)))
            return (left, left);
        return (left, right);
    }

    // Java's boxed types are the same on the wire.
    private static string Wire(string type) => type switch
    {
        "int" => "Integer",
        "long" => "Long",
        "boolean" => "Boolean",
        "double" => "Double",
        "float" => "Float",
        _ => type.Replace(" ", "", StringComparison.Ordinal),
    };
}
