using System;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Xunit;
using ZStackGen.Tool.Tests;

namespace ZStackGen.OpenApi.Tests;

/// <summary>OpenAPI documents as the command line writes them.</summary>
internal static class Documents
{
    /// <summary>The basic pages of the repository, which are copied next to the tests.</summary>
    public static string Specs { get; } = Path.Combine(AppContext.BaseDirectory, "specs");

    /// <summary>Returns the published pages. Skips the test if they are absent.</summary>
    public static string Corpus() => SharedFolder.Require("corpus");

    /// <summary>Returns the published pages of one layout, or of all layouts if all cases are tested: they describe the same APIs. Skips the test if they are absent.</summary>
    public static string OneLayout() => Exhaustive.IsRequested ? Corpus() : SharedFolder.Require("corpus", "english");

    /// <summary>Returns the output of the command.</summary>
    public static async Task<string> WriteAsync(string pages, params string[] options)
    {
        ToolRun run = await ToolRun.InAsync(SourceTree.Root, ["openapi", pages, .. options]);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output;
    }

    /// <summary>Returns the document of a single page.</summary>
    public static async Task<JsonNode> OfPageAsync(params string[] pages)
    {
        using var folder = new TemporaryFolder();
        for (int i = 0; i < pages.Length; i++)
            folder.Write($"specs/things/Page{i}.md", pages[i]);
        ToolRun run = await ToolRun.InAsync(folder.Path, "openapi", "specs");
        Assert.True(run.ExitCode == 0, run.Error);
        AssertValid(run.Output, "json");
        return JsonNode.Parse(run.Output)!;
    }

    /// <summary>Reads a document with the reader of Microsoft.OpenApi and its validation rules.</summary>
    public static Microsoft.OpenApi.OpenApiDocument AssertValid(string text, string format)
    {
        var settings = new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetDefaultRuleSet() };
        settings.AddYamlReader();
        ReadResult result = Microsoft.OpenApi.OpenApiDocument.Parse(text, format, settings);
        Assert.Empty(result.Diagnostic!.Errors);
        Assert.Empty(result.Diagnostic.Warnings);
        return result.Document!;
    }
}
