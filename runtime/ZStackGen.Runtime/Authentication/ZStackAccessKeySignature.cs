using System;
using System.Security.Cryptography;
using System.Text;

namespace ZStack;

/// <summary>The signature of an access key (PROTOCOL.md §2.2).</summary>
public static class ZStackAccessKeySignature
{
    /// <summary>Signs a request.</summary>
    /// <param name="secret">The key's secret.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="date">The exact text of the <c>Date</c> header.</param>
    /// <param name="path">The decoded path from <c>/v1</c> on, without context path and query.</param>
    /// <returns>The signature, in base 64.</returns>
    public static string Compute(string secret, string method, string date, string path)
    {
        if (secret is null || method is null || date is null || path is null)
            throw new ArgumentNullException(secret is null ? nameof(secret) : method is null ? nameof(method) : date is null ? nameof(date) : nameof(path));
        byte[] text = Encoding.UTF8.GetBytes(method.ToUpperInvariant() + "\n" + date + "\n" + path);
#pragma warning disable CA5350 // HMAC-SHA1 is what the protocol says
        using var hmac = new HMACSHA1(Encoding.UTF8.GetBytes(secret));
#pragma warning restore CA5350
        return Convert.ToBase64String(hmac.ComputeHash(text));
    }
}
