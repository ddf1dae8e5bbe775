using System;
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
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (MachineChromium.Executable is not { } executable)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await MachineChromium.LaunchAsync(_playwright, executable);
    }

    /// <summary>Opens an empty page. Skips the test if there is no browser.</summary>
    internal async Task<WatchedPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(_browser is null, MachineChromium.Absent);
        options ??= new BrowserNewContextOptions();
        options.Locale ??= "en-US";
        options.ViewportSize ??= new ViewportSize { Width = 1280, Height = 900 };
        return await WatchedPage.OpenAsync(await _browser.NewContextAsync(options));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}

/// <summary>A page of the browser that records forbidden events: errors on the console, and requests to other machines.</summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _troubles = [];

    private WatchedPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Gets the requests, oldest first.</summary>
    public List<IRequest> Requests { get; } = [];

    public static async Task<WatchedPage> OpenAsync(IBrowserContext context)
    {
        var watched = new WatchedPage(context, await context.NewPageAsync());
        watched.Page.Console += (_, message) => watched.Note(message.Type is "error" or "warning", $"console {message.Type}: {message.Text}");
        watched.Page.PageError += (_, error) => watched.Note(true, "uncaught: " + error);
        watched.Page.Request += (_, request) =>
        {
            lock (watched._troubles)
                watched.Requests.Add(request);
            watched.Note(new Uri(request.Url) is { IsLoopback: false, Scheme: "http" or "https" or "ws" or "wss" }, "request to " + request.Url);
        };
        return watched;
    }

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
        await Expect(Page.Locator("#send")).ToBeEnabledAsync(new() { Timeout = 30_000 });
        return await Page.Locator("#response-body").InnerTextAsync();
    }

    /// <summary>Keeps a screenshot in the folder <c>screenshots</c> beside the tests, and attaches it to the result of the test.</summary>
    public async Task KeepPictureAsync(string name)
    {
        byte[] picture = await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", name + ".png") });
        TestContext.Current.AddAttachment(name + ".png", picture, "image/png");
    }

    /// <summary>Fails if a forbidden event occurred.</summary>
    /// <param name="except">Text of an error that the test causes.</param>
    public void AssertQuiet(string? except = null)
    {
        lock (_troubles)
            Assert.DoesNotContain(_troubles, trouble => except is null || !trouble.Contains(except, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private void Note(bool isTrouble, string trouble)
    {
        if (!isTrouble)
            return;
        lock (_troubles)
            _troubles.Add(trouble);
    }
}
