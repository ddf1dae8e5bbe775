using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

[assembly: AssemblyFixture(typeof(ZStackGen.Explorer.Tests.Chromium))]

namespace ZStackGen.Explorer.Tests;

/// <summary>The browser of the machine, started once. Tests that need it are skipped if there is none; nothing is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // In milliseconds. A busy machine can delay an expectation; only a failing test waits this long.
    private const float LongestWait = 120_000;

    // Starting a browser page takes longer than most tests. Tests can share a browser page, because each test has its own origin.
    private readonly ConcurrentBag<IPage> _idle = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        SetDefaultExpectTimeout(LongestWait);
        if (MachineChromium.Executable is not { } executable)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await MachineChromium.LaunchAsync(_playwright, executable);
    }

    /// <summary>Opens an empty page. Skips the test if there is no browser.</summary>
    /// <param name="options">The options of a separate browser context. If omitted, the page of an earlier test can be reused.</param>
    internal async Task<WatchedPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(_browser is null, MachineChromium.Absent);
        if (options is null && _idle.TryTake(out IPage? idle))
            return new WatchedPage(idle, ReturnAsync);
        bool isOwn = options is not null;
        options ??= new BrowserNewContextOptions();
        options.Locale ??= "en-US";
        options.ViewportSize ??= new ViewportSize { Width = 1280, Height = 900 };
        IBrowserContext context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(LongestWait);
        return new WatchedPage(await context.NewPageAsync(), isOwn ? static page => page.Context.CloseAsync() : ReturnAsync);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }

    private async Task ReturnAsync(IPage page)
    {
        try
        {
            await page.UnrouteAllAsync();
            await page.EvaluateAsync("() => { localStorage.clear(); sessionStorage.clear(); }");
            await page.GotoAsync("about:blank");
        }
        catch (PlaywrightException)
        {
            // The failure of a test can leave a page that cannot be reset. It must not replace the failure.
            await page.Context.CloseAsync();
            return;
        }

        _idle.Add(page);
    }
}

/// <summary>A page of the browser that records forbidden events: errors on the console, and requests to other machines.</summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    private readonly Func<IPage, Task> _release;
    private readonly List<string> _troubles = [];

    /// <summary>Initializes a new instance of the <see cref="WatchedPage"/> class.</summary>
    /// <param name="page">An empty page.</param>
    /// <param name="release">Closes the page, or prepares it for another test.</param>
    public WatchedPage(IPage page, Func<IPage, Task> release)
    {
        Page = page;
        _release = release;
        page.Console += OnConsole;
        page.PageError += OnPageError;
        page.Request += OnRequest;
    }

    public IPage Page { get; }

    /// <summary>Gets the requests, oldest first.</summary>
    public List<IRequest> Requests { get; } = [];

    /// <summary>Opens an address of the explorer and waits until it is ready.</summary>
    public async Task GoToAsync(string url)
    {
        await Page.GotoAsync(url);
        await Page.Locator("html[data-ready]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
    }

    /// <summary>Logs in with the simulator's account.</summary>
    public async Task LogInAsync()
    {
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Log in" }).ClickAsync();
        await Page.Locator("#login").GetByLabel("Password").FillAsync("password");
        await Page.Locator("#login-submit").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Log out admin" }).WaitForAsync();
    }

    /// <summary>Sends the form and waits for the response.</summary>
    public async Task<string> SendAsync()
    {
        await Page.Locator("#send").ClickAsync();
        await Expect(Page.Locator("#send")).ToBeEnabledAsync();
        return await Page.Locator("#response-body").InnerTextAsync();
    }

    /// <summary>Keeps a screenshot in the folder <c>screenshots</c> beside the tests.</summary>
    public Task KeepPictureAsync(string name) =>
        Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", name + ".png") });

    /// <summary>Fails if a forbidden event occurred.</summary>
    /// <param name="except">Text of an error that the test causes.</param>
    public void AssertQuiet(string? except = null)
    {
        lock (_troubles)
            Assert.DoesNotContain(_troubles, trouble => except is null || !trouble.Contains(except, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        Page.Console -= OnConsole;
        Page.PageError -= OnPageError;
        Page.Request -= OnRequest;
        await _release(Page);
    }

    private void OnConsole(object? sender, IConsoleMessage message) => Note(message.Type is "error" or "warning", $"console {message.Type}: {message.Text}");

    private void OnPageError(object? sender, string error) => Note(true, "uncaught: " + error);

    private void OnRequest(object? sender, IRequest request)
    {
        lock (_troubles)
            Requests.Add(request);
        Note(new Uri(request.Url) is { IsLoopback: false, Scheme: "http" or "https" or "ws" or "wss" }, "request to " + request.Url);
    }

    private void Note(bool isTrouble, string trouble)
    {
        if (!isTrouble)
            return;
        lock (_troubles)
            _troubles.Add(trouble);
    }
}
