using System;
using System.Buffers.Text;
using System.Text.Json;

namespace ZStack.Serialization;

// The way to the value at hand, kept by whatever holds objects, and what the answer's schema says about it.
public ref partial struct JsonReader
{
    /// <summary>
    /// The class of the object at hand, without its package, such as <c>KVMHostInventory</c>: what the answer's schema says, wherever in
    /// the answer that stands (PROTOCOL.md §6). Structures that have subclasses ask for it.
    /// </summary>
    /// <returns>The class's name; null where the schema names none.</returns>
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

        if (_nameStart > 0 && !Append(path, ref length, new PathStep { Start = _nameStart, Length = _rawName.Length }))
            return null;
        return _classes.Find(_json, path.Slice(0, length), _strings);
    }

    // The value at hand is the schema of all that is read.
    internal ReadOnlySpan<byte> RawSchema()
    {
        int start = (int)_reader.TokenStartIndex;
        bool isOfAnswer = _reader.CurrentDepth == 1;
        ReadOnlySpan<byte> schema = Raw();
        if (isOfAnswer)
            _schema = (start, schema.Length);
        return schema;
    }

    internal void GiveBack()
    {
        PathStep.GiveBack(_steps);
        _steps = null;
    }

    // Begins what the member at hand holds; the depth is given back to Leave.
    private int Enter()
    {
        int outer = _depth;
        if (_nameStart > 0)
            Push(_nameStart, _rawName.Length);
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
