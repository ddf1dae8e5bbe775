using System;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ZStack;

/// <summary>
/// Adds generated types to your own JSON. Place the resolver first among the resolvers of <see cref="JsonSerializerOptions"/>. The added types are
/// read and written as in a call: with ZStack's member names, its formats of timestamps and numbers, and unknown members. Types inside an added type
/// need not be added. The resolver uses no reflection, and types that are not added can be trimmed.
/// </summary>
/// <example><code>
/// var resolver = new ZStackJsonTypeInfoResolver().Add(VmInstanceInventory.Read);
/// options.TypeInfoResolver = JsonTypeInfoResolver.Combine(resolver, MyJsonContext.Default);
/// </code></example>
public sealed class ZStackJsonTypeInfoResolver : IJsonTypeInfoResolver
{
    // Creates the metadata of a type for JsonSerializerOptions.
    private readonly ConcurrentDictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> _types = new();
    private readonly TimeZoneInfo? _serverTimeZone;

    /// <summary>
    /// Initializes a new instance of the <see cref="ZStackJsonTypeInfoResolver"/> class that reads timestamps without an offset in the local time zone.
    /// </summary>
    public ZStackJsonTypeInfoResolver()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackJsonTypeInfoResolver"/> class with a time zone.</summary>
    /// <param name="serverTimeZone">The time zone of timestamps without an offset, or null for the local time zone.</param>
    public ZStackJsonTypeInfoResolver(TimeZoneInfo? serverTimeZone) => _serverTimeZone = serverTimeZone;

    /// <summary>Adds a structure.</summary>
    /// <typeparam name="T">The type of the structure.</typeparam>
    /// <param name="read">A method that reads the structure, such as <c>VmInstanceInventory.Read</c>.</param>
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

    /// <summary>Adds the result of an API.</summary>
    /// <typeparam name="TResult">The type of the result, such as <c>CreateZoneAction.Result</c>.</typeparam>
    /// <returns>This resolver.</returns>
    public ZStackJsonTypeInfoResolver AddResult<TResult>()
        where TResult : ZStackStructure, new()
        => Add(static (ref JsonReader reader) => reader.ReadMembers(new TResult()));

    /// <summary>Adds an open enumeration, which is a string in JSON.</summary>
    /// <typeparam name="T">The type of the open enumeration.</typeparam>
    /// <param name="fromText">A function that converts a string to a value. Generated types convert implicitly: <c>text => text</c>.</param>
    /// <returns>This resolver.</returns>
    public ZStackJsonTypeInfoResolver AddText<T>(Func<string, T> fromText)
        where T : struct
    {
        if (fromText is null)
            throw new ArgumentNullException(nameof(fromText));
        var converter = new TextJsonConverter<T>(fromText);
        _types[typeof(T)] = options => JsonMetadataServices.CreateValueInfo<T>(options, converter);
        // Source-generated metadata of T? uses this entry; otherwise, it would request the members of T.
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
            // The reader may be positioned in one of many segments, so the whole value is copied.
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
                : throw new JsonException("A value of " + typeof(T).Name + " must be a string, not " + reader.TokenType + ".");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
