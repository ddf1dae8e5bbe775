using System;

namespace ZStack;

// The request line and the headers.
internal static class RequestHead
{
    // What the server takes (PROTOCOL.md §1.1).
    public const int MaxBytes = 65_536;

    // Refuses what no server can take; of what else the head holds nobody knows here.
    public static void Check(ApiDescriptor api, int length)
    {
        if (length > MaxBytes)
            throw new ArgumentException($"API {api.Name}: the request's address would have {length} characters, and the server takes {MaxBytes} bytes of address and headers. Shorten the lists among its parameters, or spread them over several calls.");
    }
}
