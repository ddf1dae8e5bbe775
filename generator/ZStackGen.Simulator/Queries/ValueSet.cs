using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStack.Simulation.Responses;

namespace ZStack.Simulation.Queries;

/// <summary>The values of an <c>in</c> condition. A search takes the same time for any number of values.</summary>
internal sealed class ValueSet(IReadOnlyCollection<string> values)
{
    private readonly HashSet<string> _texts = new(values, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<decimal> _numbers = [.. values.Select(ValueComparison.Number).OfType<decimal>()];
    private readonly HashSet<DateTime> _timestamps = [.. Timestamps(values)];

    /// <summary>Determines whether a member equals one of the values, as <see cref="ValueComparison.Equal"/> compares.</summary>
    public bool Contains(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>() is var text
            && (_texts.Contains(text) || (_timestamps.Count > 0 && ServerClock.TryRead(text, out DateTime timestamp) && _timestamps.Contains(timestamp))),
        JsonValueKind.Number => ValueComparison.Number(value.ToJsonString()) is { } number && _numbers.Contains(number),
        JsonValueKind.True => values.Any(ValueComparison.IsTrue),
        JsonValueKind.False => values.Any(static item => !ValueComparison.IsTrue(item)),
        _ => false,
    };

    private static IEnumerable<DateTime> Timestamps(IEnumerable<string> values)
    {
        foreach (string value in values)
        {
            if (ServerClock.TryRead(value, out DateTime timestamp))
                yield return timestamp;
        }
    }
}
