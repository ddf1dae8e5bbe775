using ZStackGen.Specs.Catalog;

namespace ZStackGen.Tool.Comparing;

/// <summary>
/// The effect of a changed C# type of a member on a program's source. The catalog decides each type, so this covers every cause on a page:
/// a new type in its cell, values that turn a string into an enumeration, or an enumeration that no longer shares its name.
/// </summary>
internal static class TypeChange
{
    /// <summary>Returns the impact on a program that sets the member or reads it.</summary>
    /// <param name="before">The old type. It differs from the new type.</param>
    /// <param name="after">The new type.</param>
    /// <param name="isParameter">Whether programs only set the member.</param>
    /// <param name="now">The new pages, for the base classes of structures.</param>
    public static (ChangeImpact Impact, string Reason) Judge(TypeReference before, TypeReference after, bool isParameter, PageSet now)
    {
        bool wasEnumeration = Innermost(before).Kind == ValueKind.OpenEnum, isEnumeration = Innermost(after).Kind == ValueKind.OpenEnum;
        if (isParameter && Converts(before, after, now))
            return (ChangeImpact.Compatible, isEnumeration ? "programs that set a string still compile" : "every old value fits");
        string reason = (isParameter, wasEnumeration, isEnumeration) switch
        {
            (_, true, _) => "programs that name the old enumeration do not compile",
            (true, false, true) when before.Kind == ValueKind.List => "programs that set a list of strings may not compile",
            (false, false, true) => "programs that read it as a string may not compile",
            (true, _, _) => "values of the old type may not compile, or the server may reject them",
            _ => "programs that read it as the old type may not compile",
        };
        return (ChangeImpact.Breaking, reason);
    }

    // The implicit conversions of C# between generated types. Nullability makes no difference when a value is set.
    private static bool Converts(TypeReference before, TypeReference after, PageSet now) => (before.Kind, after.Kind) switch
    {
        (ValueKind.Int32, ValueKind.Int64 or ValueKind.Single or ValueKind.Double or ValueKind.Decimal) => true,
        (ValueKind.Int64, ValueKind.Single or ValueKind.Double or ValueKind.Decimal) => true,
        (ValueKind.Single, ValueKind.Double) => true,
        // Each open enumeration has an operator for it.
        (ValueKind.String, ValueKind.OpenEnum) => true,
        // Conversion to a base class. A list may be a list of a derived class, but a list of strings is not a list of enumerations.
        (ValueKind.Structure, ValueKind.Structure) => now.IsBase(after.Name!, before.Name!),
        (ValueKind.List, ValueKind.List) => before.Element!.Kind == ValueKind.Structure && Converts(before.Element, after.Element!, now),
        _ => false,
    };

    private static TypeReference Innermost(TypeReference type)
    {
        while (type.Element is { } element)
            type = element;
        return type;
    }
}
