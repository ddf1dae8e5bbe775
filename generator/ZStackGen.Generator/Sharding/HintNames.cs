using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ZStackGen.Generator.Sharding;

/// <summary>
/// Creates the names of generated files. Two categories never share a name, whatever their case or script. Lower-case letters, digits and the
/// two dashes are kept, and every other character is encoded as a plus sign and a code. Because no other character yields a plus sign,
/// no category can equal the encoded name of another.
/// </summary>
internal static class HintNames
{
    private const int MaxLength = 44;
    private const int KeptOfLong = 10;

    /// <summary>Returns the file name for the actions of a category.</summary>
    public static string Actions(string category, int part) => "Api." + Encode(category) + Part(part);

    /// <summary>Returns the file name for the types that start with a letter.</summary>
    public static string Types(char letter, int part) => "Types." + letter + Part(part);

    /// <summary>Returns the file name for the enumerations that are not nested.</summary>
    public static string Values() => "Values.g.cs";

    /// <summary>Encodes a category as a unique name, also for file systems that ignore case.</summary>
    internal static string Encode(string category)
    {
        var text = new StringBuilder(category.Length + 8);
        foreach (char c in category)
        {
            // A plus sign followed by a letter is a capital. Any other character is a plus sign and five digits.
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
        // File systems limit the length of names, so a long name is cut and hashed. Two plus signs cannot start the code of a character.
        return text.ToString(0, KeptOfLong) + "++" + Hash(category);
    }

    private static string Part(int part) => part == 0 ? ".g.cs" : "." + (part + 1).ToString(CultureInfo.InvariantCulture) + ".g.cs";

    private static string Hash(string text)
    {
        // A name can contain unpaired surrogates, which UTF-8 encoding would make equal. So the UTF-16 code units are hashed.
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
