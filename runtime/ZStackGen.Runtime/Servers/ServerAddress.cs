using System;

namespace ZStack;

// The base address of all requests: http://host:8080/zstack.
internal sealed class ServerAddress
{
    private const string DefaultContext = "/zstack";

    private ServerAddress(Uri uri, string context)
    {
        Origin = uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        // The components leave out the network interface of a link-local address, such as `[fe80::1%eth0]`.
        if (uri.HostNameType == UriHostNameType.IPv6 && uri.DnsSafeHost.IndexOf('%') is > 0 and int scope)
            Origin = Origin.Replace("]", uri.DnsSafeHost.Substring(scope) + "]");
        Base = Origin + context;
        Uri = new Uri(Base);
    }

    public string Base { get; }

    public string Origin { get; }

    public Uri Uri { get; }

    public static ServerAddress Parse(string? baseAddress, string? contextPath)
    {
        string? address = baseAddress;
        const string Example = " Write it like 'http://mn.example:8080' or 'https://cloud.example/zstack'.";
        if (string.IsNullOrWhiteSpace(address))
            throw new ArgumentException("The base address is empty." + Example, nameof(baseAddress));
        address = address!.Trim();
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
        {
            // 'host:8080' parses as the scheme 'host', and '/zstack' as a file path.
            bool hasScheme = address.IndexOf("://", StringComparison.Ordinal) > 0;
            throw new ArgumentException(!hasScheme
                ? "The base address '" + Shown(address) + "' does not begin with 'http://' or 'https://'." + Example
                : uri is null ? "The base address '" + Shown(address) + "' is not a valid URL." + Example
                : "The base address has the scheme '" + uri.Scheme + "'; use 'http' or 'https'." + Example, nameof(baseAddress));
        }

        if (uri.UserInfo.Length > 0)
            throw new ArgumentException("The base address contains a user or password; set ZStackClientOptions.Credential instead." + Example, nameof(baseAddress));
        if (uri.Query.Length > 0 || address.IndexOf('?') >= 0)
            throw new ArgumentException("The base address has a query string; remove it." + Example, nameof(baseAddress));
        if (uri.Fragment.Length > 0 || address.IndexOf('#') >= 0)
            throw new ArgumentException("The base address has a fragment ('#…'); remove it." + Example, nameof(baseAddress));
        if (uri.Host.Length == 0)
            throw new ArgumentException("The base address has no host." + Example, nameof(baseAddress));

        string context = uri.AbsolutePath.TrimEnd('/');
        if (contextPath is not null)
        {
            if (context.Length > 0)
                throw new ArgumentException("The context path is stated in both the base address and ContextPath; state it in one of them.", nameof(contextPath));
            context = Context(contextPath);
        }
        else if (context.Length == 0)
        {
            context = DefaultContext;
        }

        if ((context + "/").IndexOf("/v1/", StringComparison.Ordinal) >= 0)
        {
            throw contextPath is not null
                ? new ArgumentException("ContextPath '" + contextPath + "' goes beyond the context path: remove '/v1' and the rest, because the path of every API begins with '/v1'.", nameof(contextPath))
                : new ArgumentException("The base address goes beyond the context path: remove '/v1' and the rest, because the path of every API begins with '/v1'." + Example, nameof(baseAddress));
        }

        return new ServerAddress(uri, context);
    }

    public bool IsSameOrigin(Uri other)
        => other.Scheme == Uri.Scheme && other.Port == Uri.Port && string.Equals(other.Host, Uri.Host, StringComparison.OrdinalIgnoreCase);

    // The path as it is sent: no other text may change when the URL is parsed, or move the request to another path.
    private static string Context(string contextPath)
    {
        string path = contextPath.Trim().Trim('/');
        if (path.Length == 0)
            return string.Empty;
        foreach (string segment in path.Split('/'))
        {
            if (segment.Length == 0 || segment.Trim('.').Length == 0 || !IsPlain(segment))
                throw new ArgumentException("ContextPath '" + ServerText.Of(contextPath) + "' is not a path such as '/zstack'; use segments of ASCII letters, digits, '-', '.', '_' and '~'.", nameof(contextPath));
        }

        return "/" + path;
    }

    private static bool IsPlain(string segment)
    {
        foreach (char c in segment)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~'))
                return false;
        }

        return true;
    }

    // The part of the address before a possible secret: with a user and password, only the scheme.
    private static string Shown(string address)
    {
        int end = address.IndexOfAny(['?', '#']);
        int user = address.IndexOf('@');
        if (user >= 0)
            end = address.IndexOf("://", StringComparison.Ordinal) is > 0 and int scheme && scheme < user ? scheme + 3 : 0;
        return end < 0 ? address : address.Substring(0, end) + "…";
    }
}
