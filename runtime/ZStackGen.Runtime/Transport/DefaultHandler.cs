using System;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;

namespace ZStack;

// Creates the handler of a client without a custom handler.
internal static class DefaultHandler
{
#if NET8_0_OR_GREATER
    public static HttpMessageHandler Create(IWebProxy? proxy, X509Certificate2Collection? roots, TimeSpan connectTimeout)
    {
        // The browser sends the requests itself, without the proxy and authorities of the program.
        if (OperatingSystem.IsBrowser())
            return new HttpClientHandler { AllowAutoRedirect = false };
        var handler = new SocketsHttpHandler
        {
            // A redirect must not send the credential to another server.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = connectTimeout,
            // Renew connections so that DNS changes take effect.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // Disable HttpClient's own spans: on logout, their `url.full` would contain the session.
            ActivityHeadersPropagator = null,
        };
        if (proxy is not null)
            handler.Proxy = proxy;
        if (roots is not null)
            handler.SslOptions.CertificateChainPolicy = CertificateAuthorities.Policy(roots);
        return new GZipHandler(handler);
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
                "ZStackClientOptions." + option + " is not supported by the HttpClientHandler of this platform. Configure it in your own handler (ZStackClientOptions.HandlerFactory), or for the whole system.", e);
        }
    }

    private static void Decompress(HttpClientHandler handler)
    {
        if (handler.SupportsAutomaticDecompression)
            handler.AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate;
    }

    // .NET Framework allows two connections per host, and a synchronous call may use one of them for minutes.
    private static void LiftLimit(HttpClientHandler handler)
    {
        try
        {
            handler.MaxConnectionsPerServer = int.MaxValue;
        }
        catch (PlatformNotSupportedException)
        {
            // The platform has its own limit, or none.
        }
    }
#endif
}
