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
        IsOpenEnumeration(type) ? [.. type!.GetMembers().OfType<IPropertySymbol>().Where(IsValue).Select(static property => property.Name)] : [];

    /// <summary>Determines whether a property is a value of an open enumeration.</summary>
    public static bool IsValueOfEnumeration(IPropertySymbol property) => IsValue(property) && IsOpenEnumeration(property.Type);

    /// <summary>Determines whether a string can be one of the values. Only letters and digits are compared, because names contain no other characters. Case is ignored, as on the server.</summary>
    public static bool Contains(List<string> names, string value)
    {
        string letters = Letters(value);
        return letters.Length == 0 || names.Any(name => IsNameOf(Letters(name), letters));
    }

    private static bool IsOpenEnumeration(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct } && type.AllInterfaces.Any(static found => found is { Name: "IOpenEnumeration", ContainingNamespace: { Name: "Serialization", ContainingNamespace.Name: "ZStack" } });

    private static bool IsValue(IPropertySymbol property) => property.IsStatic && SymbolEqualityComparer.Default.Equals(property.Type, property.ContainingType);

    /// <summary>
    /// Determines whether a name can denote a value. A name starts with <c>N</c> for a value that starts with a digit. It ends with <c>Value</c> if
    /// the name is reserved, and with a number if several values have the same letters.
    /// </summary>
    private static bool IsNameOf(string name, string letters) => Denotes(name, letters) || (name.Length > 0 && name[0] == 'N' && Denotes(name.Substring(1), letters));

    private static bool Denotes(string name, string letters)
    {
        if (!name.StartsWith(letters, StringComparison.OrdinalIgnoreCase))
            return false;
        string rest = name.Substring(letters.Length);
        if (rest.StartsWith("Value", StringComparison.Ordinal))
            rest = rest.Substring("Value".Length);
        return rest.All(char.IsDigit);
    }

    private static string Letters(string text) => new([.. text.Where(char.IsLetterOrDigit)]);
}
