using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.OpenApi;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Apis;

namespace ZStackGen.Tool.OpenApi;

/// <summary>Makes the OpenAPI document of a library.</summary>
internal static class OpenApiBuilder
{
    private const string FragmentNote = "Their paths end in a fragment, which no client sends, so that each is an operation of its own.";
    private const string MergedNote = "They are one operation; `x-zstack-actions` names them.";

    /// <summary>Builds the document.</summary>
    /// <param name="library">The APIs.</param>
    /// <param name="server">The URL under which they live, context path included.</param>
    /// <param name="mergesActions">Whether all actions of a path are one operation, instead of one for each API.</param>
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

                    - `x-since` names the version with which an API, a parameter, a field or a type came; without it the version is unknown.
                    - `x-since-provenance` is `atMost` where it may be older, and `inferred` where the history of releases tells the version instead of a page.
                    - `x-removed` and `x-deprecated-since` name the versions that ended it, `x-replaced-by` what replaced it.
                    - An asynchronous API answers 202 with a job; `GetJobResult` reads its state and its result. A callback tells what the result looks like.
                    - Several APIs share the path `…/actions` and are told apart by a member of the body. {{Actions}}
                    - `x-extensible-enum` lists the values of a field that are known; the server may have others.
                    - The format `zstack-timestamp` is a moment such as `Nov 14, 2017 10:20:57 PM`, in the server's time zone.
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

    /// <summary>Writes a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="version">OpenAPI's version.</param>
    /// <param name="isYaml">Whether as YAML instead of JSON.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<string> WriteAsync(OpenApiDocument document, OpenApiSpecVersion version, bool isYaml, CancellationToken cancellationToken)
    {
        string text = isYaml
            ? await document.SerializeAsYamlAsync(version, cancellationToken).ConfigureAwait(false)
            : await document.SerializeAsJsonAsync(version, cancellationToken).ConfigureAwait(false);
        return text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
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
