using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ZStackGen.Generator.Sharding;

/// <summary>
/// Names of generated files. Two categories never share one, whatever their case or script: small letters, digits and the two dashes
/// stand for themselves, and every other character is written as a plus sign and a code. Nothing else has a plus sign, so that no
/// category can look like the code of another.
/// </summary>
internal static class HintNames
{
    private const int MaxLength = 64;
    private const int KeptOfLong = 24;

    /// <summary>The file of a category's actions.</summary>
    public static string Actions(string category, int part) => "Api." + Encode(category) + Part(part);

    /// <summary>The file of the types that begin with a letter.</summary>
    public static string Types(char letter, int part) => "Types." + letter + Part(part);

    /// <summary>The file of the enumerations that are types of their own.</summary>
    public static string Values() => "Values.g.cs";

    /// <summary>Encodes a category, injectively and also where the reader ignores case.</summary>
    internal static string Encode(string category)
    {
        var text = new StringBuilder(category.Length + 8);
        foreach (char c in category)
        {
            // A letter behind the sign is a capital; five digits are any other character.
            if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_')
                text.Append(c);
            else if (c is >= 'A' and <= 'Z')
                text.Append('+').Append(c);
            else
                text.Append('+').Append(((int)c).ToString("D5", CultureInfo.InvariantCulture));
        }

        if (text.Length == 0)
            return "++none";
        if (text.Length <= MaxLength)
            return text.ToString();
        // File systems have limits: what is too long keeps its beginning. Two signs in a row begin no character's code.
        return text.ToString(0, KeptOfLong) + "++" + Hash(category);
    }

    private static string Part(int part) => part == 0 ? ".g.cs" : "." + (part + 1).ToString(CultureInfo.InvariantCulture) + ".g.cs";

    private static string Hash(string text)
    {
        // Surrogates may stand alone in a name: the characters are hashed as they are, since UTF-8 would make all such ones equal.
        byte[] bytes = new byte[text.Length * 2];
        for (int i = 0; i < text.Length; i++)
        {
            bytes[2 * i] = (byte)text[i];
            bytes[(2 * i) + 1] = (byte)(text[i] >> 8);
        }

        using var sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(bytes);
        var digits = new StringBuilder(32);
        for (int i = 0; i < 16; i++)
            digits.Append(hash[i].ToString("x2", CultureInfo.InvariantCulture));
        return digits.ToString();
    }
}
