using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using ZStackGen.Generator.Emission;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>The steps that run after each edit. Steps that a row does not list must be cached or unchanged in all their outputs.</summary>
public sealed class CacheTests
{
    private const string Read = Steps.Read;
    private const string Model = Steps.Model;
    private const string Catalog = Steps.Catalog;
    private const string Shards = Steps.Shards;
    private const string Source = Steps.Source;
    private const string Findings = Steps.PageFindings;

    /// <summary>A page without a request line.</summary>
    private static readonly string Faulty = SamplePages.DeleteDisk.Replace("`DELETE /v1/disks/{uuid}`", "", StringComparison.Ordinal).Replace("DeleteDisk", "EraseDisk", StringComparison.Ordinal);

    /// <summary>The only page of its category.</summary>
    private static readonly string Rewind = Alone("RewindTape");

    private static readonly CSharpParseOptions s_parse = GeneratorRun.Language(LanguageVersion.CSharp12);

    public static TheoryData<string, string[], string[]> Edits => new()
    {
        // edit, steps with new outputs, rewritten files
        { "unrelated C# edit", [], [] },
        { "file order changed", [], [] },
        { "moved line", [Read], [] },
        { "description of an API", [Read, Model, Catalog, Shards, Source], ["Api.disk.g.cs"] },
        { "description of a field", [Read, Model, Catalog, Shards, Source], ["Types.D.g.cs"] },
        { "parameter added", [Read, Model, Catalog, Shards, Source], ["Api.disk.g.cs"] },
        { "page added to a category", [Read, Model, Catalog, Shards, Source], ["Api.disk.g.cs"] },
        { "description of a query", [Read, Model, Catalog, Shards, Source], ["Api.disk.g.cs"] },
        { "path of a query", [Read, Model, Catalog, Shards, Source], ["Api.disk.g.cs", "Types.D.g.cs"] },
        { "page removed", [Read, Model, Catalog, Shards, Source], ["Api.disk.g.cs"] },
        { "page of a new category that comes first", [Read, Model, Catalog, Shards, Source], ["Api.archive.g.cs"] },
        { "last page of a category removed", [Read, Model, Catalog, Shards, Source], [] },
        { "moved line of a page with findings", [Read, Findings], [] },
        { "page with findings added", [Read, Model, Findings], [] },
        { "page renamed", [Read, Model], [] },
        { "namespace changed", [Steps.Options, Steps.EmitOptions, Source], ["Api.disk.g.cs", "Api.tape.g.cs", "Types.D.g.cs"] },
        { "exclude changed", [Steps.Options, Steps.CatalogOptions, Catalog, Shards, Source], ["Api.disk.g.cs"] },
        { "include that matches all APIs and more", [Steps.Options, Steps.CatalogOptions, Catalog, Steps.UnmatchedIncludes], [] },
        { "language version changed", [Steps.Options, Steps.EmitOptions, Source], ["Api.disk.g.cs", "Api.tape.g.cs", "Types.D.g.cs"] },
        { "readme edited", [], [] },
        { "project file edited", [], [] },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_runs_only_the_affected_steps(string edit, string[] steps, string[] files)
    {
        GeneratorDriver driver = GeneratorRun.Driver([.. SamplePages.Disks, ("/project/specs/disk/Faulty.md", Faulty), ("/project/specs/tape/Rewind.md", Rewind), ("/project/specs/README.md", "words"), ("/project/App.csproj", "<Project />")], new ProjectOptions(), s_parse);
        CSharpCompilation compilation = GeneratorRun.Project(s_parse);
        driver = driver.RunGenerators(compilation, TestContext.Current.CancellationToken);
        Dictionary<string, string> before = Sources(driver);

        driver = Apply(edit, driver, ref compilation).RunGenerators(compilation, TestContext.Current.CancellationToken);

        GeneratorRunResult result = driver.GetRunResult().Results[0];
        Assert.Null(result.Exception);
        List<string> ran =
        [
            .. Steps.All.Where(step => result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> runs)
                && runs.SelectMany(run => run.Outputs).Any(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)),
        ];
        Assert.Equal(steps.Order(StringComparer.Ordinal), ran.Order(StringComparer.Ordinal));
        Dictionary<string, string> after = Sources(driver);
        List<string> changed = [.. after.Where(pair => !before.TryGetValue(pair.Key, out string? text) || text != pair.Value).Select(pair => pair.Key)];
        Assert.Equal(files.Order(StringComparer.Ordinal), changed.Order(StringComparer.Ordinal));
        Assert.All(
            result.TrackedSteps[Steps.Source].SelectMany(run => run.Outputs).Where(output => output is { Value: not null, Reason: IncrementalStepRunReason.New or IncrementalStepRunReason.Modified }),
            output => Assert.Contains(((GeneratedSource)output.Value).HintName, files));
        if (files.Length == 0)
            Assert.All(result.TrackedOutputSteps.Where(pair => pair.Key.Contains("Source", StringComparison.Ordinal) && steps.Length == 0).SelectMany(pair => pair.Value).SelectMany(run => run.Outputs),
                output => Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }

    [Theory]
    [InlineData("Most bytes.", "Bytes at most.", "Types.L.g.cs")]
    [InlineData("4.8.0", "5.0.0", "Api.tape.g.cs", "Types.L.g.cs")]
    public void An_action_is_written_again_only_for_the_version_of_a_field_of_its_parameter(string old, string edited, params string[] files)
    {
        const string Action = "# WriteTape\n\nWrites.\n\n`POST /v1/tapes`\n\n## Parameters\n\n| Name | Type | Location | Description | Since |\n|---|---|---|---|---|\n| limits | Limits | body: params | Limits. | |\n";
        const string Structure = "# Limits\n\nLimits.\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| most | Long | Most bytes. | 4.8.0 |\n";
        CSharpCompilation compilation = GeneratorRun.Project(s_parse);
        GeneratorDriver driver = GeneratorRun.Driver([("/project/specs/tape/WriteTape.md", Action), ("/project/specs/types/Limits.md", Structure)], new ProjectOptions(), s_parse)
            .RunGenerators(compilation, TestContext.Current.CancellationToken);
        Dictionary<string, string> before = Sources(driver);
        Dictionary<string, string> after = Sources(Replace(driver, "Limits", Structure.Replace(old, edited, StringComparison.Ordinal)).RunGenerators(compilation, TestContext.Current.CancellationToken));
        Assert.Equal(files, after.Where(pair => before[pair.Key] != pair.Value).Select(pair => pair.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_step_of_the_pipeline_is_tracked()
    {
        GeneratorDriver driver = GeneratorRun.Driver(SamplePages.Disks, new ProjectOptions(), s_parse).RunGenerators(GeneratorRun.Project(s_parse), TestContext.Current.CancellationToken);
        ImmutableDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> tracked = driver.GetRunResult().Results[0].TrackedSteps;
        Assert.All(Steps.All, step => Assert.True(tracked.ContainsKey(step), step));
        Assert.DoesNotContain("Compilation", tracked.Keys);
    }

    /// <summary>A page that shares nothing with other pages, not even allowed values.</summary>
    private static string Alone(string api) =>
        "# " + api + "\n\nDoes it.\n\n`DELETE /v1/alone/{uuid}`\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| uuid | String | path | It. | | 0.6 |\n";

    private static GeneratorDriver Apply(string edit, GeneratorDriver driver, ref CSharpCompilation compilation)
    {
        switch (edit)
        {
            case "unrelated C# edit":
                compilation = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Other { }", s_parse));
                return driver;
            case "file order changed":
                return driver.ReplaceAdditionalTexts([.. Texts(driver).Reverse()]);
            case "moved line":
                return Replace(driver, "CreateDisk", SamplePages.CreateDisk.Replace("## Parameters", "\n\n## Parameters", StringComparison.Ordinal));
            case "moved line of a page with findings":
                return Replace(driver, "Faulty", "\n" + Faulty);
            case "description of an API":
                return Replace(driver, "CreateDisk", SamplePages.CreateDisk.Replace("Name of the disk.", "The disk's name.", StringComparison.Ordinal));
            case "description of a field":
                return Replace(driver, "DiskInventory", SamplePages.DiskInventory.Replace("Bytes.", "Size in bytes.", StringComparison.Ordinal));
            case "parameter added":
                return Replace(driver, "DeleteDisk", SamplePages.DeleteDisk.Replace("| uuid | String | path", "| force (optional) | Boolean | query | At once. | | |\n| uuid | String | path", StringComparison.Ordinal));
            case "page added to a category":
                return driver.AddAdditionalTexts([new InMemoryText("/project/specs/disk/GetDisk.md", SamplePages.DeleteDisk.Replace("DeleteDisk", "GetDisk", StringComparison.Ordinal).Replace("`DELETE", "`GET", StringComparison.Ordinal).Replace("Permissive", "Lenient", StringComparison.Ordinal))]);
            case "page with findings added":
                return driver.AddAdditionalTexts([new InMemoryText("/project/specs/disk/Faulty2.md", Faulty.Replace("EraseDisk", "WipeDisk", StringComparison.Ordinal))]);
            case "description of a query":
                return Replace(driver, "QueryDisk", SamplePages.QueryDisk.Replace("Finds disks.", "Searches for disks.", StringComparison.Ordinal));
            case "path of a query":
                return Replace(driver, "QueryDisk", SamplePages.QueryDisk.Replace("/v1/disks", "/v1/all-disks", StringComparison.Ordinal));
            case "page removed":
                return driver.RemoveAdditionalTexts([Text(driver, "DeleteDisk")]);
            case "page of a new category that comes first":
                return driver.AddAdditionalTexts([new InMemoryText("/project/specs/archive/Store.md", Alone("StoreDisk"))]);
            case "last page of a category removed":
                return driver.RemoveAdditionalTexts([Text(driver, "Rewind")]);
            case "page renamed":
                return driver.RemoveAdditionalTexts([Text(driver, "DeleteDisk")]).AddAdditionalTexts([new InMemoryText("/project/specs/disk/Remove.md", SamplePages.DeleteDisk)]);
            case "namespace changed":
                return driver.WithUpdatedAnalyzerConfigOptions(new ProjectOptions(("ZStackGenNamespace", "Contoso")));
            case "exclude changed":
                return driver.WithUpdatedAnalyzerConfigOptions(new ProjectOptions(("ZStackGenExclude", "Delete*")));
            case "include that matches all APIs and more":
                return driver.WithUpdatedAnalyzerConfigOptions(new ProjectOptions(("ZStackGenInclude", "*;Unknown*")));
            case "language version changed":
                CSharpParseOptions older = GeneratorRun.Language(LanguageVersion.CSharp9);
                compilation = GeneratorRun.Project(older);
                return driver.WithUpdatedParseOptions(older);
            case "project file edited":
                return driver.ReplaceAdditionalText(Texts(driver).Single(text => text.Path == "/project/App.csproj"), new InMemoryText("/project/App.csproj", "<Project></Project>"));
            case "readme edited":
                return driver.ReplaceAdditionalText(Text(driver, "README"), new InMemoryText("/project/specs/README.md", "other words"));
            default:
                throw new ArgumentOutOfRangeException(nameof(edit), edit, "No such edit.");
        }
    }

    private static GeneratorDriver Replace(GeneratorDriver driver, string page, string text)
    {
        AdditionalText old = Text(driver, page);
        return driver.ReplaceAdditionalText(old, new InMemoryText(old.Path, text));
    }

    private static AdditionalText Text(GeneratorDriver driver, string page) =>
        Texts(driver).Single(text => text.Path.EndsWith("/" + page + ".md", StringComparison.Ordinal));

    // The driver does not expose its inputs, so they are identified by their source.
    private static ImmutableArray<AdditionalText> Texts(GeneratorDriver driver)
    {
        object state = driver.GetType().BaseType!.GetField("_state", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(driver)!;
        return (ImmutableArray<AdditionalText>)state.GetType().GetField("AdditionalTexts", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(state)!;
    }

    private static Dictionary<string, string> Sources(GeneratorDriver driver) =>
        driver.GetRunResult().Results[0].GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
}
