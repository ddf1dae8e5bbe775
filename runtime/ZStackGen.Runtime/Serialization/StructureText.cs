using System;
using System.ComponentModel;

namespace ZStack.Serialization;

/// <summary>Formats structures for logs and debuggers. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StructureText
{
    /// <summary>Returns the type, the name and the UUID of a resource. The text contains no other member, because it may be secret.</summary>
    /// <param name="structure">The resource.</param>
    /// <param name="name">The name of the resource, or null.</param>
    /// <param name="uuid">The UUID of the resource, or null.</param>
    /// <returns>A text such as <c>VmInstanceInventory 'web-1' (3e5e…)</c>.</returns>
    public static string Describe(ZStackStructure structure, string? name, string? uuid)
    {
        if (structure is null)
            throw new ArgumentNullException(nameof(structure));
        string type = structure.GetType().Name;
        name = name is null ? null : ServerText.Of(name);
        uuid = uuid is null ? null : ServerText.Of(uuid);
        return (name, uuid) switch
        {
            (null, null) => type,
            (null, _) => type + " " + uuid,
            (_, null) => type + " '" + name + "'",
            _ => type + " '" + name + "' (" + uuid + ")",
        };
    }
}
