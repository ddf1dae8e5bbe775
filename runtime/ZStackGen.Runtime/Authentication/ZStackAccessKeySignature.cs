using System;
using System.Security.Cryptography;
using System.Text;

namespace ZStack;

/// <summary>Computes the signatures of an access key (PROTOCOL.md §2.2).</summary>
public static class ZStackAccessKeySignature
{
    /// <summary>Computes the signature of a request.</summary>
    /// <param name="secret">The secret of the access key.</param>
    /// <param name="method">The HTTP method, in any letter case.</param>
    /// <param name="date">The exact text of the <c>Date</c> header.</param>
    /// <param name="path">The decoded path, starting with <c>/v1</c>, without context path and query string.</param>
    /// <returns>The signature in Base64.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static string Compute(string secret, string method, string date, string path)
    {
        if (secret is null || method is null || date is null || path is null)
            throw new ArgumentNullException(secret is null ? nameof(secret) : method is null ? nameof(method) : date is null ? nameof(date) : nameof(path));
        byte[] text = Encoding.UTF8.GetBytes(method.ToUpperInvariant() + "\n" + date + "\n" + path);
#pragma warning disable CA5350 // the protocol requires HMAC-SHA1
        using var hmac = new HMACSHA1(Encoding.UTF8.GetBytes(secret));
#pragma warning restore CA5350
        return Convert.ToBase64String(hmac.ComputeHash(text));
    }
}
