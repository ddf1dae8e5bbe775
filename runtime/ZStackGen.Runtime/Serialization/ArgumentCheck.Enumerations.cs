using System.Collections.Generic;

namespace ZStack.Serialization;

public readonly ref partial struct ArgumentCheck
{
    /// <summary>Checks a text with allowed values. The comparison is exact, as on the server.</summary>
    /// <typeparam name="T">The values' enumeration.</typeparam>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">Its value; null is not checked.</param>
    /// <exception cref="System.ArgumentException">The value is not allowed.</exception>
    public void Allowed<T>(string name, T? value)
        where T : struct, IOpenEnumeration<T>
    {
        if (value is { Value: { } text } known && !IsOff && !known.Known.Contains(text))
            throw NotAllowed(name, "'" + text + "'", known.Known.ToString());
    }

    /// <summary>Checks each text of a list with allowed values.</summary>
    /// <typeparam name="T">The values' enumeration.</typeparam>
    /// <param name="name">The parameter's name.</param>
    /// <param name="values">Its value; null is not checked.</param>
    /// <exception cref="System.ArgumentException">A value is not allowed.</exception>
    public void Allowed<T>(string name, IReadOnlyList<T>? values)
        where T : struct, IOpenEnumeration<T>
    {
        if (values is null || IsOff)
            return;
        for (int i = 0; i < values.Count; i++)
        {
            if (!values[i].Known.Contains(values[i].Value))
                throw NotAllowed(name, $"'{values[i].Value}' at index {i}", values[i].Known.ToString());
        }
    }
}
