namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>Validates the names of types.</summary>
internal static class TypeNames
{
    /// <summary>
    /// Determines whether a text is a valid type name: an identifier of ASCII letters, digits and underscores that starts with a letter.
    /// </summary>
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
