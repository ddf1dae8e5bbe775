using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using ZStackGen.Explorer.Apis;
using ZStackGen.Explorer.Samples;
using ZStackGen.Generator.Tests.Support;
using ZStackGen.Tool;
using ZStackGen.Tool.Pages;
using ZStackGen.Tool.Tests;

namespace ZStackGen.OpenApi.Tests;

/// <summary>The samples in four languages.</summary>
public sealed class SampleTests
{
    [Fact]
    public void The_CSharp_sample_of_every_API_of_the_repository_compiles_against_the_generated_code() => AssertSamplesCompile(Documents.Specs);

    [Fact]
    public void The_CSharp_sample_of_every_published_API_compiles() => AssertSamplesCompile(Documents.OneLayout());

    [Fact]
    public void Text_of_a_page_cannot_end_its_literal_in_any_language()
    {
        ApiLibrary library = Library(out ApiEntry api, """
            # PaintDoor

            `PUT /v1/doors/{uuid}/actions`

            | Name | Type | Location | Description | Values | Since |
            |---|---|---|---|---|---|
            | uuid | String | path | UUID. | | |
            | colour | String | body: paintDoor | Colour. | | |
            """);
        const string Hostile = "a\"; Evil(); // '; rm -rf ~ #\n\\u0022); Evil(); \u2028";
        var arguments = new JsonObject { ["uuid"] = Hostile, ["colour"] = Hostile };
        string csharp = new CSharpSample(library).Write(api, arguments, "http://localhost:8080");
        var tree = CSharpSyntaxTree.ParseText(csharp, cancellationToken: TestContext.Current.CancellationToken);
        Assert.DoesNotContain(tree.GetRoot(TestContext.Current.CancellationToken).DescendantTokens(), static token => token.IsKind(SyntaxKind.IdentifierToken) && token.Text == "Evil");
        Assert.Contains("action.colour = \"a\\\"; Evil(); // '; rm -rf ~ #\\n\\\\u0022); Evil();  \";\n", SdkSample.Java(api, arguments), StringComparison.Ordinal);
        Assert.Contains("action.colour = \"a\\\"; Evil(); // '; rm -rf ~ #\\n\\\\u0022); Evil();  \"\n", SdkSample.Python(api, arguments), StringComparison.Ordinal);
        // A shell takes every character in single quotes literally, except the quote itself.
        string curl = CurlSample.Write(api, arguments, "http://localhost:8080");
        Assert.Contains("// '\\''; rm", curl, StringComparison.Ordinal);
        Assert.DoesNotContain("// '; rm", curl, StringComparison.Ordinal);
    }

    [Fact]
    public void Samples_of_the_SDKs_match_ZStacks_documentation()
    {
        ApiLibrary library = Library(out ApiEntry api, """
            # GetDoor

            `GET /v1/doors/{uuid}/size`

            | Name | Type | Location | Description | Values | Since |
            |---|---|---|---|---|---|
            | uuid | String | path | UUID. | | |
            | limit | Long | query | Limit. | | |
            | systemTags (optional) | List<String> | query | Tags. | | |
            | deep (optional) | Boolean | query | Deep. | | |
            """);
        var arguments = new JsonObject { ["uuid"] = "d0a1", ["limit"] = 5.0, ["systemTags"] = new JsonArray("a", "b"), ["deep"] = true };
        Assert.Equal(
            """
            GetDoorAction action = new GetDoorAction();
            action.uuid = "d0a1";
            action.limit = 5L;
            action.systemTags = java.util.Arrays.asList("a", "b");
            action.deep = true;
            action.sessionId = "the-session-uuid";
            GetDoorAction.Result res = action.call();

            """.ReplaceLineEndings("\n"),
            SdkSample.Java(api, arguments));
        Assert.Equal(
            """
            action = GetDoorAction()
            action.uuid = "d0a1"
            action.limit = 5
            action.systemTags = ["a", "b"]
            action.deep = True
            action.sessionId = "the-session-uuid"
            res = action.call()

            """.ReplaceLineEndings("\n"),
            SdkSample.Python(api, arguments));
        Assert.Contains("'http://localhost:8080/zstack/v1/doors/d0a1/size?limit=5&systemTags=a&systemTags=b&deep=true'", CurlSample.Write(api, new JsonObject { ["uuid"] = "d0a1", ["limit"] = 5, ["systemTags"] = new JsonArray("a", "b"), ["deep"] = true }, "http://localhost:8080"), StringComparison.Ordinal);
        Assert.NotNull(library);
    }

    [Fact]
    public void A_required_argument_without_a_value_is_reported()
    {
        Library(out ApiEntry api, """
            # PaintDoor

            `PUT /v1/doors/{uuid}/actions`

            | Name | Type | Location | Description | Values | Since |
            |---|---|---|---|---|---|
            | uuid | String | path | UUID. | | |
            | colour | String | body: paintDoor | Colour. | | |
            """);
        PreparedRequest request = PreparedRequest.Of(api, []);
        Assert.Equal(["uuid", "colour"], request.Missing);
        Assert.Equal("""{"paintDoor":{}}""", request.Body!.ToJsonString());
    }

    private static ApiLibrary Library(out ApiEntry api, string page)
    {
        using var folder = new TemporaryFolder();
        folder.Write("specs/Page.md", page);
        ApiLibrary library = Load(Path.Combine(folder.Path, "specs"));
        api = Assert.Single(library.Apis);
        return library;
    }

    private static ApiLibrary Load(string path)
    {
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null);
        return ApiLibrary.Make(PageReader.Read(PageFinder.Find([path], terminal), TestContext.Current.CancellationToken).Select(static page => page.ShownPage), [path], TestContext.Current.CancellationToken);
    }

    private static void AssertSamplesCompile(string folder)
    {
        ApiLibrary library = Load(folder);
        var usings = new SortedSet<string>(StringComparer.Ordinal) { "using System.Threading.Tasks;" };
        var methods = new List<string>();
        foreach (ApiEntry api in library.Apis)
        {
            string[] lines = new CSharpSample(library).Write(api, SampleArguments.Of(api, library), "http://localhost:8080").Split('\n');
            usings.UnionWith(lines.Where(static line => line.StartsWith("using ", StringComparison.Ordinal)));
            methods.Add($"    public static async Task {api.Name}()\n    {{\n{string.Join("\n", lines.Where(static line => !line.StartsWith("using ", StringComparison.Ordinal)))}\n    }}\n");
        }

        string code = string.Join("\n", usings) + "\ninternal static class Samples\n{\n" + string.Concat(methods) + "}\n";
        IEnumerable<(string, string)> pages = PageFinder.Find([folder], new Terminal(TextWriter.Null, TextWriter.Null)).Select(static file => ("/project/specs/" + file.Name, File.ReadAllText(file.FullPath)));
        Assert.True(methods.Count > 5);
        GeneratorRun.On(pages, new ProjectOptions(), LanguageVersion.CSharp12, userCode: code).CompilesWithoutWarnings();
    }
}
