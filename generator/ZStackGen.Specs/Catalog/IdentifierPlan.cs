using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace ZStackGen.Specs.Catalog;

/// <summary>
/// The C# names of one scope (a class's members, or a namespace's types), made from wire names before anything is written: valid,
/// PascalCase, none twice (not even in other case), none that the scope's base class or the language already uses.
/// </summary>
internal sealed class IdentifierPlan
{
    private const int MaxLength = 120;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly string[][] _reserved;

    /// <param name="reserved">Names that the scope may not use (compared exactly).</param>
    public IdentifierPlan(params string[][] reserved) => _reserved = reserved;

    /// <summary>Members every class inherits.</summary>
    public static string[] ObjectMembers { get; } =
        ["Equals", "GetHashCode", "GetType", "ToString", "Finalize", "MemberwiseClone", "ReferenceEquals"];

    /// <summary>Members of a structure's base class and those that are generated into it.</summary>
    public static string[] StructureMembers { get; } = ["UnknownMembers", "Read", "ReadMember", "WriteMembers", "Query", "ZStack"];

    /// <summary>Members of a result's base class.</summary>
    public static string[] ResultMembers { get; } = ["Success", "Error", "Schema"];

    /// <summary>Members of an action's base class and those that are generated into it.</summary>
    public static string[] ActionMembers { get; } =
        ["Api", "SessionId", "Result", "WritePath", "WriteQuery", "WriteBody", "WriteBodyOutsideWrapper", "ReadResult", "ZStack"];

    /// <summary>Members of a query action's base class.</summary>
    public static string[] QueryMembers { get; } =
        ["Conditions", "Limit", "Start", "Count", "ReplyWithCount", "Sort", "Fields", "FilterName", "Uuid"];

    /// <summary>Type names that generated code itself uses.</summary>
    public static string[] TypeNames { get; } =
    [
        "Array", "DateTimeOffset", "IReadOnlyList", "IReadOnlyDictionary", "Dictionary", "JsonElement", "Object", "String", "System", "ZStack",
        "IEquatable", "StringComparison", "ErrorCode", "Result",
    ];

    /// <summary>The identifier for <paramref name="wireName"/>; <paramref name="isRenamed"/> tells whether more than its first letter changed.</summary>
    public string Add(string wireName, string? enclosingType, out bool isRenamed)
    {
        string plain = ToIdentifier(wireName);
        string name = plain;
        if (IsReserved(name) || string.Equals(name, enclosingType, StringComparison.Ordinal))
            name += "Value";
        string candidate = name;
        for (int i = 2; !_taken.Add(candidate) || IsReserved(candidate) || string.Equals(candidate, enclosingType, StringComparison.Ordinal); i++)
            candidate = name + i.ToString(CultureInfo.InvariantCulture);
        isRenamed = !string.Equals(candidate, plain, StringComparison.Ordinal) || plain.Length != wireName.Length
            || string.CompareOrdinal(plain, 1, wireName, 1, plain.Length) != 0;
        return candidate;
    }

    /// <summary>PascalCase of a wire name; always a valid identifier and never a keyword, since keywords are lower-case.</summary>
    public static string ToIdentifier(string wireName)
    {
        if (IsPlain(wireName))
            return wireName[0] is >= 'a' and <= 'z' ? (char)(wireName[0] - 32) + wireName.Substring(1) : wireName;

        var builder = new StringBuilder(wireName.Length);
        bool upper = true;
        for (int i = 0; i < wireName.Length; i++)
        {
            char c = wireName[i];
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            {
                builder.Append(upper && c is >= 'a' and <= 'z' ? (char)(c - 32) : c);
                upper = false;
            }
            else if (c > 127 && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OtherLetter)
            {
                builder.Append(c);
                upper = false;
            }
            else
            {
                // "x86_64" and "4.7.0" stay readable.
                if (builder.Length > 0 && builder[builder.Length - 1] is >= '0' and <= '9' && i + 1 < wireName.Length && wireName[i + 1] is >= '0' and <= '9')
                    builder.Append('_');
                upper = true;
            }

            if (builder.Length >= MaxLength)
                break;
        }

        if (builder.Length == 0)
            return "Value";
        if (builder[0] is >= '0' and <= '9')
            builder.Insert(0, "N");
        return builder.ToString();
    }

    private static bool IsPlain(string name)
    {
        if (name.Length is 0 or > MaxLength || name[0] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z')))
            return false;
        foreach (char c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')))
                return false;
        }

        return true;
    }

    private bool IsReserved(string name)
    {
        foreach (string[] names in _reserved)
        {
            if (Array.IndexOf(names, name) >= 0)
                return true;
        }

        return false;
    }
}
