using System;
using System.Collections;
using System.Collections.Generic;

namespace ZStack;

/// <summary>Represents the APIs that a server supports, in ordinal order of their names (PROTOCOL.md §8).</summary>
public sealed class ZStackApiSet : IReadOnlyCollection<string>
{
    private readonly string[] _sorted;
    private readonly HashSet<string> _names;

    /// <summary>Initializes a new instance of the <see cref="ZStackApiSet"/> class.</summary>
    /// <param name="apis">The names of the APIs, such as <c>StartVmInstance</c> or <c>APIStartVmInstanceMsg</c>.</param>
    public ZStackApiSet(IEnumerable<string> apis)
    {
        if (apis is null)
            throw new ArgumentNullException(nameof(apis));
        _names = new HashSet<string>(StringComparer.Ordinal);
        foreach (string message in apis)
            _names.Add(Name(message));
        _sorted = new string[_names.Count];
        _names.CopyTo(_sorted);
        Array.Sort(_sorted, StringComparer.Ordinal);
    }

    /// <summary>Gets the number of APIs.</summary>
    public int Count => _sorted.Length;

    /// <summary>Determines whether the server supports an API.</summary>
    /// <param name="api">The name of the API, such as <c>StartVmInstance</c> or <c>APIStartVmInstanceMsg</c>.</param>
    /// <returns>true if the server supports the API; otherwise, false.</returns>
    public bool Contains(string api) => _names.Contains(Name(api ?? throw new ArgumentNullException(nameof(api))));

    /// <summary>Determines whether the server supports the API of an action.</summary>
    /// <param name="action">The action.</param>
    /// <returns>true if the server supports the API; otherwise, false.</returns>
    public bool Supports(ZStackAction action) => _names.Contains((action ?? throw new ArgumentNullException(nameof(action))).Api.Name);

    /// <summary>Determines whether the server supports an API.</summary>
    /// <param name="api">The name of the API, of its message or of its class, such as <c>nameof(StartVmInstanceAction)</c>.</param>
    /// <returns>true if the server supports the API; otherwise, false.</returns>
    public bool Supports(string api)
    {
        if (Contains(api))
            return true;
        return api.EndsWith("Action", StringComparison.Ordinal) && _names.Contains(api.Substring(0, api.Length - "Action".Length));
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_sorted).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string Name(string message)
        => message.Length > 6 && message.StartsWith("API", StringComparison.Ordinal) && message.EndsWith("Msg", StringComparison.Ordinal)
            ? message.Substring(3, message.Length - 6) : message;
}
