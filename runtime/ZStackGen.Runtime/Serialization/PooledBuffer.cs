using System;
using System.Buffers;
using System.Text;

namespace ZStack;

// A growing byte buffer from the shared array pool.
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes = Array.Empty<byte>();

    public int Length { get; private set; }

    public int Capacity => _bytes.Length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public Span<byte> WrittenSpan => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    public ArraySegment<byte> Segment => new(_bytes, 0, Length);

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(Length);
    }

    // Returns the unused end of the array, which has at least the requested size.
    public ArraySegment<byte> Free(int sizeHint)
    {
        Reserve(sizeHint);
        return new ArraySegment<byte>(_bytes, Length, _bytes.Length - Length);
    }

    public string ToText() => Encoding.UTF8.GetString(_bytes, 0, Length);

    public void Clear() => Length = 0;

    // Drops the array without returning it to the pool, because the connection may still read it.
    public void Abandon()
    {
        _bytes = Array.Empty<byte>();
        Length = 0;
    }

    public void Dispose()
    {
        byte[] bytes = _bytes;
        Abandon();
        if (bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(bytes);
    }

    private void Reserve(int sizeHint)
    {
        if (sizeHint < 1)
            sizeHint = 1;
        if (_bytes.Length - Length >= sizeHint)
            return;
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(Length + sizeHint, Math.Max(_bytes.Length * 2, 1024)));
        Written.CopyTo(larger);
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
