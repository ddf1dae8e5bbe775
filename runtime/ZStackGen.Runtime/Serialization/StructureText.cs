using System;
using System.ComponentModel;

namespace ZStack.Serialization;

/// <summary>The text that tells resources apart in logs and debuggers. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StructureText
{
    /// <summary>Returns the type, the name and the UUID of a resource. No other member is shown, because it may be secret.</summary>
    /// <param name="structure">The resource.</param>
    /// <param name="name">Its name, if it has one.</param>
    /// <param name="uuid">Its UUID, if it has one.</param>
    /// <returns>A text such as <c>VmInstanceInventory web-1 (3e5e…)</c>.</returns>
    public static string Describe(ZStackStructure structure, string? name, string? uuid)
    {
        if (structure is null)
            throw new ArgumentNullException(nameof(structure));
        string type = structure.GetType().Name;
        return (name, uuid) switch
        {
            (null, null) => type,
            (null, _) => type + " " + uuid,
            (_, null) => type + " '" + name + "'",
            _ => type + " '" + name + "' (" + uuid + ")",
        };
    }
}
