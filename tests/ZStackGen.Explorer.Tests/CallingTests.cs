using System;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ZStackGen.Explorer.Tests;

/// <summary>Calls from the form: its controls, the samples, results and failures.</summary>
public sealed class CallingTests(Chromium chromium)
{
    [Fact]
    public async Task A_failed_job_looks_failed_and_its_error_is_readable()
    {
        using var folder = new PageFolder();
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await folder.ServeAsync();
        IPage page = watched.Page;
        await watched.GoToAsync(site.Url + "#/api/PaintDoor");
        await watched.LogInAsync();
        await page.RouteAsync("**/zstack/v1/doors/**", static route => route.FulfillAsync(new() { Status = 202, Body = """{"location":"http://mn.example:8080/zstack/v1/api-jobs/d0a1d0a1d0a14f00a1d0a1d0a1d0a1d0"}""" }));
        await page.RouteAsync("**/zstack/v1/api-jobs/*", static route => route.FulfillAsync(new()
        {
            Status = 503,
            Body = """{"error":{"code":"SYS.1006","description":"An operation failed","details":"the paint is dry <b>now</b>","cause":{"code":"PAINT.1000","description":"The tin is empty"}}}""",
        }));
        await page.Locator("#send").ClickAsync();
        await Expect(page.Locator(".status")).ToHaveTextAsync(new Regex(@"^Job failed after \d+ ms, polls: 1 \(503\)$"));
        await Expect(page.Locator(".status")).ToHaveAttributeAsync("data-ok", "false");
        ILocator failure = page.Locator(".failure");
        await Expect(failure).ToContainTextAsync("SYS.1006");
        await Expect(failure).ToContainTextAsync("the paint is dry <b>now</b>");
        await Expect(failure).ToContainTextAsync(new Regex("Cause\\s+PAINT.1000\\s*The tin is empty"));
        await Expect(page.Locator("#response-body")).ToBeHiddenAsync();
        await failure.ScrollIntoViewIfNeededAsync();
        await watched.KeepPictureAsync("failed-job");
        await page.GetByText("Complete response").ClickAsync();
        await Expect(page.Locator("#response-body")).ToContainTextAsync("\"An operation failed\"");

        // Text that is no JSON is readable, too.
        await page.UnrouteAsync("**/zstack/v1/doors/**");
        await page.RouteAsync("**/zstack/v1/doors/**", static route => route.FulfillAsync(new() { Status = 500, Body = "out of paint" }));
        await page.Locator("#send").ClickAsync();
        await Expect(page.Locator(".status")).ToHaveTextAsync(new Regex(@"^Failed: 500 .*in \d+ ms$"));
        await Expect(page.Locator(".failure")).ToHaveTextAsync("out of paint");
        watched.AssertQuiet(except: "50");
    }

    [Fact]
    public async Task Samples_contain_the_session_once_there_is_one_and_never_a_password()
    {
        using var folder = new PageFolder();
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await folder.ServeAsync();
        IPage page = watched.Page;
        await watched.GoToAsync(site.Url + "#/api/PaintDoor");
        await page.Locator("details.more summary").ClickAsync();
        await page.GetByLabel("vaultPassword").FillAsync("open-sesame");
        await Expect(page.GetByLabel("vaultPassword")).ToHaveAttributeAsync("type", "password");
        ILocator panel = page.GetByRole(AriaRole.Tabpanel);
        await Expect(panel).ToContainTextAsync("the-session-uuid");
        await Expect(panel).ToContainTextAsync("the-password");
        await watched.LogInAsync();
        string session = await page.EvaluateAsync<string>("() => JSON.parse(sessionStorage.getItem('session')).uuid");
        Assert.Matches("^[0-9a-f]{32}$", session);
        foreach (string tab in new[] { "curl", "C#", "Java SDK", "Python SDK" })
        {
            await page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await Expect(panel).ToContainTextAsync(session);
            await Expect(panel).Not.ToContainTextAsync("open-sesame");
            await Expect(panel).Not.ToContainTextAsync("\"password\"");
        }

        await page.Locator("#session").ClickAsync();
        await Expect(panel).ToContainTextAsync("the-session-uuid");
        watched.AssertQuiet();
    }

