using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Xunit;
using ZStackGen.Facts.Commands;
using ZStackGen.Facts.Facts;
using ZStackGen.Facts.Merging;
using ZStackGen.Facts.Pages;
using ZStackGen.Facts.Words;

namespace ZStackGen.Facts.Tests;

/// <summary>The command <c>write</c> creates complete pages, or none.</summary>
public sealed class WriteCommandTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("zstackgen-write-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_new_page_has_the_values_of_the_tables()
    {
        (int exitCode, string error) = Write("taskData");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("\"taskData\": \"{\\\"listenerUuid\\\":", File.ReadAllText(PagePath), StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_without_a_value_is_an_error_and_no_page_is_written()
    {
        (int exitCode, string error) = Write("colourOfTheDoor");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            "door/PaintDoor.md: no example value for 'colourOfTheDoor' of PaintDoor; add one by the name 'colourOfTheDoor' or for the resource 'door' to tests/ZStackGen.Facts/Examples",
            error.Trim());
        Assert.False(File.Exists(PagePath));
    }

    [Theory]
    [InlineData("\"type\": \"Map\", \"nonempty\": true", "colourMap")]
    [InlineData("\"type\": \"List\", \"nonempty\": true", "colourList")]
    [InlineData("\"type\": \"List\", \"guess\": \"String\"", "colourName")]
    [InlineData("\"type\": \"String\", \"maxLength\": 3", "taskData")]
    [InlineData("\"type\": \"String\"", "type")]
    public void A_value_that_does_not_fit_is_an_error(string parameter, string member)
    {
        (int exitCode, string error) = Write(member == "colourName" ? "colourNames" : member, parameter);

        Assert.Equal(1, exitCode);
        Assert.Contains($"no example value for '{member}' of PaintDoor", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_API_of_the_facts_has_complete_examples()
    {
        Assert.SkipWhen(Repository.Facts is null, "The shared facts are absent; set ZSTACKGEN_SHARED to run this test.");
        MergedFacts facts = FactsMerger.Merge(FactsFolder.Read(Repository.Facts));
        var builder = new PageBuilder(facts, new Composer(GlossaryFile.Read(Path.Combine(Repository.Specs, "glossary.md")), TextFolder.Read(null)));
        int examples = facts.Apis.Values.Select(builder.Api).Count(static api => api.ResponseExample is not null);
        Assert.Empty(builder.MissingExamples);
        Assert.True(examples > 1000, $"only {examples} responses were composed");
    }

    private string PagePath => Path.Combine(_root, "specs", "door", "PaintDoor.md");

    private (int ExitCode, string Error) Write(string member, string parameter = "\"type\": \"String\"")
    {
        string facts = Path.Combine(_root, "facts"), specs = Path.Combine(_root, "specs");
        Directory.CreateDirectory(facts);
        Directory.CreateDirectory(specs);
        File.WriteAllText(Path.Combine(facts, "sdk-apis.json"), $$"""
            { "removed": {}, "apis": { "PaintDoor": { "name": "PaintDoor", "category": "door", "method": "PUT", "path": "/doors/{uuid}/actions", "wrapper": "paintDoor", "since": "4.7.0",
              "params": [ { "name": "{{member}}", {{parameter}}, "required": true } ] } } }
            """);
        File.WriteAllText(Path.Combine(facts, "sdk-structs.json"), """{ "structs": {} }""");
        File.WriteAllText(Path.Combine(facts, "manual-apis.json"), """{ "apis": [] }""");
        File.WriteAllText(Path.Combine(facts, "apis.json"), "{}");
        File.WriteAllText(Path.Combine(facts, "structs.json"), "{}");
        // An entry for each name, because a missing text is a message, too.
        File.WriteAllText(Path.Combine(specs, "glossary.md"), $"""
            # Glossary

            ## Names

            | Name | Context | Text |
            |---|---|---|
            | `{member}` | | Something about the door. |
            | `uuid` | | UUID of the door. |

            ## Resources

            | Resource | Singular | Plural | Chinese |
            |---|---|---|---|
            | Door | a door | doors | 门 |
            """);
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        int exitCode = WriteCommand.Run(facts, specs, null, output, error);
        return (exitCode, error.ToString());
    }
}
