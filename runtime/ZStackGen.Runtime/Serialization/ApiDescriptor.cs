using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Net.Http;

namespace ZStack.Serialization;

/// <summary>Describes an API: its name, method, path and body wrapper.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiDescriptor
{
    private string? _bodyWrapper;
    private string? _bodyOwner;
    private IReadOnlyList<ParameterVersion>? _parameterVersions;

    /// <summary>Initializes a new instance of the <see cref="ApiDescriptor"/> class.</summary>
    /// <param name="name">The name of the API, such as <c>StartVmInstance</c>.</param>
    /// <param name="method">The HTTP method: GET, POST, PUT or DELETE.</param>
    /// <param name="path">The path with its <c>{name}</c> segments, starting with <c>/v1</c>.</param>
    /// <param name="traits">The traits of the API. The default is a session without further traits.</param>
    /// <exception cref="ArgumentException">The name is empty, the path does not begin with a slash, or the method is not supported.</exception>
    public ApiDescriptor(string name, string method, string path, ApiTraits traits = ApiTraits.RequiresSession)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Method = method ?? throw new ArgumentNullException(nameof(method));
        Path = path ?? throw new ArgumentNullException(nameof(path));
        if (name.Length == 0)
            throw new ArgumentException("The name of the API is empty.", nameof(name));
        if (path.Length == 0 || path[0] != '/')
            throw new ArgumentException($"API {name}: the path '{path}' must begin with '/v1/'.", nameof(path));
        Traits = traits;
        HttpMethod = method switch
        {
            "GET" => HttpMethod.Get,
            "POST" => HttpMethod.Post,
            "PUT" => HttpMethod.Put,
            "DELETE" => HttpMethod.Delete,
            // The server supports no other method (PROTOCOL.md §1).
            _ => throw new ArgumentException($"API {name}: the method '{method}' is not supported; use GET, POST, PUT or DELETE.", nameof(method)),
        };
    }

    /// <summary>Gets the name of the API, such as <c>StartVmInstance</c>.</summary>
    public string Name { get; }

    /// <summary>Gets the HTTP method.</summary>
    public string Method { get; }

    /// <summary>Gets the path with its <c>{name}</c> segments, starting with <c>/v1</c>.</summary>
    public string Path { get; }

    /// <summary>Gets the traits of the API.</summary>
    public ApiTraits Traits { get; }

    /// <summary>Gets the name of the body's wrapper (PROTOCOL.md §1.2); null for the usual wrapper, or if there is no body.</summary>
    public string? Wrapper { get; init; }

    /// <summary>Gets further paths of the API, such as the <c>/{uuid}</c> route of a query.</summary>
    public IReadOnlyList<string> AlternatePaths { get; init; } = Array.Empty<string>();

    /// <summary>Gets the version in which the API appeared, as documented; null if it is not documented.</summary>
    public string? Since { get; init; }

    /// <summary>
    /// Gets the parameters that came later than the API: a line for each, with its version, a space and its name on the wire. A field of a structure
    /// is a path, such as <c>disks/label</c>, where <c>*</c> stands for the keys of a map. Null if there are none.
    /// </summary>
    public string? NewerParameters { get; init; }

    internal IReadOnlyList<ParameterVersion> ParameterVersions => _parameterVersions ??= ParameterVersion.Parse(NewerParameters);

    internal HttpMethod HttpMethod { get; }

    // The usual wrapper is `params` for a POST, and the name of the API with a lower-case first letter for a PUT (PROTOCOL.md §1.2).
    internal string BodyWrapper => Wrapper ?? (_bodyWrapper ??= Method == "POST" ? "params" : char.ToLowerInvariant(Name[0]) + Name.Substring(1));

    internal string BodyOwner => _bodyOwner ??= "API " + Name;

    internal bool HasBody => Method is "POST" or "PUT";

    internal bool RequiresSession => (Traits & ApiTraits.RequiresSession) != 0;

    internal bool IsQuery => (Traits & ApiTraits.Query) != 0;

    /// <summary>Returns the name, method and path of the API.</summary>
    /// <returns>The name, method and path of the API.</returns>
    public override string ToString() => Name + " (" + Method + " " + Path + ")";
}
