using System;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ZStackGen.Explorer.Tests;

/// <summary>The explorer without a mouse, and on a narrow screen.</summary>
public sealed class AccessTests(Chromium chromium)
{
    [Fact]
    public async Task On_a_narrow_screen_the_list_is_a_drawer_that_keeps_the_focus_until_it_is_closed()
    {
        using var folder = new PageFolder();
        await using WatchedPage watched = await chromium.OpenAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 } });
        await using ServedSite site = await folder.ServeAsync();
        IPage page = watched.Page;
        await watched.GoToAsync(site.Url);
        ILocator menu = page.GetByRole(AriaRole.Button, new() { Name = "API list" });
        await Expect(page.Locator("#search")).Not.ToBeInViewportAsync();
        await Expect(menu).ToHaveAttributeAsync("aria-expanded", "false");
        await menu.ClickAsync();
        await Expect(menu).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(page.Locator("#search")).ToBeFocusedAsync();
        for (int i = 0; i < 20; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement === document.body || document.activeElement.closest('#sidebar') !== null"));
        }

        await page.Keyboard.PressAsync("Escape");
        await Expect(menu).ToBeFocusedAsync();
        await Expect(page.Locator("#search")).Not.ToBeInViewportAsync();

        // Opening an API closes the drawer.
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("paint");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await Expect(page.Locator("#search")).Not.ToBeInViewportAsync();

        // A row is a card: its cells are below each other. It stays a row for screen readers.
        ILocator row = page.Locator("table.parameters tbody tr").First;
        LocatorBoundingBoxResult name = (await row.Locator("th").BoundingBoxAsync())!, text = (await row.Locator("td").First.BoundingBoxAsync())!;
        Assert.True(text.Y >= name.Y + name.Height && Math.Abs(text.X - name.X) < 1);
        await Expect(page.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("uuid");
        await Expect(page.GetByRole(AriaRole.Rowheader).First).ToContainTextAsync("uuid");

        // The form is below the documentation, so a button leads to it.
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it out" }).ClickAsync();
        await Expect(page.Locator(".try input").First).ToBeFocusedAsync();
        await Expect(page.Locator(".try h2").First).ToBeInViewportAsync();
        watched.AssertQuiet();
    }

    [Fact]
    public async Task At_1280_pixels_the_description_is_the_widest_column_and_no_word_breaks()
    {
        using var folder = new PageFolder();
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await folder.ServeAsync();
        await watched.GoToAsync(site.Url + "#/api/PaintDoor");
        double[] widths = await watched.Page.EvaluateAsync<double[]>("() => [...document.querySelectorAll('table.parameters thead th')].map((cell) => cell.getBoundingClientRect().width)");
        Assert.True(widths[1] > widths[0] * 1.25 && widths[1] > widths[2] * 3, string.Join(", ", widths));
        // A word that breaks covers two lines.
        Assert.Equal("", await watched.Page.EvaluateAsync<string>(
            """
            () => {
              const broken = [];
              const nodes = document.createTreeWalker(document.querySelector('.documentation'), NodeFilter.SHOW_TEXT);
              for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
                if (!node.parentElement.checkVisibility()) continue;
                for (const word of node.data.matchAll(/[A-Za-z0-9]+/g)) {
                  const range = document.createRange();
                  range.setStart(node, word.index);
                  range.setEnd(node, word.index + word[0].length);
                  if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) broken.push(word[0]);
                }
              }
              return broken.join(', ');
            }
            """));
    }

    [Fact]
    public async Task The_skip_link_is_first_and_leads_to_the_content_without_changing_the_address()
    {
        using var folder = new PageFolder();
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await folder.ServeAsync();
        IPage page = watched.Page;
        await watched.GoToAsync(site.Url + "#/api/OpenDoor");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await Expect(page.Locator(".skip")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToBeFocusedAsync();
        Assert.EndsWith("#/api/OpenDoor", page.Url, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".crumb a")).ToBeFocusedAsync();
        // The focus is visible.
        Assert.Matches("^(?!none).*2px", await page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outline"));
        await Expect(page.Locator("#list [aria-current=page]")).ToContainTextAsync("OpenDoor");
    }

    [Fact]
    public async Task The_login_dialog_keeps_the_focus_and_returns_it()
    {
        using var folder = new PageFolder();
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await folder.ServeAsync();
        IPage page = watched.Page;
        await watched.GoToAsync(site.Url);
        await page.Locator("#session").PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Log in" })).ToBeVisibleAsync();
        for (int i = 0; i < 15; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement === document.body || document.activeElement.closest('dialog') !== null"));
        }

        await page.GetByLabel("Session UUID").FillAsync("not a UUID");
        await page.Locator("#login-submit").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("32 hexadecimal digits");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#session")).ToBeFocusedAsync();
        watched.AssertQuiet();
    }

    [Fact]
    public async Task A_badge_explains_itself()
    {
        using var folder = new PageFolder();
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await folder.ServeAsync();
        IPage page = watched.Page;
        await watched.GoToAsync(site.Url + "#/api/PaintDoor");
        ILocator badge = page.GetByRole(AriaRole.Button, new() { Name = "asynchronous" });
        await Expect(badge).ToHaveAttributeAsync("title", new Regex("202 and a job"));
        await badge.PressAsync("Enter");
        await Expect(page.Locator(".badge-help")).ToContainTextAsync("202 and a job");
        await Expect(badge).ToHaveAttributeAsync("aria-pressed", "true");
        await badge.PressAsync("Enter");
        await Expect(page.Locator(".badge-help")).ToHaveTextAsync("");
    }
}
