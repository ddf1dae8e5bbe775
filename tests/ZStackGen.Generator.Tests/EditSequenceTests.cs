using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>
/// The output after any sequence of edits equals that of a host that has just opened the project. Steps are not tracked, as in
/// every host: with tracking, the driver misplaces the steps after a removed file.
/// </summary>
public sealed class EditSequenceTests
{
    private const int Steps = 60;
    private const int MostPages = 24;

    private static readonly (string Name, string Value)[][] s_options =
    [
        [],
        [("ZStackGenNamespace", "Contoso.Cloud")],
        [("ZStackGenExclude", "Delete*")],
        [("ZStackGenInclude", "*Disk*")],
        [("ZStackGenTargetVersion", "4.0"), ("ZStackGenTargetVersionMode", "Omit")],
        [("ZStackGenAccessibility", "internal"), ("ZStackGenPreCompilation", "off")],
        [("ZStackGenSpecs", "specs/disk/*.md|specs/types/*.md")],
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void An_edited_project_has_the_same_output_as_a_fresh_one(int seed)
    {
        var random = new Random(seed);
        var pages = new RandomPages(random);
        IReadOnlyList<(string Path, string Text)> repository = SamplePages.Repository();
        var files = new List<InMemoryText>();
        (string Name, string Value)[] options = s_options[0];
        CSharpParseOptions parse = GeneratorRun.Language(LanguageVersion.CSharp12);
        CSharpCompilation compilation = GeneratorRun.Project(parse);
        GeneratorDriver driver = GeneratorRun.Driver([], new ProjectOptions(), parse, tracksSteps: false);
        var history = new List<string>();
        int written = 0;
        for (int step = 0; step < Steps; step++)
        {
            // A host may pass several edits at once.
            for (int edits = random.Next(1, 4); edits > 0; edits--)
            {
                InMemoryText? file = files.Count == 0 ? null : files[random.Next(files.Count)];
                switch (random.Next(files.Count < 4 ? 2 : 12))
                {
                    case 0 or 1 or 2 when files.Count < MostPages:
                        (string path, string text) = random.Next(2) == 0 ? repository[random.Next(repository.Count)] : pages.Next();
                        if (files.Exists(other => other.Path == path))
                            break;
                        var added = new InMemoryText(path, text);
                        files.Add(added);
                        driver = driver.AddAdditionalTexts([added]);
                        history.Add("added " + path);
                        break;
                    case 3:
                        files.Remove(file!);
                        driver = driver.RemoveAdditionalTexts([file!]);
                        history.Add("removed " + file!.Path);
                        break;
                    case 4:
                        string name = file!.Path.Replace("/specs/", pages.Pick("/specs/", "/specs/moved/", "/specs/_", "/notspecs/"), StringComparison.Ordinal);
                        if (files.Exists(other => other.Path == name))
                            break;
                        Replace(file, new InMemoryText(name, file.Content));
                        history.Add("renamed " + file.Path + " to " + name);
                        break;
                    case 5:
                        options = pages.Pick(s_options);
                        driver = driver.WithUpdatedAnalyzerConfigOptions(new ProjectOptions(options));
                        history.Add("options " + string.Join(",", options));
                        break;
                    case 6 when random.Next(3) == 0:
                        parse = GeneratorRun.Language(pages.Pick(LanguageVersion.CSharp8, LanguageVersion.CSharp9, LanguageVersion.CSharp12));
                        compilation = GeneratorRun.Project(parse);
                        driver = driver.WithUpdatedParseOptions(parse);
                        history.Add("language " + parse.LanguageVersion);
                        break;
                    default:
                        if (file is null)
                            break;
                        Replace(file, new InMemoryText(file.Path, pages.Edit(file.Content)));
                        history.Add("edited " + file.Path);
                        break;
                }
            }

            driver = driver.RunGenerators(compilation, TestContext.Current.CancellationToken);
            GeneratorDriver fresh = GeneratorRun.Driver(files.Select(file => (file.Path, file.Content)), new ProjectOptions(options), parse, tracksSteps: false)
                .RunGenerators(compilation, TestContext.Current.CancellationToken);
            List<string> expected = Everything(fresh);
            List<string> actual = Everything(driver);
            int difference = Enumerable.Range(0, Math.Max(expected.Count, actual.Count)).FirstOrDefault(i => expected.ElementAtOrDefault(i) != actual.ElementAtOrDefault(i), -1);
            if (difference >= 0)
            {
                Assert.Fail("Seed " + seed + ", step " + step + ": " + string.Join("; ", history.TakeLast(6)) + "\nfresh:  " + Around(expected, difference) + "\nedited: " + Around(actual, difference));
            }

            written += actual.Count;
        }

        Assert.True(written > Steps * 10, "Only " + written + " lines in all steps.");

        void Replace(InMemoryText old, InMemoryText replacement)
        {
            files[files.IndexOf(old)] = replacement;
            driver = driver.ReplaceAdditionalText(old, replacement);
        }
    }

    private static string Around(List<string> lines, int place) => string.Join("\n        ", lines.Skip(place - 1).Take(3));

    /// <summary>Returns all lines of all files and all diagnostics with their places. The order of files depends on the host.</summary>
    private static List<string> Everything(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results[0];
        Assert.Null(result.Exception);
        return
        [
            .. result.GeneratedSources.OrderBy(source => source.HintName, StringComparer.Ordinal).SelectMany(source => (source.HintName + "\n" + source.SourceText).Split('\n')),
            .. result.Diagnostics.Select(diagnostic => diagnostic.ToString() + diagnostic.Location.SourceSpan.ToString()).Order(StringComparer.Ordinal),
        ];
    }
}
