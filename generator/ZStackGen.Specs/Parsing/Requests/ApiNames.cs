using System;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Requests;

/// <summary>Derives an API's name from other sources than the title.</summary>
internal static class ApiNames
{
    /// <summary>
    /// Returns the name implied by the wrapper of a PUT action: StartVmInstance for <c>startVmInstance</c>. See runtime/PROTOCOL.md §1.2.
    /// </summary>
    public static string? FromWrapper(string? wrapper)
    {
        if (wrapper is null || wrapper.Length < 3 || wrapper is "params" or "param" or "null" || !Characters.IsName(wrapper.AsSpan()))
            return null;
        // The API explorer writes wrappers in lower case, which does not reveal the capitals of the name.
        bool hasCapital = false;
        foreach (char c in wrapper)
            hasCapital |= Characters.IsUpper(c);
        return hasCapital ? char.ToUpperInvariant(wrapper[0]) + wrapper.Substring(1) : null;
    }

    /// <summary>Returns the wrapper of a PUT action: the API's name with a lower-case first letter. See runtime/PROTOCOL.md §1.2.</summary>
    public static string ToWrapper(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>The name of an API if neither its documentation page nor its file name contains a name.</summary>
    public const string Unnamed = "UnnamedApi";

    /// <summary>Returns the name at the start of the file name, as a fallback.</summary>
    public static string FromPath(string path)
    {
        int start = Math.Max(path.LastIndexOf('/'), path.LastIndexOf('\\')) + 1;
        int end = start;
        while (end < path.Length && Characters.IsNamePart(path[end]))
            end++;
        while (start < end && !Characters.IsAsciiLetter(path[start]))
            start++;
        return start == end ? Unnamed : char.ToUpperInvariant(path[start]) + path.Substring(start + 1, end - start - 1);
    }
}
