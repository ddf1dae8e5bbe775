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

/// <summary>What an edit replaced is not kept: neither by the pipeline nor by what is remembered of earlier runs.</summary>
public sealed class RetentionTests
{
    private const int Edits = 60;

    [Fact]
    public void Nothing_keeps_a_page_that_was_edited()
    {
        var memory = new CatalogMemory();
        List<CatalogPage> current = Pages();
        List<WeakReference> replaced = Edit(current, memory);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.Equal(Edits, replaced.Count);
        // The last page that was replaced may still be in a register of a frame.
        Assert.InRange(replaced.Count(page => page.IsAlive), 0, 1);
        GC.KeepAlive(memory);
        GC.KeepAlive(current);
    }

    [Fact]
    public void Driver_keeps_no_text_that_was_edited()
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
        // Pages that share structures, so that what is decided of one page comes from several.
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
            // The same page anew: everything that was decided of the old one is equal, and must not be of it.
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
