using System;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Requests;

/// <summary>Where an API's name can be read from when no title states it.</summary>
internal static class ApiNames
{
    /// <summary>The name behind a PUT action's wrapper: <c>startVmInstance</c> is StartVmInstance (PROTOCOL.md §1.2).</summary>
    public static string? FromWrapper(string? wrapper)
    {
        if (wrapper is null || wrapper.Length < 3 || wrapper is "params" or "param" or "null" || !Characters.IsName(wrapper.AsSpan()))
            return null;
        // The explorer writes wrappers in small letters only; those say nothing about the name's capitals.
        bool hasCapital = false;
        foreach (char c in wrapper)
            hasCapital |= Characters.IsUpper(c);
        return hasCapital ? char.ToUpperInvariant(wrapper[0]) + wrapper.Substring(1) : null;
    }

    /// <summary>A PUT action's wrapper: the API's name with a small first letter (PROTOCOL.md §1.2).</summary>
    public static string ToWrapper(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>The last resort: the name that the file's name begins with.</summary>
    public static string FromPath(string path)
    {
        int start = Math.Max(path.LastIndexOf('/'), path.LastIndexOf('\\')) + 1;
        int end = start;
        while (end < path.Length && Characters.IsNamePart(path[end]))
            end++;
        while (start < end && !Characters.IsAsciiLetter(path[start]))
            start++;
        return start == end ? "UnnamedApi" : char.ToUpperInvariant(path[start]) + path.Substring(start + 1, end - start - 1);
    }
}
