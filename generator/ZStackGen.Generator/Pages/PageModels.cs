using System;
using System.Collections.Immutable;
using ZStackGen.Specs.Catalog.Collecting;

namespace ZStackGen.Generator.Pages;

/// <summary>The models of all pages that could be read, without positions. Compares by value.</summary>
internal sealed class PageModels : IEquatable<PageModels>
{
    public PageModels(ImmutableArray<PageResult?> results)
    {
        var pages = new CatalogPage[results.Length];
        int count = 0;
        foreach (PageResult? result in results)
        {
            if (result?.Page is { } page)
                pages[count++] = page;
        }

        Array.Resize(ref pages, count);
        Pages = pages;
    }

    public CatalogPage[] Pages { get; }

    public bool Equals(PageModels? other)
    {
        if (other is null || other.Pages.Length != Pages.Length)
            return false;
        for (int i = 0; i < Pages.Length; i++)
        {
            // An edit replaces few pages, so that most are the same object.
            if (!ReferenceEquals(Pages[i], other.Pages[i]) && !Pages[i].Equals(other.Pages[i]))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as PageModels);

    public override int GetHashCode() => Pages.Length;
}
