using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>
/// The C# names that a class gives to what extends it: its own, and behind them its base's. Linked and not copied, so that a base with
/// many fields costs its many subclasses nothing.
/// </summary>
internal sealed class InheritedNames(InheritedNames? parent)
{
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);

    public void Add(string name) => _own.Add(name);

    /// <summary>Whether the class or one of its bases has the name; bases are at most 64 deep.</summary>
    public bool Contains(string name)
    {
        for (InheritedNames? level = this; level is not null; level = level.Parent)
        {
            if (level._own.Contains(name))
                return true;
        }

        return false;
    }

    private InheritedNames? Parent { get; } = parent;
}
