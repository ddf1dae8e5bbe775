using System;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;

namespace ZStack;

// The handler of a client that was given none.
internal static class DefaultHandler
{
#if NET8_0_OR_GREATER
    public static SocketsHttpHandler Create(IWebProxy? proxy, X509Certificate2Collection? roots, TimeSpan connectTimeout)
    {
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
