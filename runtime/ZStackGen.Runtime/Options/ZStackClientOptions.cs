using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;

namespace ZStack;

/// <summary>How a <see cref="ZStackClient"/> works. It is read once, when the client is made.</summary>
public sealed class ZStackClientOptions
{
    /// <summary>The server: <c>http://host:8080</c>, or with a context path other than <c>/zstack</c>.</summary>
    public string? BaseAddress { get; set; }

    /// <summary>
    /// Further management nodes of the same cloud, written like <see cref="BaseAddress"/>. A call that cannot reach one node goes to the next, as far
    /// as that cannot make it happen twice; the client stays with the node that works and tries a failed one again after a growing pause.
    /// </summary>
    public IReadOnlyList<string> FailoverAddresses { get; set; } = Array.Empty<string>();

    /// <summary>The context path, where <see cref="BaseAddress"/> cannot state it: an empty text for a server at the root.</summary>
    public string? ContextPath { get; set; }

    /// <summary>With what the client authenticates; without one only calls that need no session work.</summary>
    public ZStackCredential? Credential { get; set; }

    /// <summary>
    /// The server's time zone: its timestamps carry none (PROTOCOL.md §6). If null, the client learns it when it first reads a timestamp,
    /// see <see cref="IZStackClient.LearnServerTimeZoneAsync"/>.
    /// </summary>
    public TimeZoneInfo? ServerTimeZone { get; set; }

    /// <summary>
    /// How long one exchange may take. The default of 6 minutes is above the 5 that the server allows a synchronous call; one that is allowed more by
    /// <see cref="ZStackCallOptions.Timeout"/> may take a minute more than that. A look at a job has to begin to be answered within 90 seconds.
    /// </summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromMinutes(6);

    /// <summary>How long to wait for a job. Null follows the timeout that the server states for it, or 72 hours if it states none.</summary>
    public TimeSpan? JobTimeout { get; set; }

