using System;
using System.Buffers;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace ZStack;

/// <summary>Reads and writes the JSON of APIs outside a call, such as a stored response or the body of a webhook callback.</summary>
public static class ZStackJson
{
    /// <summary>Reads a value from UTF-8 encoded JSON.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="utf8Json">The UTF-8 encoded JSON.</param>
    /// <param name="read">A method that reads the value, such as <c>VmInstanceInventory.Read</c>.</param>
    /// <param name="serverTimeZone">The time zone of timestamps without an offset, or null for the local time zone.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ZStackProtocolException">The JSON is cut off or malformed, or a value in it cannot be read.</exception>
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

    /// <summary>Reads a value from JSON.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="json">The JSON.</param>
    /// <param name="read">A method that reads the value, such as <c>VmInstanceInventory.Read</c>.</param>
    /// <param name="serverTimeZone">The time zone of timestamps without an offset, or null for the local time zone.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ZStackProtocolException">The JSON is cut off or malformed, or a value in it cannot be read.</exception>
    public static T Read<T>(string json, JsonRead<T> read, TimeZoneInfo? serverTimeZone)
        => Read(Encoding.UTF8.GetBytes(json ?? throw new ArgumentNullException(nameof(json))), read, serverTimeZone);

    /// <summary>Reads a value from UTF-8 encoded JSON, with timestamps without an offset in the local time zone.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="utf8Json">The UTF-8 encoded JSON.</param>
    /// <param name="read">A method that reads the value, such as <c>VmInstanceInventory.Read</c>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ZStackProtocolException">The JSON is cut off or malformed, or a value in it cannot be read.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8Json, JsonRead<T> read) => Read(utf8Json, read, null);

    /// <summary>Reads a value from JSON, with timestamps without an offset in the local time zone.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="json">The JSON.</param>
    /// <param name="read">A method that reads the value, such as <c>VmInstanceInventory.Read</c>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ZStackProtocolException">The JSON is cut off or malformed, or a value in it cannot be read.</exception>
    public static T Read<T>(string json, JsonRead<T> read) => Read(json, read, null);

    /// <summary>Reads the result of an API from UTF-8 encoded JSON, such as a stored response.</summary>
    /// <typeparam name="TResult">The type of the result, such as <c>CreateZoneAction.Result</c>.</typeparam>
    /// <param name="utf8Json">The UTF-8 encoded JSON.</param>
    /// <param name="serverTimeZone">The time zone of timestamps without an offset. The default is null: the local time zone.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ZStackProtocolException">The JSON is cut off or malformed, or a value in it cannot be read.</exception>
    public static TResult ReadResult<TResult>(ReadOnlySpan<byte> utf8Json, TimeZoneInfo? serverTimeZone = null)
        where TResult : ZStackStructure, new()
        => Read(utf8Json, static (ref JsonReader reader) => reader.ReadMembers(new TResult()), serverTimeZone);

    /// <summary>Reads the result of an API from JSON, such as a stored response.</summary>
    /// <typeparam name="TResult">The type of the result, such as <c>CreateZoneAction.Result</c>.</typeparam>
    /// <param name="json">The JSON.</param>
    /// <param name="serverTimeZone">The time zone of timestamps without an offset. The default is null: the local time zone.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ZStackProtocolException">The JSON is cut off or malformed, or a value in it cannot be read.</exception>
    public static TResult ReadResult<TResult>(string json, TimeZoneInfo? serverTimeZone = null)
        where TResult : ZStackStructure, new()
        => ReadResult<TResult>(Encoding.UTF8.GetBytes(json ?? throw new ArgumentNullException(nameof(json))), serverTimeZone);

    /// <summary>Writes a structure with all its members, including unknown members.</summary>
    /// <param name="value">The structure.</param>
    /// <param name="utf8Json">The buffer that receives the UTF-8 encoded JSON.</param>
    public static void Write(ZStackStructure value, IBufferWriter<byte> utf8Json)
    {
        if (value is null)
            throw new ArgumentNullException(nameof(value));
        using var writer = new Utf8JsonWriter(utf8Json, JsonLimits.WriterOptions);
        value.WriteTo(writer);
        writer.Flush();
    }

    /// <summary>Converts a structure with all its members, including unknown members, to JSON.</summary>
    /// <param name="value">The structure.</param>
    /// <returns>The JSON.</returns>
    public static string ToJson(ZStackStructure value)
    {
        using var buffer = new PooledBuffer();
        Write(value, buffer);
        return buffer.ToText();
    }

    /// <summary>Returns the texts of open enumerations. This method is intended for generated code.</summary>
    /// <typeparam name="T">The type of the open enumeration.</typeparam>
    /// <param name="values">The values.</param>
    /// <returns>The texts; null if <paramref name="values"/> is null.</returns>
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

    // Throws only JsonFault, whatever is wrong with the JSON.
    internal static T ReadValue<T, TReader>(ReadOnlySpan<byte> json, in TReader read, TimeZoneInfo zone)
        where TReader : struct, IValueReader<T>
        => ReadValue<T, TReader>(json, read, zone, true, out _);

    // If not strict, a member that cannot be read is kept as an unknown member and reported as a mismatch.
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
            // Thrown for bytes that are not UTF-8.
            throw JsonFault.Malformed(json, e);
        }
    }
}
