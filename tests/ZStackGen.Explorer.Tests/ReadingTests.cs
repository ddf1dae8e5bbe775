using System;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ZStackGen.Explorer.Tests;

/// <summary>What a reader sees of a page: Markdown, versions, languages, the search.</summary>
public sealed class ReadingTests(Chromium chromium)
{
    private static readonly (string Text, string Html)[] s_markdown =
    [
        ("one\ntwo\n\nthree", "<p>one<br>two</p><p>three</p>"),
        ("- one\n- `two`\n1. three", "<ul><li>one</li><li><code>two</code></li></ul><ol><li>three</li></ol>"),
        ("```\n<b>*x*\n```", "<pre><code>&lt;b&gt;*x*</code></pre>"),
        ("## Title\n**a *b* c**", "<p><strong>Title</strong></p><p><strong>a <em>b</em> c</strong></p>"),
        ("\\*x\\* * y * z*3*4 name~=web%*", "<p>*x* * y * z*3*4 name~=web%*</p>"),
        ("[a](ftp://x) [b](//x) [c](JavaScript:x) ![d](https://x)", "<p>[a](ftp://x) [b](//x) [c](JavaScript:x) ![d](<a href=\"https://x/\" rel=\"noreferrer noopener\" target=\"_blank\">https://x</a>)</p>"),
        ("<img src=x onerror=y>&lt;", "<p>&lt;img src=x onerror=y&gt;&amp;lt;</p>"),
    ];

    private static readonly (string Query, string First, string? Reason)[] s_searches =
    [
        ("open door", "OpenDoor", null),
        ("opendoor", "OpenDoor", null),
        ("od", "OpenDoor", null),
        ("keyuuid", "OpenDoor", "Parameter keyUuid"),
        ("fits the lock", "OpenDoor", "Parameter keyUuid"),
        ("lacquer", "PaintDoor", "Parameter gloss"),
        ("/v1/windows", "OpenWindowAboveDoor", null),
        ("another color", "PaintDoor", null),
        ("一扇门", "OpenDoor", null),
        ("钥匙", "OpenDoor", "Parameter keyUuid"),
    ];

    [Fact]
    public async Task The_Markdown_of_a_description_is_rendered_and_only_web_addresses_are_links()
    {
        using var folder = new PageFolder();
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await folder.ServeAsync();
        await watched.GoToAsync(site.Url + "#/api/PaintDoor");
        ILocator lead = watched.Page.Locator(".lead");
        await Expect(lead.Locator("strong")).ToHaveTextAsync("door");
        await Expect(lead.Locator("code")).ToHaveTextAsync("Green");
        await Expect(lead.Locator("em")).ToHaveTextAsync("another");
        Assert.Equal(["https://docs.example/paint", "https://docs.example/colors"], await lead.Locator("a").EvaluateAllAsync<string[]>("(links) => links.map((link) => link.href)"));
        await Expect(lead).ToContainTextAsync("[script](javascript:alert(1))");
        await Expect(lead).ToContainTextAsync("[file](../types/Door.md) and <script> stay text, and so does 2*3*4.");
        Assert.Equal(0, await lead.Locator("script").CountAsync());
        watched.AssertQuiet();
    }

    [Fact]
    public async Task Markdown_becomes_elements_and_nothing_else_does()
    {
        using var folder = new PageFolder();
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await folder.ServeAsync();
        await watched.GoToAsync(site.Url);
        string[] rendered = await watched.Page.EvaluateAsync<string[]>(
            """
            async (texts) => {
              const { markdown } = await import('/explorer/markdown.js');
              return texts.map((text) => markdown(text).map((block) => block.outerHTML).join(''));
            }
            """, s_markdown.Select(static row => row.Text).ToArray());
        Assert.Equal(s_markdown.Select(static row => row.Html), rendered);
    }

    [Fact]
    public async Task Markdown_of_any_length_is_rendered_in_linear_time()
    {
        using var folder = new PageFolder();
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await folder.ServeAsync();
        await watched.GoToAsync(site.Url);
        double[] times = await watched.Page.EvaluateAsync<double[]>(
            """
            async () => {
              const { markdown } = await import('/explorer/markdown.js');
              const time = (text) => { const begin = performance.now(); markdown(text); return performance.now() - begin; };
              return ['[', '`', '*', '**a', '[a](', 'http://', '- ', '\\', '![', '[*`'].map((sign) => time(sign.repeat(200000)));
            }
            """);
        Assert.All(times, static time => Assert.InRange(time, 0, 8000));
    }

