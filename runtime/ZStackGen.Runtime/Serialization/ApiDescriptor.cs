using System;
using System.Collections.Generic;
using System.Net.Http;

namespace ZStack.Serialization;

/// <summary>What is fixed about an API: its name, method, path and body wrapper.</summary>
public sealed class ApiDescriptor
{
    private string? _bodyWrapper;
    private string? _bodyOwner;
    private IReadOnlyList<ParameterVersion>? _parameterVersions;

    /// <summary>Describes an API.</summary>
    /// <param name="name">The API's name, such as <c>StartVmInstance</c>.</param>
    /// <param name="method">The HTTP method: GET, POST, PUT or DELETE.</param>
    /// <param name="path">The path with its <c>{name}</c> segments, from <c>/v1</c> on.</param>
    /// <param name="traits">The manner of working.</param>
    public ApiDescriptor(string name, string method, string path, ApiTraits traits)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Method = method ?? throw new ArgumentNullException(nameof(method));
        Path = path ?? throw new ArgumentNullException(nameof(path));
        if (name.Length == 0)
            throw new ArgumentException("An API needs a name.", nameof(name));
        if (path.Length == 0 || path[0] != '/')
            throw new ArgumentException($"API {name}: the path '{path}' must begin with '/v1/'.", nameof(path));
        Traits = traits;
        HttpMethod = method switch
        {
            "GET" => HttpMethod.Get,
            "POST" => HttpMethod.Post,
            "PUT" => HttpMethod.Put,
            "DELETE" => HttpMethod.Delete,
            // The controller maps no other verb (PROTOCOL.md §1).
            _ => throw new ArgumentException($"API {name}: the method '{method}' is none of GET, POST, PUT, DELETE.", nameof(method)),
        };
    }

    /// <summary>The API's name, such as <c>StartVmInstance</c>.</summary>
    public string Name { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path with its <c>{name}</c> segments, from <c>/v1</c> on.</summary>
    public string Path { get; }

    /// <summary>The manner of working.</summary>
    public ApiTraits Traits { get; }

    /// <summary>The key under which the body's arguments sit (PROTOCOL.md §1.2); null if there is no body.</summary>
    public string? Wrapper { get; init; }

    /// <summary>Further paths of the same API, such as a query's <c>/{uuid}</c> route.</summary>
    public IReadOnlyList<string> AlternatePaths { get; init; } = Array.Empty<string>();

    /// <summary>The version in which the API appeared, as documented.</summary>
    public string? Since { get; init; }

    /// <summary>Gets the parameters that came later than the API: a line for each, with its version, a space and its name on the wire. Null if there are none.</summary>
    public string? NewerParameters { get; init; }

    internal IReadOnlyList<ParameterVersion> ParameterVersions => _parameterVersions ??= ParameterVersion.Parse(NewerParameters);

    internal HttpMethod HttpMethod { get; }

    // The rule where a page states no wrapper: a POST's is `params`, a PUT's the API's name with a small first letter (PROTOCOL.md §1.2).
    internal string BodyWrapper => Wrapper ?? (_bodyWrapper ??= Method == "POST" ? "params" : char.ToLowerInvariant(Name[0]) + Name.Substring(1));

    internal string BodyOwner => _bodyOwner ??= "API " + Name;

    internal bool HasBody => Method is "POST" or "PUT";

    internal bool RequiresSession => (Traits & ApiTraits.RequiresSession) != 0;

    internal bool IsQuery => (Traits & ApiTraits.Query) != 0;

    /// <summary>The API's name.</summary>
    /// <returns>Name, method and path.</returns>
    public override string ToString() => Name + " (" + Method + " " + Path + ")";
}
