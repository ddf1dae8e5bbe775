using System;

namespace ZStack;

// The size of the request line and the headers.
internal static class RequestHead
{
    // The limit of the server (PROTOCOL.md §1.1).
    public const int MaxBytes = 65_536;

    // Throws if the address alone exceeds the limit; handlers may add headers that are not known here.
    public static void Check(ApiDescriptor api, int length)
    {
        if (length > MaxBytes)
            throw new ArgumentException($"API {api.Name}: the address of the request has {length} characters, but the server accepts {MaxBytes} bytes of address and headers. Shorten the list parameters, or split the call into several calls.");
    }
}
