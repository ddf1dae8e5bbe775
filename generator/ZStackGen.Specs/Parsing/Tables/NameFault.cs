using System;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>Finds the reason why a text is no name of a parameter or field.</summary>
internal static class NameFault
{
    private const int MaxLength = 128;

    /// <summary>Returns the reason, as the end of a sentence about the text; <see langword="null"/> if the text is a name.</summary>
    public static string? In(string name)
    {
        if (name.Length == 0)
            return "is empty";
        if (name.Length > MaxLength)
            return $"has {name.Length} characters; a name has at most {MaxLength}";
        bool hasLetter = false;
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            if (!Characters.IsNamePart(c) && c is not ('.' or '-' or '$' or '*' or '@'))
                return $"contains {Shown(name, i)}; a name has only the letters A to Z, digits and underscores";
            hasLetter |= Characters.IsAsciiLetter(c);
        }

        // A version below the heading Name is not a name. A word with a period is a description.
        return !hasLetter ? "contains no letter of A to Z"
            : name[name.Length - 1] == '.' ? "ends with a period"
            : name[name.Length - 1] == '*' && name.Length > 1 && Characters.IsNamePart(name[name.Length - 2]) ? "ends with an asterisk"
            : name[0] == '-' ? "begins with a hyphen"
            : name[0] == '.' ? "begins with a period"
            : name.StartsWith("$.", StringComparison.Ordinal) ? "is a JSON path"
            : null;
    }

    private static string Shown(string name, int index) => Characters.IsBlank(name[index])
        ? "a blank"
        : $"'{(char.IsSurrogatePair(name, index) ? name.Substring(index, 2) : name.Substring(index, 1))}'";
}
