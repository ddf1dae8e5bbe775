using System.Collections.Generic;
using System.Text.Json.Nodes;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Explorer.Apis;

/// <summary>An API with the examples of its pages.</summary>
/// <param name="Action">The API in the catalog.</param>
/// <param name="IsAsync">Whether the API responds with a job.</param>
/// <param name="RequestExample">The request body of the first page with an example.</param>
/// <param name="ResponseExample">The response of the first page with an example.</param>
internal sealed record ApiEntry(CatalogAction Action, bool IsAsync, JsonObject? RequestExample, JsonObject? ResponseExample)
{
    /// <summary>Gets the name of the API.</summary>
    public string Name => Action.Name;

    /// <summary>Gets the path templates, the main path first.</summary>
    public IEnumerable<string> Paths => [Action.Path, .. Action.AlternatePaths.AsSpan()];

    /// <summary>Gets the value of a body parameter in the request example.</summary>
    public JsonNode? ExampleOf(CatalogMember parameter)
    {
        JsonObject? holder = parameter.InWrapper && Action.Wrapper is { } wrapper ? RequestExample?[wrapper] as JsonObject : RequestExample;
        return holder?[parameter.Name];
    }
}
