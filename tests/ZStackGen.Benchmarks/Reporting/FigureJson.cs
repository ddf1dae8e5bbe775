using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace ZStackGen.Benchmarks.Reporting;

/// <summary>Writes and reads figures as JSON.</summary>
internal static class FigureJson
{
    /// <summary>Returns the figures and a description of the machine as JSON.</summary>
    public static string Write(string machine, IReadOnlyList<Figure> figures)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("machine"u8, machine);
            json.WriteStartArray("figures"u8);
            foreach (Figure figure in figures)
                Write(json, figure);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    /// <summary>Returns the figures of a text that <see cref="Write(string, IReadOnlyList{Figure})"/> returned.</summary>
    public static IReadOnlyList<Figure> Read(ReadOnlyMemory<byte> text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return [.. document.RootElement.GetProperty("figures"u8).EnumerateArray().Select(static figure => new Figure(
            figure.GetProperty("set"u8).GetString()!,
            figure.GetProperty("name"u8).GetString()!,
            figure.GetProperty("value"u8).GetDouble(),
            figure.GetProperty("unit"u8).GetString()!)
        {
            Budget = figure.TryGetProperty("budget"u8, out JsonElement budget) ? budget.GetDouble() : null,
            LowerBound = figure.TryGetProperty("lowerBound"u8, out JsonElement bound) ? bound.GetDouble() : null,
            IsMinimum = figure.TryGetProperty("isMinimum"u8, out _),
            Peer = figure.TryGetProperty("peer"u8, out JsonElement peer) ? peer.GetString() : null,
        })];
    }

    private static void Write(Utf8JsonWriter json, Figure figure)
    {
        json.WriteStartObject();
        json.WriteString("set"u8, figure.Set);
        json.WriteString("name"u8, figure.Name);
        json.WriteNumber("value"u8, Math.Round(figure.Value, 4));
        json.WriteString("unit"u8, figure.Unit);
        if (figure.Budget is { } budget)
            json.WriteNumber("budget"u8, budget);
        if (figure.LowerBound is { } bound)
            json.WriteNumber("lowerBound"u8, Math.Round(bound, 4));
        if (figure.IsMinimum)
            json.WriteBoolean("isMinimum"u8, true);
        if (figure.IsHeld is { } held)
            json.WriteBoolean("held"u8, held);
        if (figure.Peer is not null)
            json.WriteString("peer"u8, figure.Peer);
        json.WriteEndObject();
    }
}
