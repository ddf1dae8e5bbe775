using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using ZStackGen.Generator.Tests.Support;
using ZStackGen.Specs;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Catalog.Collecting;

namespace ZStackGen.Generator.Tests;

/// <summary>Neither the pipeline nor its memos keep objects that an edit replaced.</summary>
public sealed class RetentionTests
{
    private const int Edits = 60;

    [Fact]
    public void No_object_keeps_an_edited_page()
    {
        var memory = new CatalogMemory();
        List<CatalogPage> current = Pages();
        List<WeakReference> replaced = Edit(current, memory);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.Equal(Edits, replaced.Count);
        // The last replaced page may still be in a register of a frame.
        Assert.InRange(replaced.Count(page => page.IsAlive), 0, 1);
        GC.KeepAlive(memory);
        GC.KeepAlive(current);
    }

    [Fact]
    public void The_driver_keeps_no_edited_text()
    {
        CSharpParseOptions parse = GeneratorRun.Language(LanguageVersion.CSharp12);
        CSharpCompilation compilation = GeneratorRun.Project(parse);
        (GeneratorDriver driver, List<WeakReference> replaced) = EditInDriver(parse, compilation);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.Equal(Edits, replaced.Count);
        Assert.InRange(replaced.Count(text => text.IsAlive), 0, 1);
        GC.KeepAlive(driver);
    }

    private static List<CatalogPage> Pages()
    {
        // Pages that share structures, so that the results for one page come from several pages.
        var pages = new RandomPages(new Random(5));
        var byPath = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string path, string text) in SamplePages.Disks.Concat(Enumerable.Range(0, 24).Select(_ => pages.Next())))
            byPath[path] = text;
        return [.. byPath.Select(page => Read(page.Key, page.Value))];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> Edit(List<CatalogPage> current, CatalogMemory memory)
    {
        var replaced = new List<WeakReference>();
        for (int i = 0; i < Edits; i++)
        {
            TypeCatalog.Build(current, CatalogOptions.Default, memory, TestContext.Current.CancellationToken);
            int place = i * 7 % current.Count;
            replaced.Add(new WeakReference(current[place]));
            // The same page again: all results equal those of the old page, but must not be the same objects.
            current[place] = CatalogPage.From(current[place].Page);
        }

        TypeCatalog.Build(current, CatalogOptions.Default, memory, TestContext.Current.CancellationToken);
        return replaced;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, List<WeakReference> Replaced) EditInDriver(CSharpParseOptions parse, CSharpCompilation compilation)
    {
        List<InMemoryText> texts = [.. SamplePages.Disks.Select(page => new InMemoryText(page.Path, page.Text))];
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ZStackGenerator().AsSourceGenerator()], texts, parse, new ProjectOptions());
        var replaced = new List<WeakReference>();
        for (int i = 0; i < Edits; i++)
        {
            driver = driver.RunGenerators(compilation, TestContext.Current.CancellationToken);
            int place = i % texts.Count;
            var edited = new InMemoryText(texts[place].Path, texts[place].Content + "\n");
            driver = driver.ReplaceAdditionalText(texts[place], edited);
            replaced.Add(new WeakReference(texts[place]));
            texts[place] = edited;
        }

        return (driver.RunGenerators(compilation, TestContext.Current.CancellationToken), replaced);
    }

    private static CatalogPage Read(string path, string text) => CatalogPage.From(SpecReader.Read(path, text, TestContext.Current.CancellationToken).Page);
}