    [Fact]
    public async Task A_parameter_with_known_values_is_a_select_and_the_selected_value_is_sent()
    {
        using var folder = new PageFolder();
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await folder.ServeAsync();
        IPage page = watched.Page;
        await watched.GoToAsync(site.Url + "#/api/PaintDoor");
        ILocator color = page.Locator(".field select").First;
        Assert.Equal(["", "Green", "Red"], await color.Locator("option").EvaluateAllAsync<string[]>("(options) => options.map((option) => option.value)"));
        await color.SelectOptionAsync("Red");
        await page.GetByRole(AriaRole.Tab, new() { Name = "curl" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("\"color\": \"Red\"");
        watched.AssertQuiet();
    }

    [Fact]
    public async Task Numbers_of_requests_and_responses_keep_their_digits()
    {
        using var folder = new PageFolder();
        folder.Write("doors/MeasureDoor.md", """
            # MeasureDoor

            Measures a door.

            `PUT /v1/doors/measures`

            Synchronous.

            ## Parameters

            | Name | Type | Location | Description | Values | Since |
            |---|---|---|---|---|---|
            | count | Long | body: measureDoor | The count. | 1..9223372036854775806 | 4.6.0 |
            | sizes | Map<String, Long> | body: measureDoor | The sizes. | | 4.6.0 |

            ## Response

            | Name | Type | Description | Since |
            |---|---|---|---|
            | size | Long | The size. | 4.6.0 |

            ## Example

            ### Request

            ```json
            { "measureDoor": { "count": 9007199254740993, "sizes": { "a": 9223372036854775807 } } }
            ```

            ### Response

            ```json
            { "size": 9223372036854775806 }
            ```
            """);
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await folder.ServeAsync();
        IPage page = watched.Page;
        await watched.GoToAsync(site.Url + "#/api/MeasureDoor");
        await Expect(page.Locator("section[aria-labelledby=section-example]")).ToContainTextAsync("9223372036854775806");
        await Expect(page.Locator("section[aria-labelledby=section-parameters]")).ToContainTextAsync("9223372036854775806");
        await Expect(page.GetByLabel("count")).ToHaveValueAsync("9007199254740993");
        await watched.LogInAsync();
        string? sent = null;
        await page.RouteAsync("**/zstack/v1/doors/**", route =>
        {
            sent = route.Request.PostData;
            return route.FulfillAsync(new() { Status = 200, Body = """{"size":9223372036854775807,"ratio":8.589934592E9}""" });
        });
        await page.Locator("#send").ClickAsync();
        await Expect(page.Locator("#response-body")).ToContainTextAsync("\"size\": 9223372036854775807");
        await Expect(page.Locator("#response-body")).ToContainTextAsync("\"ratio\": 8.589934592E9");
        Assert.Contains("\"sizes\":{\"a\":9223372036854775807}", sent, StringComparison.Ordinal);
        watched.AssertQuiet();
    }

    [Fact]
    public async Task JSON_folds_and_wraps()
    {
        using var folder = new PageFolder();
        await using WatchedPage watched = await chromium.OpenAsync();
        await using ServedSite site = await folder.ServeAsync();
        IPage page = watched.Page;
        await watched.GoToAsync(site.Url + "#/api/PaintDoor");
        ILocator example = page.Locator("section[aria-labelledby=section-example]");
        await Expect(example.GetByText("\"first\"")).ToBeVisibleAsync();
        await example.Locator("summary", new() { HasText = "coats" }).ClickAsync();
        await Expect(example.GetByText("\"first\"")).ToBeHiddenAsync();
        await Expect(example.GetByText("2 items")).ToBeVisibleAsync();
        await example.GetByRole(AriaRole.Button, new() { Name = "Expand all" }).ClickAsync();
        await Expect(example.GetByText("\"first\"")).ToBeVisibleAsync();
        await example.GetByRole(AriaRole.Button, new() { Name = "Collapse all" }).ClickAsync();
        await Expect(example.GetByText("\"uuid\"")).ToBeHiddenAsync();

        // A large and deep response neither fails nor takes long.
        double[] result = await page.EvaluateAsync<double[]>(
            """
            async () => {
              const { jsonView } = await import('/explorer/json-view.js');
              const deep = JSON.parse('['.repeat(5000) + ']'.repeat(5000));
              const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`key${i}`, 'x'.repeat(i % 100)]));
              const begin = performance.now();
              const [tree] = [jsonView(deep, {}, '[[…'), jsonView(wide, {})][0];
              return [performance.now() - begin, tree.textContent.length];
            }
            """);
        Assert.InRange(result[0], 0, 10_000);
        Assert.InRange(result[1], 1, 20_000_000);
        watched.AssertQuiet();
    }
}
