using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Text.Json;

namespace ZStack;

/// <summary>A JSON object of the API. Members that its documentation does not state are kept and written back.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class ZStackStructure
{
    private static readonly ReadOnlyDictionary<string, JsonElement> s_none = new(new Dictionary<string, JsonElement>());

    private UnknownMemberBag? _unknown;

    /// <summary>The members that the answer has and the documentation does not state.</summary>
    public IReadOnlyDictionary<string, JsonElement> UnknownMembers => _unknown?.Members ?? (IReadOnlyDictionary<string, JsonElement>)s_none;

    /// <summary>Reads the member at which the reader stands, if this structure knows it.</summary>
    /// <param name="reader">Stands at the member's value; its name is tested with <c>NameIs</c>.</param>
    /// <returns>True if the value was read; false leaves it to <see cref="UnknownMembers"/>.</returns>
    protected internal virtual bool ReadMember(ref JsonReader reader) => false;

    /// <summary>Writes the members this structure knows.</summary>
    /// <param name="writer">Takes the members.</param>
    protected internal virtual void WriteMembers(ref JsonBodyWriter writer)
    {
    }

    /// <summary>Names the type; the members stay out because they may be secret.</summary>
    /// <returns>The type's name.</returns>
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
