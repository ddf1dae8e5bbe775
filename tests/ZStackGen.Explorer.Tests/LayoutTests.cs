using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace ZStackGen.Explorer.Tests;

/// <summary>
/// Every view at three widths, light and dark: nothing is clipped, and axe finds nothing serious. A screenshot of each view that axe checks is kept
/// beside the tests.
/// </summary>
public sealed class LayoutTests(Chromium chromium)
{
    private static readonly (string Name, string Place)[] s_views =
    [
        ("home", "#/"),
        ("api", "#/api/CreateVmInstance"),
        ("query", "#/api/QueryVmInstance"),
        ("category", "#/category/vm"),
        ("type", "#/type/VmInstanceInventory"),
        ("changes", "#/changes"),
        ("unknown", "#/api/CreateVmInstanc"),
    ];

    private static readonly string s_axe = new BundledAxeScriptProvider().GetScript();

    private static string Specs { get; } = Path.Combine(AppContext.BaseDirectory, "specs");

    [Theory]
    [InlineData(390)]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task No_view_is_clipped_and_axe_finds_nothing_serious(int width)
    {
        await using WatchedPage watched = await chromium.OpenAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        await using ServedSite site = await ServedSite.StartAsync(Specs);
        var findings = new List<string>();
        await watched.GoToAsync(site.Url + "#/category/zone");
        foreach ((string name, string place) in s_views)
        {
            await ShowAsync(watched.Page, place);
            await LookAsync(watched, name, width, findings);
        }

        // The states that only a user brings about: a result, a failure, the dialog, the search, and the open drawer.
        await watched.GoToAsync(site.Url + "#/api/CreateZone");
        await watched.LogInAsync();
        await watched.Page.Locator("details.more").EvaluateAsync("(details) => { details.open = true; }");
        await watched.SendAsync();
        await Assertions.Expect(watched.Page.Locator(".status")).ToBeInViewportAsync();
        await LookAsync(watched, "result", width, findings);
        await watched.Page.Locator("#session").ClickAsync();
        await watched.Page.Locator("#session").ClickAsync();
        await LookAsync(watched, "login", width, findings);
        await watched.Page.Keyboard.PressAsync("Escape");
        await watched.Page.Locator("h1").ClickAsync();
        await watched.Page.Keyboard.PressAsync("/");
        await watched.Page.Keyboard.TypeAsync("vm");
        await LookAsync(watched, "search", width, findings);
        Assert.True(findings.Count == 0, string.Join("\n", findings));
    }

    /// <summary>Opens a view without loading the explorer again, which would take most of the time.</summary>
    private static async Task ShowAsync(IPage page, string place)
    {
        string? earlier = await page.Locator("h1").TextContentAsync();
        await page.EvaluateAsync("(place) => { location.hash = place; }", place);
        await Assertions.Expect(page.Locator("h1")).Not.ToHaveTextAsync(earlier!);
    }

    [Fact]
    public async Task Axe_finds_a_picture_without_a_text()
    {
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await ServedSite.StartAsync(Specs);
        await watched.GoToAsync(site.Url + "#/");
        Assert.Empty(await SeriousViolationsAsync(watched.Page));
        await watched.Page.EvaluateAsync("() => document.querySelector('main').append(document.createElement('img'))");
        Assert.StartsWith("image-alt: ", Assert.Single(await SeriousViolationsAsync(watched.Page)), StringComparison.Ordinal);
    }

    private static async Task LookAsync(WatchedPage watched, string name, int width, List<string> findings)
    {
        IPage page = watched.Page;
        if (await page.Locator(".samples").CountAsync() > 0)
            await page.GetByRole(AriaRole.Tab).First.WaitForAsync();
        if (await page.Locator(".failed").CountAsync() > 0)
            findings.Add($"{name} at {width}: {await page.Locator(".failed").InnerTextAsync()}");
        string clipped = await page.EvaluateAsync<string>(
            """
            () => [...document.querySelectorAll('body, body *')]
              .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.quiet, .skip, [inert], .brand span, thead, [role=tabpanel] *'))
              .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 || (element.scrollWidth > element.clientWidth + 1 && element.role !== 'tabpanel' && /^(body|main|article|section|table|td|th|pre|p|ul|li)$/i.test(element.tagName)))
              .slice(0, 5).map((element) => `${element.tagName}.${element.className} "${element.textContent.slice(0, 40)}"`).join(', ')
            """);
        if (clipped.Length > 0 || await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"))
            findings.Add($"{name} at {width}: clipped: {clipped}");
        // The browser switches the scheme of the loaded page, because loading each page twice takes most of the time.
        foreach (ColorScheme scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            // All screens share the markup. Each scheme is checked at one width, and the narrow one in the views that differ there.
            bool isChecked = (width, scheme) switch
            {
                (1280, ColorScheme.Light) => name is not "query",
                (390, ColorScheme.Dark) => name is "api" or "result" or "changes" or "search",
                _ => false,
            };
            if (!isChecked)
                continue;
            await watched.KeepPictureAsync($"{name}-{width}-{scheme}".ToLowerInvariant());
            foreach (string violation in await SeriousViolationsAsync(page))
                findings.Add($"{name} at {width}, {scheme}: {violation}");
        }
    }

    // The package's own method opens another page for every run, which takes most of the time.
    private static async Task<string[]> SeriousViolationsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(s_axe);
        return await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run({ resultTypes: ['violations'] })).violations
              .filter((violation) => ['serious', 'critical'].includes(violation.impact))
              .map((violation) => `${violation.id}: ${violation.help}: ${violation.nodes.slice(0, 3).map((node) => node.html).join(', ')}`)
            """);
    }
}
