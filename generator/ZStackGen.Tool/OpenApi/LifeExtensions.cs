using System.Collections.Generic;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.OpenApi;

/// <summary>Writes the versions that added, deprecated or removed an element, as extensions such as <c>x-since</c>, and <c>deprecated</c>.</summary>
internal static class LifeExtensions
{
    /// <summary>The names of the extensions.</summary>
    public static readonly string[] Names = ["x-since", "x-since-provenance", "x-deprecated-since", "x-removed", "x-replaced-by"];

    /// <summary>Determines whether any version, deprecation or removal of an element is known.</summary>
    public static bool Any(string? since, string? description) => StatedVersion.Parse(since).Version is not null || !Lifetime.Of(description).IsCurrent;

    /// <summary>Adds the versions to an operation, a parameter or a schema.</summary>
    public static void Add(IOpenApiExtensible thing, string? since, string? description)
    {
        foreach ((string name, string value) in Values(since, description))
            (thing.Extensions ??= new Dictionary<string, IOpenApiExtension>())[name] = new JsonNodeExtension(value);
        if (Lifetime.Of(description).IsCurrent)
            return;
        switch (thing)
        {
            case OpenApiOperation operation:
                operation.Deprecated = true;
                break;
            case OpenApiParameter parameter:
                parameter.Deprecated = true;
                break;
            case OpenApiSchema schema:
                schema.Deprecated = true;
                break;
        }
    }

    /// <summary>Adds the versions of an API to an object.</summary>
    public static void Add(JsonObject json, string? since, string? description)
    {
        foreach ((string name, string value) in Values(since, description))
            json[name] = value;
        if (!Lifetime.Of(description).IsCurrent)
            json["deprecated"] = true;
    }

    // Unknown versions are omitted. Exact is the default provenance, so it is omitted too.
    private static IEnumerable<(string Name, string Value)> Values(string? since, string? description)
    {
        StatedVersion stated = StatedVersion.Parse(since);
        if (stated.Version is { } version)
            yield return ("x-since", stated.Product is { } product ? $"{product} {version}" : version);
        if (stated.Provenance is not (VersionProvenance.Exact or VersionProvenance.Unknown))
            yield return ("x-since-provenance", StatedVersion.Name(stated.Provenance));
        Lifetime lifetime = Lifetime.Of(description);
        if (lifetime.DeprecatedSince is { } deprecated)
            yield return ("x-deprecated-since", deprecated);
        if (lifetime.Removed is { } removed)
            yield return ("x-removed", removed);
        if (lifetime.Replacement is { } replacement)
            yield return ("x-replaced-by", replacement);
    }
}
