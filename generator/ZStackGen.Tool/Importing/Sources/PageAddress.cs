using System;

namespace ZStackGen.Tool.Importing.Sources;

/// <summary>The part of a site that an import may read: the origin of the given address and the paths below its folder.</summary>
internal sealed class PageAddress
{
    private readonly string _folder;

    private PageAddress(Uri address)
    {
        Address = address;
        _folder = address.AbsolutePath[..(address.AbsolutePath.LastIndexOf('/') + 1)];
    }

    /// <summary>Gets the given address.</summary>
    public Uri Address { get; }

    /// <summary>Gets whether the address has the form of a list of pages: a folder or an <c>index.html</c>.</summary>
    public bool IsFolder => Address.AbsolutePath.EndsWith('/') || Address.Segments[^1].StartsWith("index.", StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets whether an argument is an address and not a path.</summary>
    /// <param name="argument">The argument.</param>
    /// <returns><see langword="true"/> for an address with a scheme.</returns>
    public static bool IsAddress(string argument) => argument.Contains("://", StringComparison.Ordinal);

    /// <summary>Parses an argument.</summary>
    /// <param name="argument">The argument.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ToolException">The argument is not a readable address.</exception>
    public static PageAddress Parse(string argument)
    {
        if (!Uri.TryCreate(argument, UriKind.Absolute, out Uri? address) || address.Host.Length == 0)
            throw new ToolException($"'{argument}' is not a URL; use the form https://docs.example/api/");
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            throw new ToolException($"'{argument}' has the unsupported scheme {address.Scheme}; use http or https");
        if (address.UserInfo.Length > 0)
            throw new ToolException("URLs with a user name or a password are not supported; download the pages and import the folder");
        return new PageAddress(WithoutFragment(address));
    }

    /// <summary>Gets the part of the site that an address leads to after a redirect.</summary>
    /// <param name="address">The new address.</param>
    /// <returns>The part of the site from the folder of the new address on.</returns>
    public static PageAddress At(Uri address) => new(address);

    /// <summary>Gets whether two addresses have the same scheme, host and port.</summary>
    /// <param name="address">Another address.</param>
    /// <returns><see langword="true"/> for the same origin.</returns>
    public bool IsSameOrigin(Uri address) =>
        Uri.Compare(Address, address, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>Gets whether an address is in this part of the site.</summary>
    /// <param name="address">Another address.</param>
    /// <returns><see langword="true"/> for the same origin and folder, or a folder below.</returns>
    public bool Contains(Uri address) => IsSameOrigin(address) && address.AbsolutePath.StartsWith(_folder, StringComparison.Ordinal);

    /// <summary>Gets the path of an address below the folder.</summary>
    /// <param name="address">An address of this part of the site.</param>
    /// <returns>The path, <c>/</c> between segments.</returns>
    public string Relative(Uri address)
    {
        string path = Uri.UnescapeDataString(address.AbsolutePath.StartsWith(_folder, StringComparison.Ordinal) ? address.AbsolutePath[_folder.Length..] : address.AbsolutePath.TrimStart('/'));
        return path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;
    }

    /// <summary>Gets a link's target if it is a page of this part of the site.</summary>
    /// <param name="page">The address of the page with the link.</param>
    /// <param name="link">The link as written.</param>
    /// <returns>The target; <see langword="null"/> for any other link.</returns>
    public Uri? Follow(Uri page, string link)
    {
        if (!Uri.TryCreate(page, link.Trim(), out Uri? target) || !Contains(target))
            return null;
        // The histories and editors of a wiki are an endless number of pages.
        if (target.Query.Contains("action=", StringComparison.OrdinalIgnoreCase) || target.Query.Contains("oldid=", StringComparison.OrdinalIgnoreCase))
            return null;
        string name = target.Segments[^1];
        int dot = name.LastIndexOf('.');
        return dot >= 0 && IsOtherFile(name[(dot + 1)..]) ? null : WithoutFragment(target);
    }

    private static bool IsOtherFile(string extension) => extension.ToUpperInvariant() is
        "PDF" or "PNG" or "JPG" or "JPEG" or "GIF" or "SVG" or "ICO" or "WEBP" or "CSS" or "JS" or "MJS" or "JSON" or "XML" or "ZIP" or "GZ" or "TGZ" or "TAR" or "XZ"
        or "7Z" or "RAR" or "EXE" or "MSI" or "DMG" or "ISO" or "QCOW2" or "BIN" or "RPM" or "DEB" or "JAR" or "WAR" or "DOC" or "DOCX" or "XLS" or "XLSX" or "PPT" or "PPTX"
        or "MP3" or "MP4" or "WEBM" or "WOFF" or "WOFF2" or "TTF" or "EOT" or "RSS" or "ATOM" or "MAP" or "CSV";

    private static Uri WithoutFragment(Uri address) => address.Fragment.Length == 0 ? address : new UriBuilder(address) { Fragment = "" }.Uri;
}
