using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ZStackGen.Generator.Analysis.Queries;

/// <summary>The values that an open enumeration lists. Metadata keeps the names of their properties only, which are made of the values.</summary>
internal static class KnownValues
{
    /// <summary>The values' properties; none for a type that is no open enumeration.</summary>
    public static List<string> Of(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct } && type.AllInterfaces.Any(static found => found is { Name: "IOpenEnumeration", ContainingNamespace: { Name: "Serialization", ContainingNamespace.Name: "ZStack" } })
            ? [.. type.GetMembers().OfType<IPropertySymbol>().Where(property => property.IsStatic && SymbolEqualityComparer.Default.Equals(property.Type, type)).Select(static property => property.Name)]
            : [];

    /// <summary>Whether a text can be one of the values: by its letters and digits, since others are not in a name, and without case, as the server compares.</summary>
    public static bool Contains(List<string> names, string value)
    {
        string letters = Letters(value);
        return letters.Length == 0 || names.Any(name => IsNameOf(Letters(name), letters));
    }

    /// <summary>A name may have a letter before it (of a value that begins with a digit) or a number behind it (of a second value of the same letters).</summary>
    private static bool IsNameOf(string name, string letters) =>
        name.Length <= letters.Length + 2
        && (name.StartsWith(letters, StringComparison.OrdinalIgnoreCase) || name.EndsWith(letters, StringComparison.OrdinalIgnoreCase));

    private static string Letters(string text) => new([.. text.Where(char.IsLetterOrDigit)]);
}
