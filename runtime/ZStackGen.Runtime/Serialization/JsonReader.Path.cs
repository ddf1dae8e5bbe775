using System;
using System.Buffers.Text;
using System.Text.Json;

namespace ZStack.Serialization;

// The path of the current value, and the class that the schema of the response states for it.
public ref partial struct JsonReader
{
    /// <summary>
    /// Returns the class of the current object without its package, such as <c>KVMHostInventory</c>, as stated by the schema anywhere in the response
    /// (PROTOCOL.md §6). Structures with subclasses use it.
    /// </summary>
    /// <returns>The name of the class; null if the schema does not state it.</returns>
    public string? ClassName()
    {
        _classes ??= SchemaClasses.Of(_json, _schema);
        if (_classes.IsEmpty)
            return null;
        Span<byte> path = stackalloc byte[SchemaClasses.MaxPath];
        int length = 0;
        for (int i = 0; i < _depth; i++)
        {
            if (!Append(path, ref length, _steps![i]))
                return null;
        }

        if (_nameStart > 0 && !Append(path, ref length, new PathStep { Start = _nameStart, Length = _nameLength }))
            return null;
        return _classes.Find(_json, path.Slice(0, length), _strings);
    }

    // Reads the current value, which is a schema. A schema at the top level applies to the whole response.
    internal ReadOnlySpan<byte> RawSchema()
    {
        int start = (int)_reader.TokenStartIndex;
        bool isOfResponse = _reader.CurrentDepth == 1;
        ReadOnlySpan<byte> schema = Raw();
        if (isOfResponse)
            _schema = (start, schema.Length);
        return schema;
    }

    internal void GiveBack()
    {
        PathStep.GiveBack(_steps);
        _steps = null;
    }

    // Enters the value of the current member. The result must be passed to Leave.
    private int Enter()
    {
        int outer = _depth;
        if (_nameStart > 0)
            Push(_nameStart, _nameLength);
        _nameStart = 0;
        return outer;
    }

    private void Leave(int outer)
    {
        _depth = outer;
        _nameStart = 0;
    }

    private void Push(int start, int length)
    {
        _steps ??= PathStep.Take();
        if (_depth == _steps.Length)
            Array.Resize(ref _steps, _depth * 2);
        _steps[_depth++] = new PathStep { Start = start, Length = length };
    }

    private readonly bool Append(Span<byte> path, ref int length, PathStep step)
    {
        Span<byte> rest = path.Slice(length);
        int used;
        if (step.Length < 0)
        {
            if (rest.Length < 12)
                return false;
            rest[0] = (byte)'[';
            Utf8Formatter.TryFormat(step.Start, rest.Slice(1), out used);
            rest[used + 1] = (byte)']';
            length += used + 2;
            return true;
        }

        int dot = length == 0 ? 0 : 1;
        ReadOnlySpan<byte> name = _json.Slice(step.Start, step.Length);
        if (dot + name.Length > rest.Length)
            return false;
        if (dot > 0)
            rest[0] = (byte)'.';
        used = name.IndexOf((byte)'\\') < 0 ? Copy(name, rest.Slice(dot)) : Unescape(_json.Slice(step.Start - 1, step.Length + 2), rest.Slice(dot));
        length += dot + used;
        return true;
    }

    private static int Copy(ReadOnlySpan<byte> name, Span<byte> target)
    {
        name.CopyTo(target);
        return name.Length;
    }

    private static int Unescape(ReadOnlySpan<byte> quoted, Span<byte> target)
    {
        var reader = new Utf8JsonReader(quoted, JsonLimits.ReaderOptions);
        reader.Read();
        return reader.CopyString(target);
    }
}
