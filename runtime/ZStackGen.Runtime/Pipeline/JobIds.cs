using System;
using System.Security.Cryptography;

namespace ZStack;

// Creates ids of jobs: UUIDs of version 4. They come from the system's random numbers, because the id alone gives access to the result of the job
// (PROTOCOL.md §3). One read of random numbers provides several ids, because a read takes as long as the rest of a small call. Not thread-safe.
internal sealed class JobIds
{
    private const int IdBytes = 16;
    private readonly byte[] _random = new byte[16 * IdBytes];
    private int _used;

    public JobIds() => _used = _random.Length;

    public string Next()
    {
        if (_used == _random.Length)
            Fill();
        Span<byte> id = _random.AsSpan(_used, IdBytes);
        _used += IdBytes;
        // The version and the variant (RFC 9562 §5.4), in the byte order of Guid.
        id[7] = (byte)((id[7] & 0x0F) | 0x40);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
#if NET8_0_OR_GREATER
        return new Guid(id).ToString("N");
#else
        return new Guid(id.ToArray()).ToString("N");
#endif
    }

    private void Fill()
    {
#if NET8_0_OR_GREATER
        RandomNumberGenerator.Fill(_random);
#else
        using RandomNumberGenerator source = RandomNumberGenerator.Create();
        source.GetBytes(_random);
#endif
        _used = 0;
    }
}
