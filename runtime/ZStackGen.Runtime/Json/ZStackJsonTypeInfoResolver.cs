using System;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ZStack;

/// <summary>
/// Lets generated types be part of a user's own JSON: put it first among the resolvers of a <see cref="JsonSerializerOptions"/>.
/// The types named here are read and written as a call does it: ZStack's member names, its spellings of moments and numbers, unknown
/// members kept. Types inside them need not be named. There is no reflection, and types that are not named can be trimmed.
/// </summary>
/// <example><code>
/// var ours = new ZStackJsonTypeInfoResolver().Add(VmInstanceInventory.Read);
/// options.TypeInfoResolver = JsonTypeInfoResolver.Combine(ours, MyJsonContext.Default);
/// </code></example>
public sealed class ZStackJsonTypeInfoResolver : IJsonTypeInfoResolver
{
    // What makes the metadata of a type for one set of options.
    private readonly ConcurrentDictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> _types = new();
    private readonly TimeZoneInfo? _serverTimeZone;

    /// <summary>Makes a resolver that knows no type yet and takes moments without an offset as local.</summary>
    public ZStackJsonTypeInfoResolver()
    {
    }

    /// <summary>Makes a resolver that knows no type yet.</summary>
    /// <param name="serverTimeZone">The zone of moments without an offset; the local one if null.</param>
    public ZStackJsonTypeInfoResolver(TimeZoneInfo? serverTimeZone) => _serverTimeZone = serverTimeZone;

    /// <summary>Adds a structure.</summary>
    /// <typeparam name="T">The structure's type.</typeparam>
    /// <param name="read">Reads it, such as <c>VmInstanceInventory.Read</c>.</param>
    /// <returns>This resolver.</returns>
    public ZStackJsonTypeInfoResolver Add<T>(JsonRead<T> read)
        where T : ZStackStructure
    {
        if (read is null)
            throw new ArgumentNullException(nameof(read));
        var converter = new StructureJsonConverter<T>(read, _serverTimeZone);
        _types[typeof(T)] = options => JsonMetadataServices.CreateValueInfo<T>(options, converter);
        return this;
    }

    /// <summary>Adds an open enumeration, which is its text on the wire.</summary>
    /// <typeparam name="T">The enumeration's type.</typeparam>
    /// <param name="fromText">Makes a value of the text; the generated type converts by itself: <c>text => text</c>.</param>
    /// <returns>This resolver.</returns>
    public ZStackJsonTypeInfoResolver AddText<T>(Func<string, T> fromText)
        where T : struct
    {
        if (fromText is null)
            throw new ArgumentNullException(nameof(fromText));
        var converter = new TextJsonConverter<T>(fromText);
        _types[typeof(T)] = options => JsonMetadataServices.CreateValueInfo<T>(options, converter);
        // Source-generated metadata of T? comes from here too, else it would ask for T's members.
        _types[typeof(T?)] = options => JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options));
        return this;
    }

    /// <inheritdoc/>
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
        => _types.TryGetValue(type, out Func<JsonSerializerOptions, JsonTypeInfo>? make) ? make(options) : null;

    private sealed class StructureJsonConverter<T>(JsonRead<T> read, TimeZoneInfo? zone) : JsonConverter<T>
        where T : ZStackStructure
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            // The reader may stand in one of many segments, so the value's text is taken out whole.
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            try
            {
                return ZStackJson.Read(document.RootElement.GetRawText(), read, zone);
            }
            catch (ZStackProtocolException e)
            {
                throw new JsonException(e.Message, e);
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => value.WriteTo(writer);
    }

    private sealed class TextJsonConverter<T>(Func<string, T> fromText) : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => reader.TokenType == JsonTokenType.String
                ? fromText(reader.GetString()!)
                : throw new JsonException("A value of " + typeof(T).Name + " is a text, not " + reader.TokenType + ".");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
