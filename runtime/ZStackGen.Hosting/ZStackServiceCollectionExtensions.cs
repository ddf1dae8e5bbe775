using System;
using System.Net.Http;
using System.Threading;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ZStack;
using ZStack.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Provides extension methods that add ZStack clients to an application.</summary>
public static class ZStackServiceCollectionExtensions
{
    /// <summary>
    /// Adds a <see cref="ZStackClient"/> as a singleton, also as <see cref="IZStackClient"/>. Its options come from the configuration section
    /// <c>ZStack</c>, followed by <paramref name="configure"/>, and are validated when the host starts. The client logs out when the container is disposed.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">A delegate that sets options, or null.</param>
    /// <returns>The builder of the client's HttpClient. The loggers of the HttpClient are removed, because they would log the session in the URL of a logout.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <remarks>
    /// <para>The section can contain every option of <see cref="ZStackClientOptions"/> that can be stated as text, by its name, and one credential:
    /// <c>AccountName</c> and <c>Password</c>, with <c>UserName</c> for a user of the account; <c>LdapUid</c> and <c>Password</c>;
    /// <c>LoginType</c>, <c>UserName</c> and <c>Password</c>; <c>AccessKeyId</c> and <c>AccessKeySecret</c>; or <c>SessionUuid</c>.
    /// <c>Proxy</c> is a URL, with <c>ProxyUserName</c> and <c>ProxyPassword</c> for its credential.</para>
    /// <para>The client retries requests itself where that is safe. A resilience handler from the application's HttpClient defaults is therefore removed:
    /// it would execute calls twice, treat ZStack's error status 503 as an outage, and cancel calls that can take minutes.</para>
    /// </remarks>
    public static IHttpClientBuilder AddZStack(this IServiceCollection services, Action<ZStackClientOptions>? configure = null)
        => Add(services, Options.Options.DefaultName, null, configure);

    /// <inheritdoc cref="AddZStack(IServiceCollection, Action{ZStackClientOptions})"/>
    /// <param name="services">The service collection.</param>
    /// <param name="section">The configuration section to use instead of <c>ZStack</c>.</param>
    /// <param name="configure">A delegate that sets options, or null.</param>
    public static IHttpClientBuilder AddZStack(this IServiceCollection services, IConfiguration section, Action<ZStackClientOptions>? configure = null)
        => Add(services, Options.Options.DefaultName, section ?? throw new ArgumentNullException(nameof(section)), configure);

    /// <summary>
    /// Adds a named client for another cloud, as a keyed service: <c>[FromKeyedServices("east")] ZStackClient</c>. Its options come from the
    /// configuration section <c>ZStack:east</c>. Otherwise, it equals the client without a name.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The name of the client, which is also its service key.</param>
    /// <param name="configure">A delegate that sets options, or null.</param>
    /// <returns>The builder of the client's HttpClient.</returns>
    /// <exception cref="ArgumentException">The name is empty, or differs from the name of another client only in case.</exception>
    public static IHttpClientBuilder AddZStack(this IServiceCollection services, string name, Action<ZStackClientOptions>? configure = null)
        => Add(services, Named(name), null, configure);

    /// <inheritdoc cref="AddZStack(IServiceCollection, string, Action{ZStackClientOptions})"/>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The name of the client, which is also its service key.</param>
    /// <param name="section">The configuration section to use instead of <c>ZStack:</c> followed by the name.</param>
    /// <param name="configure">A delegate that sets options, or null.</param>
    public static IHttpClientBuilder AddZStack(this IServiceCollection services, string name, IConfiguration section, Action<ZStackClientOptions>? configure = null)
        => Add(services, Named(name), section ?? throw new ArgumentNullException(nameof(section)), configure);

    private static IHttpClientBuilder Add(IServiceCollection services, string name, IConfiguration? section, Action<ZStackClientOptions>? configure)
    {
        if (services is null)
            throw new ArgumentNullException(nameof(services));
        ClientNames names = ClientNames.Of(services);
        IHttpClientBuilder http = services.AddHttpClient(ClientNames.HttpClient(name));
        OptionsBuilder<ZStackClientOptions> options = services.AddOptions<ZStackClientOptions>(name);
        bool first = names.Add(name);
        if (first)
        {
            // Registered first, so that the application's configuration overrides it.
            services.AddSingleton<IConfigureOptions<ZStackClientOptions>>(provider => new HostDefaults(name, provider));
            services.AddSingleton<IValidateOptions<ZStackClientOptions>>(new OptionsValidation(name));
            services.TryAddSingleton<ZStackWebhookReceiver>();
            options.ValidateOnStart();
            AddClient(services, name);
            ConfigureHttp(http, name);
        }

        if (first || section is not null)
            services.AddSingleton<IConfigureOptions<ZStackClientOptions>>(provider => new SettingsReader(name, section ?? DefaultSection(provider, name), names));
        if (configure is not null)
            options.Configure(configure);
        if (first)
            services.AddSingleton<IPostConfigureOptions<ZStackClientOptions>>(provider => new HostServices(name, provider));
        return http;
    }

    private static void AddClient(IServiceCollection services, string name)
    {
        if (name.Length == 0)
        {
            services.TryAddSingleton(static provider => Client(provider, Options.Options.DefaultName));
            services.TryAddSingleton<IZStackClient>(static provider => provider.GetRequiredService<ZStackClient>());
        }
        else
        {
            services.AddKeyedSingleton(name, static (provider, key) => Client(provider, (string)key!));
            services.AddKeyedSingleton<IZStackClient>(name, static (provider, key) => provider.GetRequiredKeyedService<ZStackClient>(key));
        }
    }

    private static ZStackClient Client(IServiceProvider provider, string name)
        => new(
            provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(ClientNames.HttpClient(name)),
            provider.GetRequiredService<IOptionsMonitor<ZStackClientOptions>>().Get(name));

    private static void ConfigureHttp(IHttpClientBuilder http, string name)
    {
        http.RemoveAllLoggers()
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider =>
            {
                ZStackClientOptions options = provider.GetRequiredService<IOptionsMonitor<ZStackClientOptions>>().Get(name);
                return options.HandlerFactory?.Invoke() ?? options.CreateHandler();
            })
            // The client lives as long as the application, and its handler renews connections itself.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => DefaultResilience.Remove(handlers));
        // Installed after all other configuration, so that the guard encloses every handler.
        http.Services.PostConfigure<HttpClientFactoryOptions>(http.Name, static o => o.HttpMessageHandlerBuilderActions.Add(RetryGuard.Install));
    }

    private static IConfigurationSection? DefaultSection(IServiceProvider provider, string name)
        => provider.GetService<IConfiguration>()?.GetSection(name.Length == 0 ? ClientNames.Section : ClientNames.Section + ConfigurationPath.KeyDelimiter + name);

    private static string Named(string name)
        => !string.IsNullOrWhiteSpace(name) ? name : throw new ArgumentException("The name of the client is empty; use the overload without a name for the default client.", nameof(name));
}
