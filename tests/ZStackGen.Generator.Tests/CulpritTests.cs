using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Xunit;
using ZStackGen.Generator.Pages;
using ZStackGen.Generator.Tests.Support;
using ZStackGen.Specs;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Catalog.Collecting;

namespace ZStackGen.Generator.Tests;

/// <summary>Pages on which the catalog fails are skipped and named. The other pages keep their code.</summary>
public sealed class CulpritTests
{
    /// <summary>Sets of items that fail if all items of the set are present.</summary>
    private static readonly Gen<int[][]> s_faults = Gen.Int[0, 99].ArrayUnique[1, 3].Array[1, 4];

    [Fact]
    public void Items_that_fail_alone_or_together_are_found_and_few_others_are_removed() => s_faults.Sample(
        faults =>
        {
            (List<int>? good, List<(int Item, Exception Failure)> culprits) = CulpritSearch.Run<int, List<int>>([.. Enumerable.Range(0, 100)], some => Attempt(some, faults));
            Assert.NotNull(good);
            // Exactly one item of each failing set must be removed.
            Assert.All(faults, fault => Assert.Contains(fault, item => !good.Contains(item)));
            Assert.All(culprits, culprit => Assert.Contains(faults, fault => fault.Contains(culprit.Item)));
            Assert.True(culprits.Count <= faults.Length, "Lost: " + string.Join(", ", culprits.Select(culprit => culprit.Item)));
            Assert.Equal(100 - culprits.Count, good.Count);
        },
        iter: 200);

    [Fact]
    public void One_failing_item_among_thousands_takes_a_dozen_tries()
    {
        int tries = 0;
        CulpritSearch.Run<int, List<int>>([.. Enumerable.Range(0, 4096)], some =>
        {
            tries++;
            return Attempt(some, [[1234]]);
        });
        Assert.InRange(tries, 1, 16);
    }

    [Fact]
    public void Failures_of_every_item_take_about_one_try_per_item()
    {
        int tries = 0;
        (List<int>? good, List<(int Item, Exception Failure)> culprits) = CulpritSearch.Run<int, List<int>>([.. Enumerable.Range(0, 1000)], some =>
        {
            tries++;
            return Attempt(some, [.. Enumerable.Range(0, 1000).Select(item => new[] { item })]);
        });
        Assert.Empty(good!);
        Assert.Equal(1000, culprits.Count);
        Assert.InRange(tries, 1000, 1200);
    }

    [Fact]
    public void An_operation_that_always_fails_ends()
    {
        (List<int>? good, _) = CulpritSearch.Run<int, List<int>>([1, 2, 3], _ => (null, new InvalidOperationException()));
        Assert.Null(good);
    }

    [Fact]
    public void Pages_that_fail_only_together_are_reported_and_the_others_stay()
    {
        CatalogPage[] pages = [.. SamplePages.Disks.Select(page => CatalogPage.From(SpecReader.Read(page.Path, page.Text, TestContext.Current.CancellationToken).Page))];
        CatalogPage one = pages.Single(page => page.Page.Path.EndsWith("/CreateDisk.md", StringComparison.Ordinal));
        CatalogPage other = pages.Single(page => page.Page.Path.EndsWith("/DeleteDisk.md", StringComparison.Ordinal));
        CatalogModel model = SafeCatalog.Build(
            [.. pages],
            CatalogOptions.Default,
            (some, options, token) => some.Contains(one) && some.Contains(other) ? throw new InvalidOperationException("boom") : TypeCatalog.Build(some, options, token),
            TestContext.Current.CancellationToken);
        CatalogFinding finding = Assert.Single(model.Findings.ToArray(), found => found.Rule == "ZSG1999");
        Assert.Contains(finding.Path, new[] { one.Page.Path, other.Page.Path });
        Assert.Contains("boom", finding.Message, StringComparison.Ordinal);
        Assert.Contains(model.Actions.ToArray(), action => action.Name == "QueryDisk");
        Assert.Single(model.Actions.ToArray(), action => action.Name is "CreateDisk" or "DeleteDisk");
    }

    private static (List<int>? Result, Exception? Failure) Attempt(List<int> some, int[][] faults) =>
        faults.Any(fault => fault.All(some.Contains)) ? (null, new InvalidOperationException()) : (some, null);
}
