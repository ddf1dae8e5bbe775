using System;
using System.IO;
using System.Text;

namespace ZStack.Tests.Peers;

// A text, followed by spaces without an end.
public sealed class EndlessStream(string beginning = "") : Stream
{
    private readonly byte[] _beginning = Encoding.UTF8.GetBytes(beginning);

    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        for (int i = 0; i < count; i++, Given++)
            buffer[offset + i] = Given < _beginning.Length ? _beginning[Given] : (byte)' ';
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