    [Theory]
    [InlineData("4.6.0", "4.6", "3 of 4 APIs exist in 4.6.")]
    [InlineData("4.6.1", "4.6.1", "3 of 4 APIs exist in 4.6.1.")]
    public async Task The_version_of_the_server_is_selected_at_first_and_not_kept(string served, string shown, string hint)
    {
        using var folder = new PageFolder();
        await using WatchedPage watched = await chromium.OpenAsync();
        await using (ServedSite site = await folder.ServeAsync("--zstack-version", served))
        {
            await watched.GoToAsync(site.Url + "#/api/PaintDoor");
            await Expect(watched.Page.GetByLabel("Version", new() { Exact = true })).ToHaveValueAsync(shown);
            await Expect(watched.Page.Locator("#version-hint")).ToHaveTextAsync(hint);
            await Expect(watched.Page.Locator("table.parameters tbody tr", new() { HasTextRegex = new Regex("^gloss") }).Locator(".mark")).ToHaveTextAsync("not in " + shown + " · new in 4.8.0");
            Assert.Null(await watched.Page.EvaluateAsync<string?>("() => localStorage.getItem('version')"));
        }
    }

    [Fact]
    public async Task The_selected_version_marks_what_is_newer_and_what_is_removed()
    {
        using var folder = new PageFolder();
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await folder.ServeAsync();
        IPage page = watched.Page;
        await watched.GoToAsync(site.Url + "#/api/PaintDoor");
        ILocator Row(string name) => page.Locator("table.parameters tbody tr", new() { HasTextRegex = new Regex("^" + name) });
        ILocator Mark(string name) => Row(name).Locator(".mark");
        await Expect(Mark("gloss")).ToBeHiddenAsync();
        await Expect(Mark("primer")).ToHaveTextAsync("removed in 4.7.0");
        await Expect(Mark("brush")).ToHaveTextAsync("deprecated since 4.7.0 · Use roller.");

        ILocator version = page.GetByLabel("Version", new() { Exact = true });
        await version.SelectOptionAsync("4.6");
        await Expect(Mark("gloss")).ToHaveTextAsync("not in 4.6 · new in 4.8.0");
        await Expect(Mark("primer")).Not.ToHaveClassAsync(new Regex("gone"));
        await Expect(Mark("brush")).ToBeHiddenAsync();
        await Expect(page.Locator("#version-hint")).ToHaveTextAsync("3 of 4 APIs exist in 4.6.");
        await Expect(page.Locator("#list a", new() { HasText = "QueryDoor" }).Locator(".mark")).ToHaveTextAsync("not in 4.6 · new in 4.8.0");

        // The choice is kept.
        await page.ReloadAsync();
        await Expect(version).ToHaveValueAsync("4.6");
        await version.SelectOptionAsync("4.7");
        await Expect(Mark("primer")).ToHaveClassAsync(new Regex("gone"));
        await Expect(Mark("gloss")).ToHaveTextAsync("not in 4.7 · new in 4.8.0");
        await version.SelectOptionAsync("4.8");
        await Expect(Mark("gloss")).ToBeHiddenAsync();
        await version.SelectOptionAsync("4.7");
        await page.GotoAsync(site.Url + "#/changes");
        await Expect(page.Locator(".changes details", new() { HasTextRegex = new Regex("^4.8") }).Locator("summary .mark")).ToHaveTextAsync("not in 4.7 · new in 4.8");
        await Expect(page.Locator(".changes details[open] strong")).ToHaveTextAsync("4.7");
        watched.AssertQuiet();
    }

    [Fact]
    public async Task The_search_finds_the_best_match_first()
    {
        using var folder = new PageFolder();
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await folder.ServeAsync();
        await watched.GoToAsync(site.Url);
        ILocator found = watched.Page.Locator(".found a").First;
        foreach ((string query, string first, string? reason) in s_searches)
        {
            // Clear the results of the previous search first.
            await watched.Page.GetByLabel("Search APIs").FillAsync("");
            await Expect(found).ToBeHiddenAsync();
            await watched.Page.GetByLabel("Search APIs").FillAsync(query);
            await Expect(found.Locator(".api")).ToHaveTextAsync(new Regex("^" + first));
            if (reason is not null)
                await Expect(found).ToContainTextAsync(reason);
        }

        watched.AssertQuiet();
    }

