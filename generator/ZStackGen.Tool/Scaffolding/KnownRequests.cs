using System;
using System.Linq;
using System.Threading;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Scaffolding;

/// <summary>Guesses the request of an API from the tool's own pages.</summary>
internal static class KnownRequests
{
    /// <summary>Returns the method and the path of an API, and how they were found.</summary>
    /// <param name="name">The name of the API.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static (string Method, string Path, string Source) Guess(string name, CancellationToken cancellationToken)
    {
        if (Find(name, cancellationToken) is { Method: { } method, Path: { } path })
            return (method, path, $"as in the tool's page of {name}");
        ApiConventions derived = ApiConventions.Of(name);
        // The name of a resource can be shortened: RestartVm, but QueryVmInstance.
        foreach (string resource in new[] { derived.Resource, derived.Inventory[..^"Inventory".Length] }.Distinct())
        {
            if (Find("Query" + resource, cancellationToken) is { Path: { } route } && ApiConventions.Of(name, route) is var known && known.Path != derived.Path)
                return (known.Method, known.Path, $"derived from the name and from the route of Query{resource}");
        }

        return (derived.Method, derived.Path, "derived from the name");
    }

    private static ApiModel? Find(string name, CancellationToken cancellationToken) => BundledPages
        .Read(file => !file.StartsWith("types/", StringComparison.Ordinal) && System.IO.Path.GetFileNameWithoutExtension(file) == name, cancellationToken)
        .SelectMany(static page => page.Page.Apis)
        .FirstOrDefault(api => api.Name == name);
}