    /// <summary>The first pause between two looks at a job; the following ones grow, with some jitter.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest pause between two looks at a job.</summary>
    public TimeSpan MaxPollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a job's server may be unreachable, without a break, before waiting is given up.</summary>
    public TimeSpan MaxPollOutage { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How often a call is sent again after a broken connection or a gateway's failure. Only reads are, and asynchronous calls, whose
    /// <c>X-Job-UUID</c> lets the server take them once (PROTOCOL.md §3.1).
    /// </summary>
    public int MaxRetries { get; set; } = 2;

    /// <summary>
    /// Whether arguments are checked before they are sent by what the pages say of them: required, allowed values, ranges. On by default, because the
    /// server tells a bad argument only after it has taken the job (PROTOCOL.md §3); off where it is newer than the pages and allows more.
    /// </summary>
    public bool ValidateArguments { get; set; } = true;

    /// <summary>The longest answer to be read.</summary>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Whether answers carry the server's class names (<see cref="ZStackResult.Schema"/>), by which an object becomes of a subclass.</summary>
    public bool IncludeSchema { get; set; } = true;

    /// <summary>Whether sessions that the client opened are closed when it is disposed.</summary>
    public bool LogOutOnDispose { get; set; } = true;

    /// <summary>The <c>User-Agent</c> of all requests.</summary>
    public string UserAgent { get; set; } = "ZStackGen/" + typeof(ZStackClientOptions).Assembly.GetName().Version?.ToString(3);

    /// <summary>
    /// The proxy; null for the system's own setting, an empty <see cref="WebProxy"/> for none. Of the client's own handler: a handler or HttpClient
    /// that is handed in has its own, see <see cref="CreateHandler"/>.
    /// </summary>
    public IWebProxy? Proxy { get; set; }

    /// <summary>
    /// The authorities that the server's certificate has to come from, and no other; null for those that the system trusts. The certificate's host
    /// name is checked all the same, revocation is not. Of the client's own handler, like <see cref="Proxy"/>.
    /// </summary>
    public X509Certificate2Collection? CertificateAuthorities { get; set; }

    /// <summary>A file of such authorities as PEM text; those of <see cref="CertificateAuthorities"/> count besides.</summary>
    public string? CertificateAuthorityFile { get; set; }

    /// <summary>Makes the handler of the client's connections, for tests and for what the options here do not offer. Redirects should be off in it.</summary>
    public Func<HttpMessageHandler>? HandlerFactory { get; set; }

    /// <summary>
    /// The URL at which the server reaches <see cref="WebhookReceiver"/>, such as <c>https://app.example/zstack/webhook</c>: asynchronous calls
    /// then ask it to call back when their job has ended (PROTOCOL.md §3.2), and hardly poll. The server does not check certificates.
    /// </summary>
    public string? WebhookAddress { get; set; }

    /// <summary>What takes the callbacks in this process. Several clients may share one.</summary>
    public ZStackWebhookReceiver? WebhookReceiver { get; set; }

    /// <summary>The pause between two looks at a job whose callback is awaited, should it never come.</summary>
    public TimeSpan WebhookPollInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets or sets what happens to parameters that came with a later version than the server has. Other values than
    /// <see cref="ZStackUnsupportedParameters.Send"/> make the client ask the server for its version before the first call that states one.
    /// </summary>
    public ZStackUnsupportedParameters UnsupportedParameters { get; set; }

    /// <summary>Is told what the client does, for logs and the like.</summary>
    public ZStackClientObserver? Observer { get; set; }

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Checks the values.</summary>
    /// <exception cref="ArgumentException">A value is wrong; the message says which and why.</exception>
    public void Validate()
    {
        ParseNodes();
        Require(RequestTimeout > TimeSpan.Zero && RequestTimeout.TotalMilliseconds < int.MaxValue, nameof(RequestTimeout), "must be more than nothing and less than 24 days");
        Require(JobTimeout is null || JobTimeout > TimeSpan.Zero, nameof(JobTimeout), "must be more than nothing");
        Require(PollInterval > TimeSpan.Zero, nameof(PollInterval), "must be more than nothing");
        Require(MaxPollInterval >= PollInterval && MaxPollInterval.TotalMilliseconds < int.MaxValue, nameof(MaxPollInterval), "must not be less than PollInterval, nor 24 days and more");
        Require(MaxPollOutage >= TimeSpan.Zero, nameof(MaxPollOutage), "must not be negative");
        Require(MaxRetries is >= 0 and <= 100, nameof(MaxRetries), "must be from 0 to 100");
        Require(HandlerFactory is null || (Proxy is null && CertificateAuthorities is null && CertificateAuthorityFile is null), nameof(HandlerFactory), "must be null where Proxy or certificate authorities are set: they belong into the handler that it makes");
        Require(MaxResponseBytes is > 0 and < int.MaxValue / 2, nameof(MaxResponseBytes), "must be positive and below 1 GiB");
        Require(WebhookAddress is null == WebhookReceiver is null, WebhookAddress is null ? nameof(WebhookAddress) : nameof(WebhookReceiver), "is missing: WebhookAddress and WebhookReceiver need each other");
        Require(WebhookAddress is null || IsWebhookAddress(WebhookAddress), nameof(WebhookAddress), "must be a URL that the server can call, such as 'https://app.example/zstack/webhook'");
        Require(WebhookAddress is null || WireText.IsHeaderWord(WebhookAddress), nameof(WebhookAddress), "must have characters other than ASCII's percent-encoded, and the host's as punycode");
        Require(WebhookPollInterval > TimeSpan.Zero && WebhookPollInterval.TotalMilliseconds < int.MaxValue, nameof(WebhookPollInterval), "must be more than nothing and less than 24 days");
        Require(UnsupportedParameters is >= ZStackUnsupportedParameters.Send and <= ZStackUnsupportedParameters.Throw, nameof(UnsupportedParameters), "must be Send, Drop or Throw");
        Require(TimeProvider is not null, nameof(TimeProvider), "must not be null");
        Require(!string.IsNullOrWhiteSpace(UserAgent) && UserAgent.IndexOfAny(['\r', '\n']) < 0, nameof(UserAgent), "must be one line of text");
        Require(WireText.IsHeaderValue(UserAgent), nameof(UserAgent), WireText.Ascii);
    }

    /// <summary>
    /// Makes the handler that a client with these options would use: without redirects and cookies, with <see cref="Proxy"/> and
    /// <see cref="CertificateAuthorities"/>. For an HttpClient of your own, such as an IHttpClientFactory's.
    /// </summary>
    /// <returns>The handler; the caller's to dispose.</returns>
    /// <exception cref="ArgumentException">The authorities cannot be read; the message names the file.</exception>
    /// <exception cref="PlatformNotSupportedException">This platform's handler cannot have an option; the message says which.</exception>
    public HttpMessageHandler CreateHandler()
        => DefaultHandler.Create(
            Proxy,
            ZStack.CertificateAuthorities.Load(CertificateAuthorities, CertificateAuthorityFile),
            // With other nodes to turn to, a node that is switched off must not hold up a call for long.
            TimeSpan.FromSeconds(FailoverAddresses is { Count: > 0 } ? 5 : 30));

    internal ServerNodes ParseNodes() => ServerNodes.Parse(BaseAddress, FailoverAddresses ?? Array.Empty<string>(), ContextPath, TimeProvider);

    internal ZStackClientOptions Clone() => (ZStackClientOptions)MemberwiseClone();

    // A token in its query is the user's business, so the value stands in no message.
    private static bool IsWebhookAddress(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" && text.IndexOfAny(['\r', '\n', ' ', '#']) < 0;

    private static void Require(bool holds, string option, string what)
    {
        if (!holds)
            throw new ArgumentException(nameof(ZStackClientOptions) + "." + option + " " + what + ".", option);
    }
}
