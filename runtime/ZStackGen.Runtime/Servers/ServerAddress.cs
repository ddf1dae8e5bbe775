using System;

namespace ZStack;

// The base of all URLs: http://host:8080/zstack.
internal sealed class ServerAddress
{
    private const string DefaultContext = "/zstack";

    private ServerAddress(Uri uri, string context)
    {
        Origin = uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
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
            // 'host:8080' parses as the scheme 'host', '/zstack' as a file.
            bool scheme = uri is not null && address.IndexOf("://", StringComparison.Ordinal) > 0;
            throw new ArgumentException(scheme
                ? "The base address has the scheme '" + uri!.Scheme + "'; ZStack is reached by http or https." + Example
                : "The base address '" + Shown(address) + "' has no 'http://' or 'https://'." + Example, nameof(baseAddress));
        }

        if (uri.UserInfo.Length > 0)
            throw new ArgumentException("The base address carries a user or password; they belong into the credential." + Example, nameof(baseAddress));
        if (uri.Query.Length > 0 || address.IndexOf('?') >= 0)
            throw new ArgumentException("The base address has a query, which would end up before the API's path." + Example, nameof(baseAddress));
        if (uri.Fragment.Length > 0 || address.IndexOf('#') >= 0)
            throw new ArgumentException("The base address has a fragment ('#…')." + Example, nameof(baseAddress));
        if (uri.Host.Length == 0)
            throw new ArgumentException("The base address has no host." + Example, nameof(baseAddress));

        string context = uri.AbsolutePath.TrimEnd('/');
        if (context == "/v1" || context.EndsWith("/v1", StringComparison.Ordinal) || context.IndexOf("/v1/", StringComparison.Ordinal) >= 0)
            throw new ArgumentException("The base address goes beyond the context path: leave out '/v1' and what follows, every API's path begins with it." + Example, nameof(baseAddress));
        if (contextPath is not null)
        {
            if (context.Length > 0)
                throw new ArgumentException("The context path is given twice: in the base address and as ContextPath.", nameof(contextPath));
            context = contextPath.Trim('/');
            if (context.IndexOf('?') >= 0 || context.IndexOf('#') >= 0)
                throw new ArgumentException("ContextPath '" + contextPath + "' is not a path.", nameof(contextPath));
            if (context.Length > 0)
                context = "/" + context;
        }
        else if (context.Length == 0)
        {
            context = DefaultContext;
        }

        return new ServerAddress(uri, context);
    }

    public bool IsSameOrigin(Uri other)
        => other.Scheme == Uri.Scheme && other.Port == Uri.Port && string.Equals(other.Host, Uri.Host, StringComparison.OrdinalIgnoreCase);

    // No more than the part before what may be a secret.
    private static string Shown(string address)
    {
        int end = address.IndexOfAny(['?', '#', '@']);
        return end < 0 ? address : address.Substring(0, end) + "…";
    }
}
