using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Text.Json;

namespace ZStack;

/// <summary>The base class of JSON objects in requests and responses. Undocumented members are kept and written back.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class ZStackStructure
{
    private static readonly ReadOnlyDictionary<string, JsonElement> s_none = new(new Dictionary<string, JsonElement>());

    private UnknownMemberBag? _unknown;

    /// <summary>Gets the undocumented members of the response.</summary>
    public IReadOnlyDictionary<string, JsonElement> UnknownMembers => _unknown?.Members ?? (IReadOnlyDictionary<string, JsonElement>)s_none;

    /// <summary>Reads the current member if the structure has it.</summary>
    /// <param name="reader">The reader, positioned at the value of the member. Use <c>NameIs</c> to test the name.</param>
    /// <returns>true if the value was read; false to add the member to <see cref="UnknownMembers"/>.</returns>
    protected internal virtual bool ReadMember(ref JsonReader reader) => false;

    /// <summary>Writes the members of the structure, except for unknown members.</summary>
    /// <param name="writer">The writer of the members.</param>
    protected internal virtual void WriteMembers(ref JsonBodyWriter writer)
    {
    }

    /// <summary>Returns the name of the type. The text contains no member, because members may be secret.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => GetType().Name;

    internal void KeepUnknown(System.ReadOnlySpan<byte> name, System.ReadOnlySpan<byte> value)
        => (_unknown ??= new UnknownMemberBag()).Add(name, value);

    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        var members = new JsonBodyWriter(writer, "A structure of the request");
        WriteMembers(ref members);
        _unknown?.WriteTo(writer);
        writer.WriteEndObject();
    }
}
