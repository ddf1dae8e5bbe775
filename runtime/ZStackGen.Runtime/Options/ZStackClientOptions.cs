using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;

namespace ZStack;

/// <summary>Options of a <see cref="ZStackClient"/>. The client copies them when it is created; later changes have no effect.</summary>
public sealed class ZStackClientOptions
{
    /// <summary>Gets or sets the address of the server, such as <c>http://host:8080</c>. An address with a path replaces the default context path <c>/zstack</c>.</summary>
    public string? BaseAddress { get; set; }

    /// <summary>
    /// Gets or sets the addresses of further management nodes of the same cloud, in the form of <see cref="BaseAddress"/>. If a node cannot be reached,
    /// a call is sent to the next node, provided that the server cannot execute it twice. The client keeps using the node that works, and tries a
    /// failed node again after a growing pause. The default is empty.
    /// </summary>
    public IReadOnlyList<string> FailoverAddresses { get; set; } = Array.Empty<string>();

    /// <summary>
    /// Gets or sets the context path if <see cref="BaseAddress"/> cannot state it: an empty string for a server without a context path, or a path such
    /// as <c>/zstack</c>. The default is null: the path of <see cref="BaseAddress"/>, or <c>/zstack</c>.
    /// </summary>
    public string? ContextPath { get; set; }

    /// <summary>Gets or sets the credential used to authenticate. The default is null: only calls that need no session work.</summary>
    public ZStackCredential? Credential { get; set; }

    /// <summary>
    /// Gets or sets the time zone of the server's timestamps, which carry no time zone (PROTOCOL.md §6). The default is null: the client learns it
    /// when it first reads a timestamp, see <see cref="IZStackClient.LearnServerTimeZoneAsync"/>.
    /// </summary>
    public TimeZoneInfo? ServerTimeZone { get; set; }

    /// <summary>
    /// Gets or sets the timeout of one HTTP request, including its response. The default is 6 minutes, because the server limits a synchronous call to 5
    /// minutes. For a synchronous call with <see cref="ZStackCallOptions.Timeout"/>, the timeout is at least 1 minute longer than that. The response to
    /// a poll must begin within 90 seconds.
    /// </summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromMinutes(6);

    /// <summary>
    /// Gets or sets the timeout of a job. The default is null: the timeout that the server states for the job applies, or 72 hours if it states none.
    /// The last poll begins when the timeout has elapsed, and may take 5 seconds.
    /// </summary>
    public TimeSpan? JobTimeout { get; set; }

