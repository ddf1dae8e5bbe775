using ZStackGen.Specs.Catalog;

namespace ZStackGen.Tool.Comparing;

/// <summary>
/// What another C# type of a member does to a program's source. The catalog decides each type, so whatever on a page leads to another one is
/// met here: another type in its cell, values that make an enumeration of a text, or an enumeration that no longer shares its name.
/// </summary>
internal static class TypeChange
{
    /// <summary>The impact on a program that gives the member or, as each field may be read, reads it.</summary>
    /// <param name="before">The old type, which is not the new one.</param>
    /// <param name="after">The new type.</param>
    /// <param name="isParameter">Whether programs give it only.</param>
    /// <param name="now">The new pages, whose structures have their base classes.</param>
    public static (ChangeImpact Impact, string Reason) Judge(TypeReference before, TypeReference after, bool isParameter, PageSet now)
    {
        bool wasEnumeration = Innermost(before).Kind == ValueKind.OpenEnum, isEnumeration = Innermost(after).Kind == ValueKind.OpenEnum;
        if (isParameter && Converts(before, after, now))
            return (ChangeImpact.Compatible, isEnumeration ? "programs that give a text still compile" : "every old value fits");
        string reason = (isParameter, wasEnumeration, isEnumeration) switch
        {
            (_, true, _) => "programs that name the old enumeration do not compile",
            (true, false, true) when before.Kind == ValueKind.List => "programs that give a list of texts may not compile",
            (false, false, true) => "programs that read it as text may not compile",
            (true, _, _) => "values of the old type may not compile or not be understood",
            _ => "programs that read it as the old type may not compile",
        };
        return (ChangeImpact.Breaking, reason);
    }

    // The implicit conversions of C# between generated types. A property that is null-able or not makes no difference to what is given.
    private static bool Converts(TypeReference before, TypeReference after, PageSet now) => (before.Kind, after.Kind) switch
    {
        (ValueKind.Int32, ValueKind.Int64 or ValueKind.Single or ValueKind.Double or ValueKind.Decimal) => true,
        (ValueKind.Int64, ValueKind.Single or ValueKind.Double or ValueKind.Decimal) => true,
        (ValueKind.Single, ValueKind.Double) => true,
        // Each open enumeration has an operator for it.
        (ValueKind.String, ValueKind.OpenEnum) => true,
        // To a base class; a list may be one of a derived class, but a list of texts is none of enumerations.
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
