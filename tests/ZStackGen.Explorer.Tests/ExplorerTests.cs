using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ZStackGen.Explorer.Tests;

/// <summary>The explorer in a real browser.</summary>
public sealed class ExplorerTests(Chromium chromium)
{
    private static string Specs { get; } = Path.Combine(AppContext.BaseDirectory, "specs");

    [Fact]
    public async Task An_API_is_found_by_a_search_and_shows_its_parameters_fields_and_versions()
    {
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await ServedSite.StartAsync(Specs);
        IPage page = watched.Page;
        await watched.GoToAsync(site.Url);
        await page.GetByLabel("Search APIs").FillAsync("candidate iso");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "GetCandidateVmForAttachingIso" })).ToBeVisibleAsync();
        await Expect(page.Locator(".badges")).ToHaveTextAsync(new Regex("^\\s*GET\\s*synchronous\\s*session\\s*$"));
        await Expect(page.Locator(".endpoint")).ToContainTextAsync("/zstack/v1/images/iso/{isoUuid}/vm-candidates");
        await Expect(page.Locator("table.parameters tbody tr").First).ToHaveTextAsync(new Regex("isoUuid.*required.*String.*path.*ISO image to attach\\.\\s*$"));

        // Nested fields: the first level is open, the next level opens on request.
        await page.Locator("summary", new() { HasText = "VmNicInventory:" }).ClickAsync();
        ILocator ipVersion = page.Locator("table.fields tr", new() { HasText = "ipVersion" }).Last;
        await Expect(ipVersion).ToContainTextAsync("Integer");
        await Expect(ipVersion.Locator(".since").Last).ToHaveTextAsync("3.1.0");
        await Expect(page.Locator(".history")).ToContainTextAsync("VmNicInventory.ipVersion");
        await Expect(page.Locator("section[aria-labelledby=section-example]")).ToContainTextAsync("\"web-1\"");
        watched.AssertQuiet();
    }

    [Fact]
    public async Task A_call_without_a_session_asks_for_a_login_and_then_succeeds()
    {
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await ServedSite.StartAsync(Specs);
        IPage page = watched.Page;
        await watched.GoToAsync(site.Url + "#/api/GetCandidateVmForAttachingIso");
        await page.Locator("#send").ClickAsync();
        await Expect(page.Locator(".status")).ToContainTextAsync("requires a session");
        await page.GetByLabel("Password").FillAsync("wrong");
        await page.Locator("#login-submit").ClickAsync();
        await Expect(page.Locator("#login [role=alert]")).ToContainTextAsync("Login failed");
        await page.GetByLabel("Password").FillAsync("password");
        await page.Locator("#login-submit").ClickAsync();
        await Expect(page.Locator("#session")).ToHaveTextAsync("Log out admin");
        string response = await watched.SendAsync();
        Assert.Contains("\"inventories\"", response, StringComparison.Ordinal);
        Assert.Contains("\"web-1\"", response, StringComparison.Ordinal);
        await Expect(page.Locator(".status")).ToHaveTextAsync(new Regex("^200 OK in \\d+ ms$"));

        await page.Locator("#session").ClickAsync();
        await Expect(page.Locator("#session")).ToHaveTextAsync("Log in");
        watched.AssertQuiet(except: "503");
    }

    [Fact]
    public async Task A_zone_is_created_its_job_is_polled_and_a_query_finds_it()
    {
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await ServedSite.StartAsync(Specs);
        IPage page = watched.Page;
        await watched.GoToAsync(site.Url + "#/api/CreateZone");
        await watched.LogInAsync();
        await page.GetByLabel("name").First.FillAsync("hall-browser");
        string response = await watched.SendAsync();
        await Expect(page.Locator(".status")).ToHaveTextAsync(new Regex(@"^Job done after \d+ ms, polls: \d+ \(200\)$"));
        Assert.Contains("\"hall-browser\"", response, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Tab, new() { Name = "C#" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("Name = \"hall-browser\",");

        await page.GotoAsync(site.Url + "#/api/QueryZone");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "QueryZone" })).ToBeVisibleAsync();
        await page.Locator("details.more summary").ClickAsync();
        await page.Locator("textarea").First.FillAsync("name=hall-browser");
        response = await watched.SendAsync();
        Assert.Single(Regex.Matches(response, "\"uuid\""));
        Assert.Contains("\"hall-browser\"", response, StringComparison.Ordinal);
        // The selected tab is kept, and the sample matches the call.
        await Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("Conditions = new string[] { \"name=hall-browser\" },");
        watched.AssertQuiet();
    }

    [Fact]
    public async Task Missing_and_malformed_arguments_are_reported_at_their_fields_and_nothing_is_sent()
    {
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await ServedSite.StartAsync(Specs);
        IPage page = watched.Page;
        await watched.GoToAsync(site.Url + "#/api/UpdateVmInstance");
        await watched.LogInAsync();
        await page.GetByLabel("uuid").First.FillAsync("");
        await page.Locator("details.more summary").ClickAsync();
        await page.GetByLabel("cpuNum").FillAsync("two");
        await page.Locator("#send").ClickAsync();
        await Expect(page.Locator(".field", new() { HasText = "cpuNum" }).Locator(".error")).ToHaveTextAsync("Enter an integer.");
        await Expect(page.Locator(".field", new() { HasText = "UUID" }).First.Locator(".error")).ToHaveTextAsync("Required.");
        Assert.Equal("true", await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-invalid')"));
        Assert.DoesNotContain(watched.Requests, static request => request.Method == "PUT" && request.Url.Contains("/actions", StringComparison.Ordinal));
        watched.AssertQuiet();
    }

    [Fact]
    public async Task Everything_works_from_the_keyboard_and_every_control_has_a_name()
    {
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await ServedSite.StartAsync(Specs);
        IPage page = watched.Page;
        await watched.GoToAsync(site.Url);
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("cvi");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "CreateVmInstance" })).ToBeFocusedAsync();
        Assert.Equal("CreateVmInstance · ZStack API explorer", await page.TitleAsync());
        await page.Locator("details.more summary").PressAsync("Enter");
        await page.Locator("#session").PressAsync("Enter");
        await Expect(page.GetByLabel("Password")).ToBeFocusedAsync();
        Assert.Equal("", await page.EvaluateAsync<string>(
            """
            () => [...document.querySelectorAll('input, select, textarea, button, a, [tabindex="0"], nav')].filter((element) => {
              const label = element.labels?.length ? [...element.labels].map((l) => l.textContent).join('') : '';
              return !(label || element.getAttribute('aria-label') || element.textContent).trim();
            }).map((element) => element.outerHTML.slice(0, 120)).join('\n')
            """));
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#login")).ToBeHiddenAsync();
        watched.AssertQuiet();
    }

    [Theory]
    [InlineData(ColorScheme.Light, true)]
    [InlineData(ColorScheme.Dark, false)]
    public async Task The_theme_of_the_system_is_used_until_another_is_selected(ColorScheme scheme, bool isLight)
    {
        await using WatchedPage watched = await chromium.OpenAsync(new BrowserNewContextOptions { ColorScheme = scheme });
        await using ServedSite site = await ServedSite.StartAsync(Specs);
        IPage page = watched.Page;
        await watched.GoToAsync(site.Url + "#/api/CreateZone");
        Assert.Equal(isLight, await IsLightAsync(page));
        // The contrast of text meets WCAG.
        foreach (string selector in new[] { "h1", ".hint", ".required", ".badge.mode", "button.primary", ".method.post", ".json-key" })
            Assert.True(await ContrastAsync(page, selector) >= 4.5, $"{selector}: {await ContrastAsync(page, selector)}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Light / dark" }).ClickAsync();
        Assert.Equal(!isLight, await IsLightAsync(page));
        await page.ReloadAsync();
        Assert.Equal(!isLight, await IsLightAsync(page));
        watched.AssertQuiet();
    }

    [Fact]
    public async Task Descriptions_are_in_the_selected_language_if_pages_have_both()
    {
        using var folder = new TemporaryFolder();
        folder.Write("specs/doors/English.md", "# OpenDoor\n\nOpens a door.\n\n`PUT /v1/doors/{uuid}/actions`\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| uuid | String | path | Which door. | | 4.7.0 |\n");
        folder.Write("specs/doors/Chinese.md", "# OpenDoor\n\n打开一扇门。\n\n`PUT /v1/doors/{uuid}/actions`\n\nLanguage: Chinese.\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| uuid | String | path | 哪扇门。 | | 4.7.0 |\n");
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await ServedSite.StartAsync(Path.Combine(folder.Path, "specs"));
        IPage page = watched.Page;
        await watched.GoToAsync(site.Url + "#/api/OpenDoor");
        await Expect(page.Locator(".lead")).ToHaveTextAsync("Opens a door.");
        await Expect(page.Locator("table.parameters")).ToContainTextAsync("Which door.");
        await page.Locator("#language").ClickAsync();
        await Expect(page.Locator(".lead")).ToHaveTextAsync("打开一扇门。");
        await Expect(page.Locator(".lead")).ToHaveAttributeAsync("lang", "zh");
        await Expect(page.Locator("table.parameters")).ToContainTextAsync("哪扇门。");
        await Expect(page.Locator("#send")).ToHaveTextAsync("发送");
        watched.AssertQuiet();
    }

    [Fact]
    public async Task Changes_list_the_elements_of_each_version_with_links()
    {
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await ServedSite.StartAsync(Specs);
        IPage page = watched.Page;
        await watched.GoToAsync(site.Url + "#/changes");
        await page.Locator(".changes summary", new() { HasTextRegex = new Regex("^4\\.6\\.31 ") }).ClickAsync();
        ILocator change = page.Locator(".changes li", new() { HasText = "CreateZone · isDefault" });
        await Expect(change).ToBeVisibleAsync();
        await change.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "CreateZone" })).ToBeVisibleAsync();
        await page.Locator("table.fields").GetByRole(AriaRole.Link, new() { Name = "ZoneInventory" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "ZoneInventory" })).ToBeVisibleAsync();
        await Expect(page.Locator(".names")).ToContainTextAsync("QueryZone");
        watched.AssertQuiet();
    }

    [Fact]
    public async Task System_tags_are_listed_below_the_parameters()
    {
        await using WatchedPage watched = await chromium.OpenAsync();
        using var folder = new PageFolder();
        folder.Write("doors/HangDoor.md", "# HangDoor\n\nHangs a door.\n\n`POST /v1/doors`\n\n## System tags\n\n| Tag | Description | Since |\n|---|---|---|\n| `hinge::{side}` | The side of the **hinge**. | 4.8.0 |\n");
        await using ServedSite site = await folder.ServeAsync();
        await watched.GoToAsync(site.Url + "#/api/HangDoor");
        await watched.Page.GetByText("System tags (1)").ClickAsync();
        await Expect(watched.Page.Locator("table.tags tbody tr")).ToHaveTextAsync(new Regex(@"^hinge::\{side\}\s*The side of the hinge\.\s*4\.8\.0$"));
        watched.AssertQuiet();
    }

    [Fact]
    public async Task Existing_resources_are_suggested_for_a_UUID()
    {
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await ServedSite.StartAsync(Specs);
        await watched.GoToAsync(site.Url + "#/api/StopVmInstance");
        await watched.LogInAsync();
        await watched.Page.GetByLabel("uuid").First.FocusAsync();
        await Expect(watched.Page.Locator("datalist option[label=web-1]")).ToBeAttachedAsync();
        // The current value is a suggestion, too.
        await watched.SendAsync();
        await Expect(watched.Page.Locator(".status")).ToContainTextAsync("(200)");
        watched.AssertQuiet();
    }

    [Fact]
    public async Task The_picture_in_the_README_shows_the_explorer()
    {
        await using WatchedPage watched = await chromium.OpenAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 800 } });
        await using ServedSite site = await ServedSite.StartAsync(Specs);
        await watched.GoToAsync(site.Url + "#/api/CreateZone");
        await watched.LogInAsync();
        await watched.SendAsync();
        await watched.Page.EvaluateAsync("() => document.querySelector('main').scrollTo(0, 0)");
        byte[] picture = await watched.Page.ScreenshotAsync();
        string committed = Path.Combine(SourceTree.Root, "generator", "ZStackGen.Explorer", "explorer.png");
        // To update it, set ZSTACKGEN_SCREENSHOT=1.
        if (Environment.GetEnvironmentVariable("ZSTACKGEN_SCREENSHOT") == "1")
            await File.WriteAllBytesAsync(committed, picture, TestContext.Current.CancellationToken);
        Assert.InRange(picture.Length, 20_000, 300_000);
        Assert.InRange(new FileInfo(committed).Length, 20_000, 200_000);
        Assert.Contains("(generator/ZStackGen.Explorer/explorer.png)", await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "README.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        watched.AssertQuiet();
    }

    [Fact]
    public async Task Scalar_shows_the_same_APIs_without_other_machines_and_sends_no_fragment()
    {
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await ServedSite.StartAsync(Specs);
        IPage page = watched.Page;
        await page.GotoAsync(site.Url + "scalar");
        await page.GetByText("vm", new() { Exact = true }).First.ClickAsync();
        await page.GetByText("StopVmInstance", new() { Exact = true }).First.ClickAsync();
        ILocator operation = page.Locator("section", new() { HasText = "actions#stopVmInstance" }).Last;
        await operation.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Test Request") }).First.ClickAsync();
        IResponse response = await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Send") }).First.ClickAsync(),
            static answer => answer.Request.Method == "PUT" && answer.Url.Contains("/vm-instances/", StringComparison.Ordinal));
        // The simulator found the route and continued with its next check.
        Assert.Equal(400, response.Status);
        Assert.Contains("Authorization", await response.TextAsync(), StringComparison.Ordinal);
        watched.AssertQuiet(except: "400");
    }

    private static async Task<bool> IsLightAsync(IPage page) =>
        await page.EvaluateAsync<bool>("() => { const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number); return r + g + b > 384; }");

    private static async Task<double> ContrastAsync(IPage page, string selector) => await page.EvaluateAsync<double>(
        """
        (selector) => {
          const luminance = (color) => {
            const [r, g, b] = color.match(/[\d.]+/g).map(Number).map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const element = document.querySelector(selector);
          let behind = element;
          while (/rgba\(.*, 0\)|transparent/.test(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
          const [a, b] = [luminance(getComputedStyle(element).color), luminance(getComputedStyle(behind).backgroundColor)].sort((x, y) => y - x);
          return (a + 0.05) / (b + 0.05);
        }
        """, selector);
}
