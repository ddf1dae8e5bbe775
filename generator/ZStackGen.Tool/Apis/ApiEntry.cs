using System.Collections.Generic;
using System.Text.Json.Nodes;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Tool.Apis;

/// <summary>One API with what its pages show beside the tables.</summary>
/// <param name="Action">What the catalog decided.</param>
/// <param name="IsAsync">Whether it answers with a job.</param>
/// <param name="RequestExample">The body of the first page that shows one.</param>
/// <param name="ResponseExample">The response of the first page that shows one.</param>
internal sealed record ApiEntry(CatalogAction Action, bool IsAsync, JsonObject? RequestExample, JsonObject? ResponseExample)
{
    /// <summary>The API's name.</summary>
    public string Name => Action.Name;

    /// <summary>The path templates, the main one first.</summary>
    public IEnumerable<string> Paths => [Action.Path, .. Action.AlternatePaths.AsSpan()];

    /// <summary>The value that the page's request example gives to a body parameter.</summary>
    public JsonNode? ExampleOf(CatalogMember parameter)
    {
        JsonObject? holder = parameter.InWrapper && Action.Wrapper is { } wrapper ? RequestExample?[wrapper] as JsonObject : RequestExample;
        return holder?[parameter.Name];
    }
}
