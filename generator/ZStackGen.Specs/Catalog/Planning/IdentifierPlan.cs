using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>
/// Assigns the C# names of a scope: the members of a class, or the types of a namespace. The names are valid, in PascalCase, unique
/// (ignoring case), and not used by the base class of the scope or by the language.
/// </summary>
internal sealed class IdentifierPlan
{
    private const int MaxLength = 120;

    /// <summary>Added to a name that the scope must not use.</summary>
    private const string Suffix = "Value";

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _reserved;
    private readonly InheritedNames? _inherited;

    /// <summary>The last number of each name that got a number, so that thousands of equal names do not need quadratic time.</summary>
    private Dictionary<string, int>? _numbers;

    /// <param name="reserved">The names that the scope must not use (case-sensitive).</param>
    /// <param name="inherited">The names of the base classes.</param>
    public IdentifierPlan(HashSet<string> reserved, InheritedNames? inherited = null)
    {
        _reserved = reserved;
        _inherited = inherited;
    }

    /// <summary>
    /// Returns the identifier for <paramref name="wireName"/>. <paramref name="isRenamed"/> is <see langword="true"/> if more than the first letter
    /// differs.
    /// </summary>
    public string Add(string wireName, string? enclosingType, out bool isRenamed)
    {
        string plain = ToIdentifier(wireName);
        string name = plain;
        if (IsReserved(name) || string.Equals(name, enclosingType, StringComparison.Ordinal))
            name += Suffix;
        string candidate = TryTake(name, enclosingType) ? name : AddNumbered(name, enclosingType);
        isRenamed = !string.Equals(candidate, plain, StringComparison.Ordinal) || plain.Length != wireName.Length
            || string.CompareOrdinal(plain, 1, wireName, 1, plain.Length) != 0;
        return candidate;
    }

    /// <summary>Reserves the type names of the members, because a nested type with such a name would hide the type of the member.</summary>
    /// <param name="members">The members.</param>
    /// <param name="renamed">The C# names of structures that have another name on the pages, as far as they are known.</param>
    public void KeepTypes(List<CatalogMember> members, Dictionary<string, string>? renamed = null)
    {
        foreach (CatalogMember member in members)
        {
            if (member.Type.Innermost.Name is not { } type)
                continue;
            string name = renamed is not null && renamed.TryGetValue(type, out string? other) ? other : ToIdentifier(type);
            _taken.Add(name);
            // Actions are planned before structures get their names.
            if (ReservedNames.Type.Contains(name))
                _taken.Add(name + Suffix);
        }
    }

    /// <summary>Reserves the name of a class. A nested type with this name would hide the class in the code of this scope.</summary>
    public void Keep(string typeName) => _taken.Add(typeName);

    /// <summary>Reserves the names of the members of a nested class. Its code refers to types of this scope.</summary>
    public void KeepNames(List<CatalogMember> members)
    {
        foreach (CatalogMember member in members)
            _taken.Add(member.Identifier);
    }

    /// <summary>
    /// Converts a wire name to PascalCase. The result is always a valid identifier and never a keyword, because keywords are lower case.
    /// </summary>
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
            else if (c > 127 && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OtherLetter or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter)
            {
                builder.Append(upper ? char.ToUpperInvariant(c) : c);
                upper = false;
            }
            else if (c > 127 && builder.Length > 0 && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                builder.Append(c);
            }
            else
            {
                // Keeps names such as "x86_64" and "4.7.0" readable.
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

    private string AddNumbered(string name, string? enclosingType)
    {
        _numbers ??= new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        if (!_numbers.TryGetValue(name, out int number))
            number = 1;
        string candidate;
        do
        {
            number++;
            candidate = name + number.ToString(CultureInfo.InvariantCulture);
        }
        while (!TryTake(candidate, enclosingType));
        _numbers[name] = number;
        return candidate;
    }

    private bool TryTake(string candidate, string? enclosingType) =>
        _taken.Add(candidate) && !IsReserved(candidate) && !string.Equals(candidate, enclosingType, StringComparison.Ordinal);

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

    private bool IsReserved(string name) => _reserved.Contains(name) || (_inherited is not null && _inherited.Contains(name));
}
