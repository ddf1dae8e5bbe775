namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>Tells texts that can be a type's name.</summary>
internal static class TypeNames
{
    /// <summary>Whether a text can be a type's name: an identifier of ASCII letters and digits that begins with a letter.</summary>
    public static bool IsTypeName(string text)
    {
        if (text.Length is 0 or > 120 || text[0] is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z')))
            return false;
        foreach (char c in text)
        {
            if (c is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'))
                return false;
        }

        return true;
    }
}
