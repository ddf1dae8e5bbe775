using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>
/// The content of a cell of allowed values. In addition to values, it can contain rules: <c>1..65535</c> for an integer, <c>length 1..255</c>
/// for a text, <c>not empty</c> for a list, map or text (<see cref="ValueLimit"/>). A rule that does not apply to the type is neither checked nor
/// a value; it was reported when the page was read.
/// </summary>
internal readonly record struct ValueRules
{
    private ValueRules(EquatableArray<string> allowed, ValueBounds? range, ValueBounds? length, bool isNotEmpty)
    {
        Allowed = allowed;
        Range = range;
        Length = length;
        IsNotEmpty = isNotEmpty;
    }

    public EquatableArray<string> Allowed { get; }

    public ValueBounds? Range { get; }

    public ValueBounds? Length { get; }

    public bool IsNotEmpty { get; }

    /// <summary>Returns the values without the limits, which are checked only for arguments.</summary>
    public ValueRules ValuesOnly() => new(Allowed, null, null, false);

    public static ValueRules Read(EquatableArray<string> values, ValueKind kind)
    {
        if (values.Count == 0)
            return new ValueRules(values, null, null, false);
        var allowed = new List<string>(values.Count);
        ValueBounds? range = null;
        ValueBounds? length = null;
        bool isNotEmpty = false;
        foreach (string value in values)
        {
            if (kind is ValueKind.Int32 or ValueKind.Int64 && ValueLimit.TryRange(value, out long minimum, out long maximum))
                range = new ValueBounds(minimum, maximum);
            else if (kind is ValueKind.String && ValueLimit.TryLength(value, out minimum, out maximum))
                length = new ValueBounds(minimum, maximum);
            else if (kind is ValueKind.String && ValueLimit.IsNotEmpty(value))
                length ??= new ValueBounds(1, long.MaxValue);
            else if (kind is ValueKind.List or ValueKind.Map && ValueLimit.IsNotEmpty(value))
                isNotEmpty = true;
            else if (!ValueLimit.IsLimit(value))
                allowed.Add(value);
        }

        // "-1, 1..10" allows a value outside the range. Neither check would be right, so both are only documented.
        if (range is not null && allowed.Count > 0)
            return new ValueRules(values, null, length, isNotEmpty);
        return new ValueRules(allowed.Count == values.Count ? values : allowed.ToEquatableArray(), range, length, isNotEmpty);
    }
}