    /// <summary>Gets or sets the first polling interval of a job. Further intervals grow, with jitter. The default is 200 milliseconds.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Gets or sets the maximum polling interval of a job. The default is 5 seconds.</summary>
    public TimeSpan MaxPollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Gets or sets how long the server may be continuously unreachable, or a gateway may respond in its place, before the client stops polling a job. The
    /// default is 10 minutes.
    /// </summary>
    public TimeSpan MaxPollOutage { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Gets or sets the maximum number of retries after a broken connection or a gateway error. The client retries only reads and asynchronous calls,
    /// which the server executes once because of their <c>X-Job-UUID</c> (PROTOCOL.md §3.1). The default is 2.
    /// </summary>
    public int MaxRetries { get; set; } = 2;

    /// <summary>
    /// Gets or sets a value indicating whether arguments are validated before a call is sent: required parameters, allowed values and ranges. The
    /// default is true, because an asynchronous API reports an invalid argument only as a failed job (PROTOCOL.md §3). Set it to false if the server is
    /// newer than the documentation pages and allows more values.
    /// </summary>
    public bool ValidateArguments { get; set; } = true;

    /// <summary>Gets or sets the maximum size of a response body, in bytes. The default is 64 MiB. The maximum size of an error is 4 MiB, or this value if it is smaller.</summary>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// Gets or sets a value indicating whether responses include the server's class names (<see cref="ZStackResult.Schema"/>), used to deserialize
    /// subclasses. The default is true.
    /// </summary>
    public bool IncludeSchema { get; set; } = true;

    /// <summary>Gets or sets a value indicating whether <see cref="ZStackClient.DisposeAsync"/> logs out of the session that the client opened. The default is true.</summary>
    public bool LogOutOnDispose { get; set; } = true;

    /// <summary>Gets or sets the <c>User-Agent</c> header of all requests. The default is <c>ZStackGen</c> with the version of the runtime.</summary>
    public string UserAgent { get; set; } = "ZStackGen/" + typeof(ZStackClientOptions).Assembly.GetName().Version?.ToString(3);

    /// <summary>
    /// Gets or sets the proxy. The default is null: the proxy of the system. Use an empty <see cref="WebProxy"/> for no proxy. The option applies only
    /// to the handler that the client creates, see <see cref="CreateHandler"/>.
    /// </summary>
    public IWebProxy? Proxy { get; set; }

    /// <summary>
    /// Gets or sets the certificate authorities that are trusted instead of the authorities of the system. The host name of the server's certificate is
    /// checked; revocation is not. The default is null: the authorities of the system. The option applies only to the handler that the client creates,
    /// see <see cref="CreateHandler"/>.
    /// </summary>
    public X509Certificate2Collection? CertificateAuthorities { get; set; }

    /// <summary>Gets or sets the path of a PEM file with certificate authorities that are trusted in addition to <see cref="CertificateAuthorities"/>.</summary>
    public string? CertificateAuthorityFile { get; set; }

    /// <summary>
    /// Gets or sets a function that creates the HTTP handler of the client, for tests or for settings that these options do not offer. The handler must
    /// not follow redirects. The default is null: the client uses <see cref="CreateHandler"/>.
    /// </summary>
    public Func<HttpMessageHandler>? HandlerFactory { get; set; }

    /// <summary>
    /// Gets or sets the URL at which the server reaches <see cref="WebhookReceiver"/>, such as <c>https://app.example/zstack/webhook</c>. The server
    /// then calls back when the job of an asynchronous call has ended (PROTOCOL.md §3.2), and the client polls at
    /// <see cref="WebhookPollInterval"/>. The server does not validate certificates. The default is null.
    /// </summary>
    public string? WebhookAddress { get; set; }

    /// <summary>Gets or sets the receiver of the callbacks in this process. Several clients can share a receiver. The default is null.</summary>
    public ZStackWebhookReceiver? WebhookReceiver { get; set; }

    /// <summary>Gets or sets the polling interval of a job with a callback, in case the callback is lost. The default is 30 seconds.</summary>
    public TimeSpan WebhookPollInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets or sets what happens to parameters, and to fields of structures in them, that came with a later version than the server has. Other
    /// values than <see cref="ZStackUnsupportedParameters.Send"/> make the client ask the server for its version before the first call that states one.
    /// </summary>
    public ZStackUnsupportedParameters UnsupportedParameters { get; set; }

    /// <summary>Gets or sets the observer that is notified of the client's requests, for example to log them. The default is null.</summary>
    public ZStackClientObserver? Observer { get; set; }

    /// <summary>Gets or sets the clock that the client uses for timeouts, intervals and dates. The default is <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Validates the options.</summary>
    /// <exception cref="ArgumentException">An option is invalid; the message names the option and the reason.</exception>
    public void Validate()
    {
        ParseNodes();
        Require(RequestTimeout > TimeSpan.Zero && RequestTimeout.TotalMilliseconds < int.MaxValue, nameof(RequestTimeout), "must be greater than zero and less than 24 days");
        Require(JobTimeout is null || JobTimeout > TimeSpan.Zero, nameof(JobTimeout), "must be greater than zero");
        Require(PollInterval > TimeSpan.Zero, nameof(PollInterval), "must be greater than zero");
        Require(MaxPollInterval >= PollInterval && MaxPollInterval.TotalMilliseconds < int.MaxValue, nameof(MaxPollInterval), "must be at least PollInterval and less than 24 days");
        Require(MaxPollOutage >= TimeSpan.Zero, nameof(MaxPollOutage), "must not be negative");
        Require(MaxRetries is >= 0 and <= 100, nameof(MaxRetries), "must be from 0 to 100");
        Require(HandlerFactory is null || (Proxy is null && CertificateAuthorities is null && CertificateAuthorityFile is null), nameof(HandlerFactory), "must be null if Proxy, CertificateAuthorities or CertificateAuthorityFile is set: configure them in the handler that HandlerFactory creates");
        Require(MaxResponseBytes is > 0 and < int.MaxValue / 2, nameof(MaxResponseBytes), "must be greater than zero and less than 1 GiB");
        Require(WebhookAddress is null == WebhookReceiver is null, WebhookAddress is null ? nameof(WebhookAddress) : nameof(WebhookReceiver), "is missing: set both WebhookAddress and WebhookReceiver, or neither");
        Require(WebhookAddress is null || IsWebhookAddress(WebhookAddress), nameof(WebhookAddress), "must be a URL that the server can call, such as 'https://app.example/zstack/webhook'");
        Require(WebhookAddress is null || WireText.IsHeaderWord(WebhookAddress), nameof(WebhookAddress), "must be ASCII: percent-encode other characters of the path, and write the host as punycode");
        Require(WebhookPollInterval > TimeSpan.Zero && WebhookPollInterval.TotalMilliseconds < int.MaxValue, nameof(WebhookPollInterval), "must be greater than zero and less than 24 days");
        Require(UnsupportedParameters is >= ZStackUnsupportedParameters.Send and <= ZStackUnsupportedParameters.Throw, nameof(UnsupportedParameters), "must be Send, Drop or Throw");
        Require(TimeProvider is not null, nameof(TimeProvider), "must not be null");
        Require(!string.IsNullOrWhiteSpace(UserAgent) && UserAgent.IndexOfAny(['\r', '\n']) < 0, nameof(UserAgent), "must be one line of text");
        Require(WireText.IsHeaderValue(UserAgent), nameof(UserAgent), WireText.Ascii);
    }

    /// <summary>
    /// Creates the handler that a client with these options uses: without redirects and cookies, with <see cref="Proxy"/>, the certificate
    /// authorities and the decompression of gzip. Use it as the primary handler of your own <c>IHttpClientFactory</c>.
    /// </summary>
    /// <returns>The handler. The caller disposes it.</returns>
    /// <exception cref="ArgumentException">The certificate authorities cannot be read; the message names the file.</exception>
    /// <exception cref="PlatformNotSupportedException">The handler of this platform does not support an option; the message names the option.</exception>
    public HttpMessageHandler CreateHandler()
        => DefaultHandler.Create(
            Proxy,
            ZStack.CertificateAuthorities.Load(CertificateAuthorities, CertificateAuthorityFile),
            // With several nodes, a node that is switched off must not delay a call for long.
            TimeSpan.FromSeconds(FailoverAddresses is { Count: > 0 } ? 5 : 30));

    internal ServerNodes ParseNodes() => ServerNodes.Parse(BaseAddress, FailoverAddresses ?? Array.Empty<string>(), ContextPath, TimeProvider);

    internal ZStackClientOptions Clone() => (ZStackClientOptions)MemberwiseClone();

    // The query may contain a token, so no message quotes the URL.
    private static bool IsWebhookAddress(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" && text.IndexOfAny(['\r', '\n', ' ', '#']) < 0;

    private static void Require(bool isValid, string option, string requirement)
    {
        if (!isValid)
            throw new ArgumentException(nameof(ZStackClientOptions) + "." + option + " " + requirement + ".", option);
    }
}
