using System;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ZStackGen.Explorer.Tests;

/// <summary>The explorer with all pages of the repository.</summary>
public sealed class AllApisTests(Chromium chromium)
{
    [Fact]
    public async Task With_all_APIs_the_explorer_loads_only_what_a_view_shows()
    {
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await ServedSite.StartAsync(Path.Combine(SourceTree.Root, "specs"));
        IPage page = watched.Page;

        await watched.GoToAsync(site.Url);
        int count = int.Parse(Regex.Match(await page.Locator("#count").InnerTextAsync(), @"^(\d+) APIs$").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(count, 1900, 10_000);
        // The list loads alone. The texts of the search follow when the page is usable.
        double index = await page.EvaluateAsync<double>("() => performance.getEntriesByName(new URL('/explorer/index.json', location.href).href)[0].decodedBodySize");
        Assert.InRange(index / count, 1, 350);

        // The groups are closed, so that the list has few elements.
        Assert.InRange(await page.EvaluateAsync<int>("() => document.querySelectorAll('*').length"), 1, 1500);
        await watched.KeepPictureAsync("all-apis");

        // The search shows its best match first, and Enter opens it.
        await page.EvaluateAsync("() => { document.getElementById('list').scrollTop = 1000; }");
        await page.GetByLabel("Search APIs").FillAsync("query vm instance");
        await Expect(page.Locator(".found a").First).ToContainTextAsync("QueryVmInstance");
        await Expect(page.Locator(".found a").First).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "QueryVmInstance", Exact = true })).ToBeVisibleAsync();
        await page.GetByLabel("Version", new() { Exact = true }).SelectOptionAsync("4.7");
        await Expect(page.Locator("#version-hint")).ToHaveTextAsync(new Regex(@"^\d+ of \d+ APIs exist in 4\.7\.$"));
        await watched.KeepPictureAsync("all-apis-version");
        await page.GotoAsync(site.Url + "#/changes");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Changes by version");
        await watched.KeepPictureAsync("all-apis-changes");
        await page.GotoAsync(site.Url + "#/api/UpdateVmInstance");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("UpdateVmInstance");
        await watched.KeepPictureAsync("all-apis-update");
        watched.AssertQuiet();
    }
}
