using System;
using System.Buffers;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace ZStack;

/// <summary>Reads and writes the API's JSON outside a call, such as a stored answer or a webhook's body.</summary>
public static class ZStackJson
{
    /// <summary>Reads a value.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="utf8Json">The JSON text.</param>
    /// <param name="read">Reads the value, such as <c>VmInstanceInventory.Read</c>.</param>
    /// <param name="serverTimeZone">The zone of moments without an offset; the local one if null.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ZStackProtocolException">The text is cut off, not JSON, or a value in it cannot be read.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8Json, JsonRead<T> read, TimeZoneInfo? serverTimeZone)
    {
        if (read is null)
            throw new ArgumentNullException(nameof(read));
        try
        {
            return ReadValue<T, DelegateReader<T>>(utf8Json, new DelegateReader<T>(read), serverTimeZone ?? TimeZoneInfo.Local);
        }
        catch (JsonFault fault)
        {
            throw new ZStackProtocolException("JSON: " + fault.Message, fault.InnerException);
        }
    }

    /// <summary>Reads a value.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="json">The JSON text.</param>
    /// <param name="read">Reads the value, such as <c>VmInstanceInventory.Read</c>.</param>
    /// <param name="serverTimeZone">The zone of moments without an offset; the local one if null.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ZStackProtocolException">The text is cut off, not JSON, or a value in it cannot be read.</exception>
    public static T Read<T>(string json, JsonRead<T> read, TimeZoneInfo? serverTimeZone)
        => Read(Encoding.UTF8.GetBytes(json ?? throw new ArgumentNullException(nameof(json))), read, serverTimeZone);

    /// <summary>Reads a value; moments without an offset are taken as local.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="utf8Json">The JSON text.</param>
    /// <param name="read">Reads the value, such as <c>VmInstanceInventory.Read</c>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ZStackProtocolException">The text is cut off, not JSON, or a value in it cannot be read.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8Json, JsonRead<T> read) => Read(utf8Json, read, null);

    /// <summary>Reads a value; moments without an offset are taken as local.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="json">The JSON text.</param>
    /// <param name="read">Reads the value, such as <c>VmInstanceInventory.Read</c>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ZStackProtocolException">The text is cut off, not JSON, or a value in it cannot be read.</exception>
    public static T Read<T>(string json, JsonRead<T> read) => Read(json, read, null);

    /// <summary>Writes a structure with all its members, the unknown ones too.</summary>
    /// <param name="value">The structure.</param>
    /// <param name="utf8Json">Takes the JSON text.</param>
    public static void Write(ZStackStructure value, IBufferWriter<byte> utf8Json)
    {
        if (value is null)
            throw new ArgumentNullException(nameof(value));
        using var writer = new Utf8JsonWriter(utf8Json, JsonLimits.WriterOptions);
        value.WriteTo(writer);
        writer.Flush();
    }

    /// <summary>Writes a structure with all its members, the unknown ones too.</summary>
    /// <param name="value">The structure.</param>
    /// <returns>The JSON text.</returns>
    public static string ToJson(ZStackStructure value)
    {
        using var buffer = new PooledBuffer();
        Write(value, buffer);
        return buffer.ToText();
    }

    /// <summary>The texts of open enumerations, as a writer takes them.</summary>
    /// <typeparam name="T">The enumeration's type.</typeparam>
    /// <param name="values">The values.</param>
    /// <returns>Their texts; null if there is no list.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static IReadOnlyList<string>? Texts<T>(IReadOnlyList<T>? values)
        where T : struct
    {
        if (values is null)
            return null;
        var texts = new string[values.Count];
        for (int i = 0; i < texts.Length; i++)
            texts[i] = values[i].ToString()!;
        return texts;
    }

    // Throws JsonFault and nothing else for whatever is wrong with the text.
    internal static T ReadValue<T, TReader>(ReadOnlySpan<byte> json, in TReader read, TimeZoneInfo zone)
        where TReader : struct, IValueReader<T>
        => ReadValue<T, TReader>(json, read, zone, true, out _);

    // Unless strict, a member that cannot be read is kept unread and told of.
    internal static T ReadValue<T, TReader>(ReadOnlySpan<byte> json, in TReader read, TimeZoneInfo zone, bool isStrict, out List<JsonMismatch>? mismatches)
        where TReader : struct, IValueReader<T>
    {
        if (json.Length >= 3 && json[0] == 0xEF && json[1] == 0xBB && json[2] == 0xBF)
            json = json.Slice(3);
        try
        {
            var reader = new JsonReader(json, zone, isStrict);
            T value = read.Read(ref reader);
            reader.ThrowIfMismatched();
            reader.ReadEnd();
            mismatches = reader.Mismatches;
            reader.GiveBack();
            return value;
        }
        catch (JsonException e)
        {
            throw JsonFault.Malformed(json, e);
        }
        catch (InvalidOperationException e) when (e.Source is { } source && source.StartsWith("System.Text.Json", StringComparison.Ordinal))
        {
            // Bytes that are not UTF-8.
            throw JsonFault.Malformed(json, e);
        }
    }
}
