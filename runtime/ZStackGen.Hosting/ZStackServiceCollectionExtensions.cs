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

/// <summary>Adds ZStack clients to an application.</summary>
public static class ZStackServiceCollectionExtensions
{
    /// <summary>
    /// Adds a <see cref="ZStackClient"/> as a singleton, also as <see cref="IZStackClient"/>. Its options come from the configuration section <c>ZStack</c>, then from
    /// <paramref name="configure"/>; they are checked when the host starts. The client logs out when the container is disposed.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options in code.</param>
    /// <returns>The builder of the client's HttpClient. Its own logs are off: they would print the session in a logout's URL.</returns>
    /// <remarks>
    /// <para>Settings: every option of <see cref="ZStackClientOptions"/> that a text can state, by its name, and one credential:
    /// <c>AccountName</c> and <c>Password</c>, with <c>UserName</c> for a user of the account; <c>LdapUid</c> and <c>Password</c>;
    /// <c>LoginType</c>, <c>UserName</c> and <c>Password</c>; <c>AccessKeyId</c> and <c>AccessKeySecret</c>; or <c>SessionUuid</c>.
    /// <c>Proxy</c> is a URL, with <c>ProxyUserName</c> and <c>ProxyPassword</c> beside it.</para>
    /// <para>The client resends by itself what can be resent. A resilience handler of the application's defaults is therefore left out:
    /// it would repeat what happens twice, take ZStack's error status 503 for an outage, and cut calls that may last minutes.</para>
    /// </remarks>
    public static IHttpClientBuilder AddZStack(this IServiceCollection services, Action<ZStackClientOptions>? configure = null)
        => Add(services, Options.Options.DefaultName, null, configure);

    /// <inheritdoc cref="AddZStack(IServiceCollection, Action{ZStackClientOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="section">The configuration section, in place of <c>ZStack</c>.</param>
    /// <param name="configure">Sets options in code.</param>
    public static IHttpClientBuilder AddZStack(this IServiceCollection services, IConfiguration section, Action<ZStackClientOptions>? configure = null)
        => Add(services, Options.Options.DefaultName, section ?? throw new ArgumentNullException(nameof(section)), configure);

    /// <summary>
    /// Adds a further client, for a further cloud: <c>[FromKeyedServices("east")] ZStackClient</c>. Its options come from the configuration
    /// section <c>ZStack:east</c>; for the rest it is as the one without a name.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The client's name and key.</param>
    /// <param name="configure">Sets options in code.</param>
    /// <returns>The builder of the client's HttpClient.</returns>
    public static IHttpClientBuilder AddZStack(this IServiceCollection services, string name, Action<ZStackClientOptions>? configure = null)
        => Add(services, Named(name), null, configure);

    /// <inheritdoc cref="AddZStack(IServiceCollection, string, Action{ZStackClientOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The client's name and key.</param>
    /// <param name="section">The configuration section, in place of <c>ZStack:</c> and the name.</param>
    /// <param name="configure">Sets options in code.</param>
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
            // Before all that the application configures.
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
            // The client lives as long as the application; its handler renews the connections by itself.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => DefaultResilience.Remove(handlers));
        // After everything that is configured later, so that nothing lies outside of it.
        http.Services.PostConfigure<HttpClientFactoryOptions>(http.Name, static o => o.HttpMessageHandlerBuilderActions.Add(RepeatGuard.Install));
    }

    private static IConfigurationSection? DefaultSection(IServiceProvider provider, string name)
        => provider.GetService<IConfiguration>()?.GetSection(name.Length == 0 ? ClientNames.Section : ClientNames.Section + ConfigurationPath.KeyDelimiter + name);

    private static string Named(string name)
        => !string.IsNullOrWhiteSpace(name) ? name : throw new ArgumentException("A further client needs a name; the first one is added without.", nameof(name));
}