    [Fact]
    public async Task A_search_without_results_can_be_cleared()
    {
        using var folder = new PageFolder();
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await folder.ServeAsync();
        IPage page = watched.Page;
        await watched.GoToAsync(site.Url);
        await page.GetByLabel("Search APIs").FillAsync("nothing like it");
        await Expect(page.Locator("#count")).ToContainTextAsync("No results");
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear the search" }).ClickAsync();
        await Expect(page.Locator("#count")).ToHaveTextAsync("4 APIs");
        await Expect(page.GetByLabel("Search APIs")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task In_Chinese_the_list_and_the_parameters_show_the_texts_of_the_Chinese_pages()
    {
        using var folder = new PageFolder();
        await using WatchedPage watched = await chromium.OpenAsync(new BrowserNewContextOptions { Locale = "zh-CN" });
        await using ServedSite site = await folder.ServeAsync();
        IPage page = watched.Page;
        await watched.GoToAsync(site.Url + "#/category/doors");
        await Expect(page.Locator(".operations li", new() { HasText = "OpenDoor" }).Locator(".text")).ToHaveTextAsync("打开一扇门");
        // An element without a Chinese text keeps its English text.
        await Expect(page.Locator(".operations li", new() { HasText = "QueryDoor" }).Locator(".text")).ToHaveTextAsync("Finds doors");
        await page.GotoAsync(site.Url + "#/api/OpenDoor");
        await Expect(page.Locator("table.parameters")).ToContainTextAsync("钥匙。");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh");
        await page.GotoAsync(site.Url + "#/api/QueryDoor");
        await Expect(page.Locator("table.parameters")).ToContainTextAsync("跳过的资源数。");
        await page.GotoAsync(site.Url + "#/api/PaintDoor");
        await Expect(page.Locator("table.parameters")).ToContainTextAsync("0 至 100。");
        await page.Locator("#search").FillAsync("lock");
        await Expect(page.Locator(".found a").First).ToContainTextAsync("OpenDoor");
        watched.AssertQuiet();
    }

    [Fact]
    public async Task An_unknown_address_leads_back_and_to_similar_APIs()
    {
        using var folder = new PageFolder();
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await folder.ServeAsync();
        IPage page = watched.Page;
        await watched.GoToAsync(site.Url + "#/api/OpenDoors");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Page not found: #/api/OpenDoors");
        await page.Locator(".not-found").GetByRole(AriaRole.Link, new() { Name = "OpenDoor", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("OpenDoor");
        await page.GotoAsync(site.Url + "#/nothing/at/all");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the start page" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("ZStack API explorer");
        watched.AssertQuiet();
    }

    [Fact]
    public async Task A_view_that_cannot_be_loaded_can_be_tried_again()
    {
        using var folder = new PageFolder();
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await folder.ServeAsync();
        IPage page = watched.Page;
        await watched.GoToAsync(site.Url);
        await page.RouteAsync("**/explorer/apis/*", static route => route.AbortAsync());
        await page.GotoAsync(site.Url + "#/api/OpenDoor");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Loading failed");
        await page.UnrouteAsync("**/explorer/apis/*");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("OpenDoor");

        // A slow view says that it is loading.
        await page.RouteAsync("**/explorer/apis/*", static async route =>
        {
            await Task.Delay(1500);
            await route.ContinueAsync();
        });
        await page.EvaluateAsync("() => { location.hash = '#/api/PaintDoor'; }");
        await Expect(page.Locator("main[aria-busy=true]")).ToContainTextAsync("Loading…");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("PaintDoor");
        await Expect(page.Locator("main[aria-busy]")).ToHaveCountAsync(0);
        watched.AssertQuiet(except: "ERR_FAILED");
    }

    [Fact]
    public async Task Pages_without_an_API_are_explained()
    {
        using var folder = new TemporaryFolder();
        folder.Write("specs/Door.md", "# Door\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| uuid | String | The UUID. | 4.6.0 |\n");
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await ServedSite.StartAsync(System.IO.Path.Combine(folder.Path, "specs"));
        await watched.GoToAsync(site.Url);
        await Expect(watched.Page.Locator("main .lead")).ToContainTextAsync("The pages describe no API.");
        watched.AssertQuiet();
    }
}
