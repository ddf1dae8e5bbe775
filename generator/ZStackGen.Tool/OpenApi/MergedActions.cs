using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using ZStackGen.Explorer.Apis;

namespace ZStackGen.Tool.OpenApi;

/// <summary>
/// All actions of a path as one operation with alternative bodies. Used for OpenAPI 3.2 and for tools that do not accept fragments in
/// paths. <c>x-zstack-actions</c> names the APIs.
/// </summary>
internal static class MergedActions
{
    /// <summary>Turns the operation of the path's first API into the shared operation.</summary>
    public static OpenApiOperation Begin(ApiEntry api, OpenApiOperation operation)
    {
        Describe(operation, new JsonArray(), api);
        operation.Summary = "Actions";
        operation.RequestBody = OneOf(operation.RequestBody, api);
        // Properties of a single API move to x-zstack-actions.
        foreach (string own in (ReadOnlySpan<string>)["x-zstack-api", "x-badges", "x-codeSamples", .. LifeExtensions.Names])
            operation.Extensions!.Remove(own);
        operation.Deprecated = false;
        return operation;
    }

    /// <summary>Adds another API of the path.</summary>
    /// <param name="shared">The path's operation.</param>
    /// <param name="api">The API.</param>
    /// <param name="operation">The operation of the API alone.</param>
    public static void Add(OpenApiOperation shared, ApiEntry api, OpenApiOperation operation)
    {
        Describe(shared, (JsonArray)((JsonNodeExtension)shared.Extensions!["x-zstack-actions"]).Node, api);
        IOpenApiMediaType all = shared.RequestBody!.Content!["application/json"];
        if (OneOf(operation.RequestBody, api).Content!["application/json"] is { } own)
        {
            foreach (IOpenApiSchema schema in own.Schema!.OneOf!)
                all.Schema!.OneOf!.Add(schema);
            foreach ((string name, IOpenApiExample example) in own.Examples ?? new Dictionary<string, IOpenApiExample>())
                ((OpenApiMediaType)all).Examples![name] = example;
        }

        foreach ((string status, IOpenApiResponse response) in operation.Responses!)
        {
            if (!shared.Responses!.TryGetValue(status, out IOpenApiResponse? known))
                shared.Responses[status] = response;
            else if (status == "200" && known is OpenApiResponse ok)
                ok.Content = ProtocolParts.JsonContent(Union(ok.Content!["application/json"].Schema!, response.Content!["application/json"].Schema!), null);
        }

        foreach ((string name, IOpenApiCallback callback) in operation.Callbacks ?? new Dictionary<string, IOpenApiCallback>())
            (shared.Callbacks ??= new Dictionary<string, IOpenApiCallback>())[name + api.Name] = callback;
        // One API without a session makes it optional for the operation.
        if (operation.Security!.Count == 0 != (shared.Security!.Count == 0))
            shared.Security = [.. shared.Security!, .. operation.Security, new OpenApiSecurityRequirement()];
    }

    /// <summary>Returns the operation ID for all actions of a path, such as <c>VmInstancesActions</c>.</summary>
    public static string OperationId(string key) => string.Concat(key.Split('/', '-', '.')
        .Where(static part => part.Length > 0 && part[0] != '{' && part != "v1")
        .Select(static part => char.ToUpperInvariant(part[0]) + part[1..]));

    private static void Describe(OpenApiOperation operation, JsonArray actions, ApiEntry api)
    {
        var action = new JsonObject { ["api"] = api.Name, ["member"] = api.Action.Wrapper, ["asynchronous"] = api.IsAsync };
        LifeExtensions.Add(action, api.Action.Since, api.Action.Description);
        actions.Add(action);
        (operation.Extensions ??= new Dictionary<string, IOpenApiExtension>())["x-zstack-actions"] = new JsonNodeExtension(actions);
        string line = $"- `{api.Action.Wrapper}`: {OpenApiText.Describe(api.Action.Description, api.Action.Since) ?? api.Name}";
        operation.Description = actions.Count == 1 ? "The member of the body selects the API.\n\n" + line : operation.Description + "\n" + line;
    }

    private static OpenApiRequestBody OneOf(IOpenApiRequestBody? body, ApiEntry api)
    {
        IOpenApiMediaType? own = body?.Content?["application/json"];
        var all = new OpenApiMediaType { Schema = new OpenApiSchema { OneOf = own?.Schema is { } schema ? [schema] : [] }, Examples = new Dictionary<string, IOpenApiExample>() };
        if (own?.Example is { } example)
            all.Examples[api.Name] = new OpenApiExample { Value = example };
        return new OpenApiRequestBody { Required = true, Content = new Dictionary<string, IOpenApiMediaType> { ["application/json"] = all } };
    }

    private static OpenApiSchema Union(IOpenApiSchema known, IOpenApiSchema other) =>
        known is OpenApiSchema { AnyOf: { } all } ? new OpenApiSchema { AnyOf = [.. all, other] } : new OpenApiSchema { AnyOf = [known, other] };
}
