using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ZStackGen.Explorer.Tests;

/// <summary>Text of a page is shown only as text, in any place.</summary>
public sealed class HostilePageTests(Chromium chromium)
{
    private const string Image = "<img src=x onerror=window.hacked=1>";

    private const string Page = """
        # EvilDoor

        A <img src=x onerror=window.hacked=1> <script>window.hacked=1</script> [link](javascript:window.hacked=1) door. ![i](javascript:window.hacked=1)

        `PUT /v1/doors/{uuid}/actions`

        Since <img src=x onerror=window.hacked=1>.
        Category: <svg onload=window.hacked=1>.

        ## Parameters

        | Name | Type | Location | Description | Values | Since |
        |---|---|---|---|---|---|
        | uuid | String | path | `<img src=x onerror=window.hacked=1>` <iframe srcdoc="<script>parent.hacked=1</script>"> | | <b onmouseover=window.hacked=1> |
        | colour"><script>window.hacked=1</script> | String | body: evilDoor | Colour. | | 4.7.0 |
        | size | <script>window.hacked=1</script> | body: evilDoor | Size. | "><img src=x onerror=window.hacked=1>, </script><script>window.hacked=1</script> | 4.7.0 |

        ## Response

        | Name | Type | Description | Since |
        |---|---|---|---|
        | inventory | [Evil<img src=x onerror=window.hacked=1>](javascript:window.hacked=1) | <a href="javascript:window.hacked=1">click</a> | 4.7.0 |

        ## Example

        ```json
        { "evilDoor": { "size": "</script><script>window.hacked=1</script>", "<img src=x onerror=window.hacked=1>": "<img src=x onerror=window.hacked=1>" } }
        ```

        ```json
        { "inventory": { "<img src=x onerror=window.hacked=1>": "</code></pre><script>window.hacked=1</script>" } }
        ```
        """;

    [Fact]
    public async Task No_script_of_a_page_runs_in_the_explorer()
    {
        using var folder = new TemporaryFolder();
        folder.Write($"specs/{Image}/EvilDoor.md", Page);
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await ServedSite.StartAsync(Path.Combine(folder.Path, "specs"));
        IPage page = watched.Page;
        page.Dialog += static (_, dialog) => Assert.Fail("a dialog: " + dialog.Message);
        foreach (string place in new[] { "", "#/api/EvilDoor", "#/changes", "#/api/" + Uri.EscapeDataString(Image), "#/" + Image })
        {
            await page.GotoAsync("about:blank");
            await watched.GoToAsync(site.Url + place);
            foreach (ILocator summary in await page.Locator("summary:not(.json summary)").AllAsync())
                await summary.ClickAsync();
            Assert.Equal(0, await page.Locator("main img, main script, main iframe, main svg, #list img, #list svg, [onerror], [onload], [onmouseover], a[href^='javascript:' i]").CountAsync());
            Assert.False(await HackedAsync(page));
        }

        // It is shown as text, not omitted.
        await watched.GoToAsync(site.Url + "#/api/EvilDoor");
        await Expect(page.Locator(".lead")).ToContainTextAsync("<script>window.hacked=1</script>");
        await Expect(page.Locator("#list")).ToContainTextAsync(Image);
        await watched.LogInAsync();
        await page.Locator("#send").ClickAsync();
        await page.GetByLabel("Search APIs").FillAsync("evil");
        foreach (ILocator tab in await page.GetByRole(AriaRole.Tab).AllAsync())
            await tab.ClickAsync();
        Assert.False(await HackedAsync(page));
        Assert.DoesNotContain(watched.Requests, static request => new Uri(request.Url).AbsolutePath.EndsWith("/x", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_script_of_a_page_runs_in_Scalar()
    {
        using var folder = new TemporaryFolder();
        folder.Write("specs/doors/EvilDoor.md", Page);
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await ServedSite.StartAsync(Path.Combine(folder.Path, "specs"));
        IPage page = watched.Page;
        page.Dialog += static (_, dialog) => Assert.Fail("a dialog: " + dialog.Message);
        await page.GotoAsync(site.Url + "scalar");
        await page.GetByText("doors", new() { Exact = true }).First.ClickAsync();
        await page.GetByText("EvilDoor", new() { Exact = true }).First.ClickAsync();
        await Expect(page.GetByText("onerror").First).ToBeVisibleAsync();
        Assert.False(await HackedAsync(page));
        Assert.Equal(0, await page.Locator("[onerror], a[href^='javascript:' i]").CountAsync());
    }

    private static async Task<bool> HackedAsync(IPage page)
    {
        // An image that fails to load reports it with a delay.
        await page.EvaluateAsync("() => new Promise((resolve) => setTimeout(resolve, 100))");
        return await page.EvaluateAsync<bool>("() => 'hacked' in window");
    }
}
