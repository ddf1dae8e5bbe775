using System.Collections.Generic;

namespace ZStack.Serialization;

public readonly ref partial struct ArgumentCheck
{
    /// <summary>Checks that a value is allowed. The comparison is case-sensitive, as on the server.</summary>
    /// <typeparam name="T">The type of the open enumeration.</typeparam>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value of the parameter; null is not checked.</param>
    /// <exception cref="System.ArgumentException">The value is not allowed.</exception>
    public void Allowed<T>(string name, T? value)
        where T : struct, IOpenEnumeration<T>
    {
        if (value is { Value: { } text } known && !IsOff && !known.Known.Contains(text))
            throw NotAllowed(name, "'" + text + "'", known.Known.ToString());
    }

    /// <summary>Checks that each value of a list is allowed.</summary>
    /// <typeparam name="T">The type of the open enumeration.</typeparam>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="values">The value of the parameter; null is not checked.</param>
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
