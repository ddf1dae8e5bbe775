using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ZStackGen.Generator.Analysis.Queries;

/// <summary>Reads the documented values of an open enumeration. Metadata contains only the names of their properties, which the generator derives from the values.</summary>
internal static class KnownValues
{
    /// <summary>Returns the names of the properties; none if the type is not an open enumeration.</summary>
    public static List<string> Of(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct } && type.AllInterfaces.Any(static found => found is { Name: "IOpenEnumeration", ContainingNamespace: { Name: "Serialization", ContainingNamespace.Name: "ZStack" } })
            ? [.. type.GetMembers().OfType<IPropertySymbol>().Where(property => property.IsStatic && SymbolEqualityComparer.Default.Equals(property.Type, type)).Select(static property => property.Name)]
            : [];

    /// <summary>Determines whether a string can be one of the values. Only letters and digits are compared, because names contain no other characters. Case is ignored, as on the server.</summary>
    public static bool Contains(List<string> names, string value)
    {
        string letters = Letters(value);
        return letters.Length == 0 || names.Any(name => IsNameOf(Letters(name), letters));
    }

    /// <summary>Determines whether a name can denote a value. A name may have a prefix (for a value that starts with a digit) or a number at its end (for a second value with the same letters).</summary>
    private static bool IsNameOf(string name, string letters) =>
        name.Length <= letters.Length + 2
        && (name.StartsWith(letters, StringComparison.OrdinalIgnoreCase) || name.EndsWith(letters, StringComparison.OrdinalIgnoreCase));

    private static string Letters(string text) => new([.. text.Where(char.IsLetterOrDigit)]);
}
