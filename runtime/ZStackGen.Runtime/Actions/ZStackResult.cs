using System;
using System.Collections.Generic;
using System.Text;

namespace ZStack;

/// <summary>The base class of the results of APIs.</summary>
public abstract class ZStackResult : ZStackStructure
{
    private byte[]? _schema;
    private IReadOnlyDictionary<string, string>? _schemaMap;

    /// <summary>Gets or sets the success flag of the response; null if the response has none, which is the usual case (PROTOCOL.md §6).</summary>
    public bool? Success { get; set; }

    /// <summary>Gets or sets the error of a response that contains both a result and an error; otherwise, null. A failed call throws an exception instead.</summary>
    public ZStackError? Error { get; set; }

    /// <summary>Gets the server's class names of the objects in the response, by their path, such as <c>inventories[0]</c> (PROTOCOL.md §6).</summary>
    public IReadOnlyDictionary<string, string> Schema
        => _schemaMap ??= ZStackJson.Read<IReadOnlyDictionary<string, string>>(
            _schema ?? Encoding.UTF8.GetBytes("{}"), static (ref JsonReader reader) => reader.StringMap());

    /// <summary>
    /// Gets or sets the HTTP response that the result was read from; null for a result without its own response, such as the result of a long job.
    /// </summary>
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
                // The schema of a long list has thousands of entries and is rarely used, so it is parsed on demand.
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
