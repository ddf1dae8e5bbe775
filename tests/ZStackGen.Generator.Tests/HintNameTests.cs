using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Microsoft.CodeAnalysis;
using Xunit;
using ZStackGen.Generator.Sharding;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>Files never share a name, for any names of categories.</summary>
public sealed class HintNameTests
{
    /// <summary>Characters that differ only in case, composition or appearance, and those used in codes.</summary>
    private const string Alphabet = "aAbBiIıİkKK-_+.0123é\u0301ÉßẞСc中\ud83d\ude00 ";

    private static readonly Gen<char> s_letters = Gen.Int[0, Alphabet.Length - 1].Select(place => Alphabet[place]);

    private static readonly Gen<char> s_few = Gen.Int[0, 3].Select(place => "aA+0"[place]);

    private static readonly Gen<string> s_categories = Gen.Frequency(
        (4, Gen.String[s_letters, 0, 8]),
        (1, Gen.String[s_few, 60, 80]),
        (1, Gen.String[0, 6]));

    [Fact]
    public void Different_categories_have_different_names_even_ignoring_case() => s_categories.Array[2, 12].Sample(
        categories =>
        {
            // A name that equals the code of another category is also a category.
            string[] all = [.. categories.Concat(categories.Select(HintNames.Encode)).Concat(categories.Select(category => category.ToUpperInvariant())).Distinct(StringComparer.Ordinal)];
            List<string> names = [.. all.Select(category => HintNames.Actions(category, 0)).Append(HintNames.Values()).Append(HintNames.Types('A', 0)).Append(HintNames.Types('_', 0))];
            Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        },
        iter: 2000);

    [Fact]
    public void Names_are_short_and_valid_in_every_file_system() => s_categories.Sample(
        category =>
        {
            string name = HintNames.Actions(category, 12);
            Assert.True(name.Length < 100, name);
            Assert.All(name, c => Assert.True(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '+' or '.', name));
        },
        iter: 2000);

    [Fact]
    public void The_host_accepts_the_files_of_all_categories_at_once() => s_categories.Where(IsFolder).Array[2, 10].Sample(
        categories =>
        {
            string[] folders = [.. categories.Concat(["aé", "a-c425c11f", "Disk", "disk", "DISK"]).Distinct(StringComparer.Ordinal)];
            IEnumerable<(string, string)> pages = folders.Select((folder, i) =>
                ("/project/specs/" + folder + "/Page.md", SamplePages.DeleteDisk.Replace("DeleteDisk", "DeleteDisk" + i, StringComparison.Ordinal)));
            GeneratorRunResult result = GeneratorRun.Driver(pages, new ProjectOptions(), GeneratorRun.Language(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12))
                .RunGenerators(GeneratorRun.Project(GeneratorRun.Language(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12)), TestContext.Current.CancellationToken)
                .GetRunResult().Results[0];
            Assert.Null(result.Exception);
            Assert.Equal(folders.Length, result.GeneratedSources.Count(source => source.HintName.StartsWith("Api.", StringComparison.Ordinal)));
        },
        iter: 15);

    private static bool IsFolder(string category) =>
        category.Length > 0 && category.IndexOfAny(['/', '\\', '\0']) < 0 && category.Trim('.').Length > 0;
}
