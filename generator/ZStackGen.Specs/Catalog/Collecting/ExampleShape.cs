using System;
using System.Collections.Generic;
using System.Globalization;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>The kind of a sample value.</summary>
internal enum ExampleKind
{
    Null,
    String,
    Integer,
    Fraction,
    Boolean,
    Object,
    Array,
}

/// <summary>
/// The shape of a JSON sample: kinds and member names without values. It determines the element type of a <c>List</c> that no table describes,
/// and the members that only the sample contains.
/// </summary>
internal sealed class ExampleShape
{
    private const int MaxLength = 1 << 20;
    private const int MaxDepth = 48;

    private static readonly ExampleShape s_null = new(ExampleKind.Null);
    private static readonly ExampleShape s_string = new(ExampleKind.String);
    private static readonly ExampleShape s_integer = new(ExampleKind.Integer);
    private static readonly ExampleShape s_fraction = new(ExampleKind.Fraction);
    private static readonly ExampleShape s_boolean = new(ExampleKind.Boolean);

    /// <summary>The maximum number of names to compare one by one. Comparing a few names is faster than hashing.</summary>
    private const int MostCompared = 12;

    private Dictionary<string, ExampleShape>? _byName;

    private ExampleShape(ExampleKind kind) => Kind = kind;

    public ExampleKind Kind { get; }

    /// <summary>Gets the members of an object, in text order.</summary>
    public List<KeyValuePair<string, ExampleShape>>? Members { get; private set; }

    /// <summary>Gets the merged shape of the elements of an array; <see langword="null"/> if the array is empty.</summary>
    public ExampleShape? Element { get; private set; }

    /// <summary>Parses a sample; returns <see langword="null"/> if there is none or it is not JSON.</summary>
    public static ExampleShape? TryParse(string? json)
    {
        if (json is null || json.Length > MaxLength)
            return null;
        int position = 0;
        ExampleShape? shape = ParseValue(json, ref position, 0);
        return shape;
    }

    /// <summary>Returns the member <paramref name="name"/> of an object or of the elements of an array.</summary>
    public ExampleShape? Member(string name)
    {
        ExampleShape? holder = Kind == ExampleKind.Array ? Element : this;
        if (holder?.Members is not { } members)
            return null;
        if (holder._byName is { } byName)
            return byName.TryGetValue(name, out ExampleShape? found) ? found : null;
        foreach (KeyValuePair<string, ExampleShape> member in members)
        {
            if (string.Equals(member.Key, name, StringComparison.Ordinal))
                return member.Value;
        }

        return null;
    }

    /// <summary>Adds a member. If a name occurs twice, the first member is used.</summary>
    private void Add(string name, ExampleShape value)
    {
        Members!.Add(new KeyValuePair<string, ExampleShape>(name, value));
        if (_byName is not null)
        {
            if (!_byName.ContainsKey(name))
                _byName.Add(name, value);
        }
        else if (Members.Count > MostCompared)
        {
            _byName = new Dictionary<string, ExampleShape>(StringComparer.Ordinal);
            foreach (KeyValuePair<string, ExampleShape> member in Members)
            {
                if (!_byName.ContainsKey(member.Key))
                    _byName.Add(member.Key, member.Value);
            }
        }
    }

    private static ExampleShape? ParseValue(string json, ref int position, int depth)
    {
        SkipSpace(json, ref position);
        if (position >= json.Length || depth > MaxDepth)
            return null;
        switch (json[position])
        {
            case '{':
                return ParseObject(json, ref position, depth);
            case '[':
                return ParseArray(json, ref position, depth);
            case '"':
                return ParseString(json, ref position) is null ? null : s_string;
            case 't':
            case 'f':
                SkipWord(json, ref position);
                return s_boolean;
            case 'n':
                SkipWord(json, ref position);
                return s_null;
            default:
                return ParseNumber(json, ref position);
        }
    }

    private static ExampleShape? ParseObject(string json, ref int position, int depth)
    {
        var shape = new ExampleShape(ExampleKind.Object) { Members = [] };
        position++;
        while (true)
        {
            SkipSpace(json, ref position);
            if (position >= json.Length)
                return null;
            if (json[position] == '}')
            {
                position++;
                return shape;
            }

            if (json[position] == ',')
            {
                position++;
                continue;
            }

            if (json[position] != '"' || ParseString(json, ref position) is not { } name)
                return null;
            SkipSpace(json, ref position);
            if (position >= json.Length || json[position] != ':')
                return null;
            position++;
            if (ParseValue(json, ref position, depth + 1) is not { } value)
                return null;
            shape.Add(name, value);
        }
    }

    private static ExampleShape? ParseArray(string json, ref int position, int depth)
    {
        var shape = new ExampleShape(ExampleKind.Array);
        position++;
        while (true)
        {
            SkipSpace(json, ref position);
            if (position >= json.Length)
                return null;
            if (json[position] == ']')
            {
                position++;
                return shape;
            }

            if (json[position] == ',')
            {
                position++;
                continue;
            }

            if (ParseValue(json, ref position, depth + 1) is not { } value)
                return null;
            shape.Element = Merge(shape.Element, value);
        }
    }

    /// <summary>Merges elements of an array. Objects with different members are merged into an object with all members.</summary>
    private static ExampleShape Merge(ExampleShape? first, ExampleShape second)
    {
        if (first is null || first.Kind == ExampleKind.Null)
            return second;
        if (first.Kind == ExampleKind.Integer && second.Kind == ExampleKind.Fraction)
            return second;
        if (first.Kind != ExampleKind.Object || second.Kind != ExampleKind.Object)
            return first;
        foreach (KeyValuePair<string, ExampleShape> member in second.Members!)
        {
            if (first.Member(member.Key) is null)
                first.Add(member.Key, member.Value);
        }

        return first;
    }

    private static string? ParseString(string json, ref int position)
    {
        int start = ++position;
        while (position < json.Length)
        {
            char c = json[position];
            if (c == '"')
                return json.Substring(start, position++ - start);
            position += c == '\\' ? 2 : 1;
        }

        return null;
    }

    private static ExampleShape? ParseNumber(string json, ref int position)
    {
        int start = position;
        while (position < json.Length && json[position] is (>= '0' and <= '9') or '-' or '+' or '.' or 'e' or 'E')
            position++;
        if (!double.TryParse(json.Substring(start, position - start), NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            return null;
        return number == Math.Floor(number) ? s_integer : s_fraction;
    }

    private static void SkipWord(string json, ref int position)
    {
        while (position < json.Length && json[position] is >= 'a' and <= 'z')
            position++;
    }

    private static void SkipSpace(string json, ref int position)
    {
        while (position < json.Length && json[position] is ' ' or '\t' or '\r' or '\n')
            position++;
    }
}
