using System;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
#if !NET8_0_OR_GREATER
using System.Net.Security;
using System.Text.RegularExpressions;
#endif

namespace ZStack;

// Validates server certificates against configured authorities instead of the authorities of the system.
internal static class CertificateAuthorities
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    // Returns null if no authorities are configured.
    public static X509Certificate2Collection? Load(X509Certificate2Collection? authorities, string? authorityFile)
    {
        if (authorities is null && authorityFile is null)
            return null;
        var roots = new X509Certificate2Collection();
        if (authorities is not null)
        {
            if (authorities.Count == 0)
                throw new ArgumentException("ZStackClientOptions.CertificateAuthorities is empty, so no server would be trusted; add a certificate or set it to null.");
            roots.AddRange(authorities);
        }

        if (authorityFile is not null)
            AddFile(roots, authorityFile);
        return roots;
    }

#if NET8_0_OR_GREATER
    public static X509ChainPolicy Policy(X509Certificate2Collection roots)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            // As without a policy: a private authority usually publishes no revocation information.
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.AddRange(roots);
        policy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        return policy;
    }
#else
    // This platform cannot restrict trust to given roots: build any chain, and compare its root with the given roots.
    public static bool Accepts(X509Certificate2Collection roots, X509Certificate2? certificate, X509Chain? sent, SslPolicyErrors errors)
    {
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
            return false;
        using var chain = new X509Chain();
        X509ChainPolicy policy = chain.ChainPolicy;
        policy.RevocationMode = X509RevocationMode.NoCheck;
        policy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
        policy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        policy.ExtraStore.AddRange(roots);
        if (sent is not null)
        {
            policy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
            foreach (X509ChainElement element in sent.ChainElements)
                policy.ExtraStore.Add(element.Certificate);
        }

        if (!chain.Build(certificate))
            return false;
        byte[] end = chain.ChainElements[chain.ChainElements.Count - 1].Certificate.RawData;
        foreach (X509Certificate2 root in roots)
            if (end.AsSpan().SequenceEqual(root.RawData))
                return true;
        return false;
    }
#endif

    private static void AddFile(X509Certificate2Collection roots, string file)
    {
        int before = roots.Count;
        try
        {
#if NET8_0_OR_GREATER
            roots.ImportFromPemFile(file);
#else
            foreach (Match block in Regex.Matches(File.ReadAllText(file), "-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----"))
                roots.Add(new X509Certificate2(Convert.FromBase64String(block.Groups[1].Value)));
#endif
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or FormatException or ArgumentException)
        {
            throw new ArgumentException("ZStackClientOptions.CertificateAuthorityFile '" + file + "' cannot be read: " + e.Message, e);
        }

        if (roots.Count == before)
            throw new ArgumentException("ZStackClientOptions.CertificateAuthorityFile '" + file + "' contains no certificate; it must be a PEM file that begins with '-----BEGIN CERTIFICATE-----'.");
    }
}
