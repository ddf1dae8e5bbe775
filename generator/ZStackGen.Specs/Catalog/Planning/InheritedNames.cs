using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>
/// The C# names that a class passes on to its subclasses: its own names, linked to the names of its base. Linked instead of copied, so that a
/// base with many fields and many subclasses is cheap.
/// </summary>
internal sealed class InheritedNames(InheritedNames? parent)
{
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);

    public void Add(string name) => _own.Add(name);

    /// <summary>Determines whether the class or one of its bases has the name. There are at most 64 bases.</summary>
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
