using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.OpenApi;
using ZStackGen.Explorer.Apis;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.OpenApi;

/// <summary>Creates the OpenAPI document of a library.</summary>
internal static class OpenApiBuilder
{
    private const string FragmentNote = "Their paths end in a fragment, which clients do not send, so that each API is an operation.";
    private const string MergedNote = "They are one operation; `x-zstack-actions` names them.";

    /// <summary>Builds the document.</summary>
    /// <param name="library">The APIs.</param>
    /// <param name="server">The URL of the cloud, including the context path.</param>
    /// <param name="mergesActions">Whether all actions of a path become one operation instead of one per API.</param>
    public static OpenApiDocument Build(ApiLibrary library, string server, bool mergesActions = false)
    {
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo
            {
                Title = "ZStack",
                Version = NewestVersion(library) ?? "0",
                Description = """
                    Made from API documentation pages.

                    - `x-since` is the version that introduced an API, a parameter, a field or a type. Without it the version is unknown.
                    - `x-since-provenance` is `atMost` if the element may be older, and `inferred` if the version comes from the history of releases instead of a page.
                    - `x-removed` and `x-deprecated-since` are the versions that removed or deprecated an element, `x-replaced-by` is its replacement.
                    - An asynchronous API responds with 202 and a job. `GetJobResult` returns the state and the result of the job. A callback describes the result.
                    - Several APIs share the path `…/actions` and differ in a member of the body. {{Actions}}
                    - `x-extensible-enum` lists the known values of a field; the server may return others.
                    - The format `zstack-timestamp` is a timestamp such as `Nov 14, 2017 10:20:57 PM`, in the server's time zone.
                    """.ReplaceLineEndings("\n").Replace("{{Actions}}", mergesActions ? MergedNote : FragmentNote, StringComparison.Ordinal),
            },
            Servers = [new OpenApiServer { Url = server }],
            Paths = [],
            Components = new OpenApiComponents(),
            Tags = new HashSet<OpenApiTag>(),
        };
        var schemas = new SchemaWriter(document, library);
        var protocol = new ProtocolParts(document, schemas);
        schemas.WriteTypes();
        protocol.Write();
        foreach (string category in library.Apis.Select(static api => api.Action.Category).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            document.Tags.Add(new OpenApiTag { Name = category });
        var operations = new OperationWriter(document, library, schemas, protocol, mergesActions);
        foreach (ApiEntry api in library.Apis)
            operations.Add(api);
        protocol.AddJobOperation();
        return document;
    }

    /// <summary>Writes the document that the explorer serves.</summary>
    /// <param name="library">The APIs.</param>
    /// <param name="server">The URL of the server.</param>
    public static Task<string> WriteJsonAsync(ApiLibrary library, string server) => WriteAsync(Build(library, server), OpenApiSpecVersion.OpenApi3_1, isYaml: false, default);

    /// <summary>Writes a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="version">The OpenAPI version.</param>
    /// <param name="isYaml">Whether to write YAML instead of JSON.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static async Task<string> WriteAsync(OpenApiDocument document, OpenApiSpecVersion version, bool isYaml, CancellationToken cancellationToken)
    {
        string json = await document.SerializeAsJsonAsync(version, cancellationToken).ConfigureAwait(false);
        // The YAML of Microsoft.OpenApi leaves texts such as 'yes' and '2024-01-01' plain, which readers take for other values.
        return isYaml ? YamlText.Of((JsonObject)JsonNode.Parse(json)!) : OutputConsole.Escaped(json.Replace("\r\n", "\n", StringComparison.Ordinal)).TrimEnd('\n') + "\n";
    }

    private static string? NewestVersion(ApiLibrary library)
    {
        string? newest = null;
        IEnumerable<string?> versions = library.Apis.Select(static api => api.Action.Since)
            .Concat(library.Apis.SelectMany(static api => api.Action.Parameters.Concat(api.Action.Result)).Select(static member => member.Since))
            .Concat(library.Catalog.Structures.Select(static structure => structure.Since))
            .Concat(library.Catalog.Structures.SelectMany(static structure => structure.Members).Select(static member => member.Since));
        foreach (string? since in versions)
        {
            if (StatedVersion.Parse(since).Cloud is { } version && (newest is null || VersionNumber.Compare(version, newest) > 0))
                newest = version;
        }

        return newest;
    }
}
