using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.OpenApi;
using Xunit;
using ZStackGen.Tool.Tests;

namespace ZStackGen.OpenApi.Tests;

/// <summary>Every document is valid by the rules of Microsoft.OpenApi and contains all APIs.</summary>
public sealed class ValidityTests
{
    [Theory]
    [InlineData("json", "3.0", "3.0.")]
    [InlineData("json", "3.1", "3.1.")]
    [InlineData("json", "3.2", "3.2.")]
    [InlineData("yaml", "3.0", "3.0.")]
    [InlineData("yaml", "3.1", "3.1.")]
    public async Task The_repositorys_pages_produce_a_valid_document_in_every_version_and_format(string format, string version, string written)
    {
        string text = await Documents.WriteAsync(Documents.Specs, "--format", format, "--openapi-version", version);
        Assert.Contains(written, text.Split('\n').First(static line => line.Contains("openapi", StringComparison.Ordinal)), StringComparison.Ordinal);
        OpenApiDocument document = Documents.AssertValid(text, format);
        string[] ids = Operations(document);
        string[] merged = [.. document.Paths.Values.SelectMany(static path => path.Operations!.Values).Select(static operation => operation.Extensions)
            .SelectMany(static extensions => extensions is not null && extensions.TryGetValue("x-zstack-actions", out IOpenApiExtension? actions) ? ((JsonNodeExtension)actions).Node.AsArray() : [])
            .Select(static action => (string)action!["api"]!)];
        Assert.Empty((await NamesAsync(Documents.Specs)).Except(ids.Concat(merged), StringComparer.Ordinal));
        Assert.Contains("QueryZoneByUuid", ids);
        Assert.Contains("GetJobResult", ids);
    }

    [Theory]
    [InlineData("3.0")]
    [InlineData("3.1")]
    public async Task All_published_pages_produce_a_valid_document_with_every_API(string version)
    {
        string corpus = Documents.Corpus();
        OpenApiDocument document = Documents.AssertValid(await Documents.WriteAsync(corpus, "--openapi-version", version), "json");
        string[] ids = Operations(document);
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        // Each API has an operation with its name, even if others share its path.
        string[] names = await NamesAsync(corpus);
        Assert.True(names.Length > 200);
        Assert.Empty(names.Except(ids, StringComparer.Ordinal));
    }

    [Fact]
    public async Task All_published_pages_produce_a_valid_document_with_merged_actions() =>
        Documents.AssertValid(await Documents.WriteAsync(Documents.Corpus(), "--openapi-version", "3.2"), "json");

    [Fact]
    public async Task The_same_pages_produce_the_same_bytes()
    {
        string first = await Documents.WriteAsync(Documents.Specs);
        Assert.Equal(first, await Documents.WriteAsync(Documents.Specs));
        Assert.DoesNotContain('\r', first);
    }

    [Fact]
    public async Task An_unreadable_page_is_named_and_fails_the_command_but_the_other_pages_are_written()
    {
        using var folder = new TemporaryFolder();
        folder.Write("specs/Good.md", "# QueryDoor\n\n`GET /v1/doors`\n");
        folder.Write("specs/Bad.md", "# PaintDoor\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| colour | String | body | The colour. | | 4.7.0 |\n");
        ToolRun run = await ToolRun.InAsync(folder.Path, "openapi", "specs");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("specs/Bad.md:", run.Error, StringComparison.Ordinal);
        Assert.Contains("ZSG1004", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"QueryDoor\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_is_written_to_the_given_file()
    {
        using var folder = new TemporaryFolder();
        ToolRun run = await ToolRun.InAsync(folder.Path, "openapi", Documents.Specs, "-o", "zstack.json");
        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Error));
        Documents.AssertValid(await File.ReadAllTextAsync(Path.Combine(folder.Path, "zstack.json"), TestContext.Current.CancellationToken), "json");
    }

    [Theory]
    [InlineData("'.' cannot be written", "-o", ".")]
    [InlineData("--server 'cloud' is not a URL", "--server", "cloud")]
    public async Task Invalid_arguments_are_explained(string message, params string[] options)
    {
        using var folder = new TemporaryFolder();
        ToolRun run = await ToolRun.InAsync(folder.Path, ["openapi", Documents.Specs, .. options]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static string[] Operations(OpenApiDocument document) =>
        [.. document.Paths.Values.SelectMany(static path => path.Operations!.Values).Select(static operation => operation.OperationId!)];

    /// <summary>Returns the APIs of the pages as the command inspect lists them.</summary>
    private static async Task<string[]> NamesAsync(string pages)
    {
        ToolRun inspected = await ToolRun.InAsync(SourceTree.Root, "inspect", "--format", "json", pages);
        return [.. JsonNode.Parse(inspected.Output)!.AsArray().SelectMany(static page => page!["apis"]!.AsArray()).Select(static api => (string)api!["name"]!).Distinct(StringComparer.Ordinal)];
    }
}
