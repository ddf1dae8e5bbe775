using System;
using System.Collections.Generic;
using System.Text;

namespace ZStack;

/// <summary>An API's answer.</summary>
public abstract class ZStackResult : ZStackStructure
{
    private byte[]? _schema;
    private IReadOnlyDictionary<string, string>? _schemaMap;

    /// <summary>Whether the server says that all went well; most answers do not say it (PROTOCOL.md §6).</summary>
    public bool? Success { get; set; }

    /// <summary>The error, for answers that carry one beside a result. A failed call throws instead.</summary>
    public ZStackError? Error { get; set; }

    /// <summary>The server's class names of the objects in the answer, by their path such as <c>inventories[0]</c> (PROTOCOL.md §6).</summary>
    public IReadOnlyDictionary<string, string> Schema
        => _schemaMap ??= ZStackJson.Read<IReadOnlyDictionary<string, string>>(
            _schema ?? Encoding.UTF8.GetBytes("{}"), static (ref JsonReader reader) => reader.StringMap());

    /// <summary>Gets or sets the HTTP response that the result came from; null for a result that was not read from a response of its own, such as a long job's.</summary>
    public ZStackResponse? Response { get; set; }

    /// <inheritdoc/>
    protected internal override bool ReadMember(ref JsonReader reader)
    {
        switch (reader.NameLength)
        {
            case 5 when reader.NameIs("error"u8):
                Error = reader.Structure(ZStackError.Read);
                return true;
            case 6 when reader.NameIs("schema"u8) && reader.TokenType == System.Text.Json.JsonTokenType.StartObject:
                // Thousands of entries for a long list, and few look at them: parsed on demand.
                _schema = reader.RawSchema().ToArray();
                _schemaMap = null;
                return true;
            case 7 when reader.NameIs("success"u8):
                Success = reader.Boolean();
                return true;
            default:
                return base.ReadMember(ref reader);
        }
    }

    /// <inheritdoc/>
    protected internal override void WriteMembers(ref JsonBodyWriter writer)
    {
        writer.Member("success"u8, Success);
        writer.Member("error"u8, Error);
        if (_schema is not null)
            writer.Member("schema"u8, Schema);
    }
}
