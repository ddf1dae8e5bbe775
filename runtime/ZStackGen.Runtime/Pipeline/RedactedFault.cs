using System;
using System.Collections.Generic;

namespace ZStack;

// Reads JSON with a fault again for a message without secrets.
internal static class RedactedFault
{
    // A message quotes text behind the position of the fault. The lengths exceed the longest quotation, and a secret that begins before it or ends
    // behind it. Redacting all of a large response would take seconds.
    private const int Before = 32 * 1024;
    private const int Behind = 64 * 1024;

    // Redacts the JSON around the fault in place. Returns null if the JSON can be read afterwards.
    public static JsonFault? Read<T, TReader>(ClientContext context, JsonFault fault, Span<byte> json, in TReader reader, IReadOnlyList<string>? secrets)
        where TReader : struct, IValueReader<T>
    {
        int start = Math.Min(Math.Max(0, fault.Position - Before), json.Length);
        context.Redactor.Apply(json.Slice(start, Math.Min(json.Length - start, Before + Behind)), secrets);
        try
        {
            ZStackJson.ReadValue<T, TReader>(json, reader, TimeZoneInfo.Utc, false, out _);
            return null;
        }
        catch (JsonFault redacted)
        {
            // The path consists of names from any place of the JSON.
            return redacted.With(context.Redactor.Apply(redacted.Message, secrets)!);
        }
    }
}
