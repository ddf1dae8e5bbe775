using System;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;

namespace ZStack;

// The handler of a client that was given none.
internal static class DefaultHandler
{
#if NET8_0_OR_GREATER
    public static HttpMessageHandler Create(IWebProxy? proxy, X509Certificate2Collection? roots, TimeSpan connectTimeout)
    {
        // The browser sends the requests itself, without a proxy or authorities of the program's.
        if (OperatingSystem.IsBrowser())
            return new HttpClientHandler { AllowAutoRedirect = false };
        var handler = new SocketsHttpHandler
        {
            // A redirect must not carry the credential elsewhere.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = connectTimeout,
            // Follow changes of the name's address.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // No spans of HttpClient's own beside ours: at the logout they would have the session in `url.full`.
            ActivityHeadersPropagator = null,
        };
        if (proxy is not null)
            handler.Proxy = proxy;
        if (roots is not null)
            handler.SslOptions.CertificateChainPolicy = CertificateAuthorities.Policy(roots);
        return handler;
    }
#else
    public static HttpClientHandler Create(IWebProxy? proxy, X509Certificate2Collection? roots, TimeSpan connectTimeout)
    {
        var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        Decompress(handler);
        LiftLimit(handler);
        string option = "Proxy";
        try
        {
            if (proxy is not null)
                handler.Proxy = proxy;
            option = "CertificateAuthorities";
            if (roots is not null)
                handler.ServerCertificateCustomValidationCallback = (_, certificate, chain, errors) => CertificateAuthorities.Accepts(roots, certificate, chain, errors);
            return handler;
        }
        catch (PlatformNotSupportedException e)
        {
            handler.Dispose();
            throw new PlatformNotSupportedException(
                "ZStackClientOptions." + option + " cannot be honoured: the HttpClientHandler of this platform does not support it. Set it up in a handler of your own (HandlerFactory), or for the whole system.", e);
        }
    }

    private static void Decompress(HttpClientHandler handler)
    {
        if (handler.SupportsAutomaticDecompression)
            handler.AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate;
    }

    // .NET Framework allows two connections to a host, and a synchronous call may hold one of them for minutes.
    private static void LiftLimit(HttpClientHandler handler)
    {
        try
        {
            handler.MaxConnectionsPerServer = int.MaxValue;
        }
        catch (PlatformNotSupportedException)
        {
            // Then the platform has a limit of its own, or none.
        }
    }
#endif
}
