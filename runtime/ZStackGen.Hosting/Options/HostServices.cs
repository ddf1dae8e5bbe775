using System;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ZStack.Hosting;

// Sets the clock from the application's services, before other configuration.
internal sealed class HostDefaults(string client, IServiceProvider services) : IConfigureNamedOptions<ZStackClientOptions>
{
    public void Configure(ZStackClientOptions options) => Configure(Microsoft.Extensions.Options.Options.DefaultName, options);

    public void Configure(string? name, ZStackClientOptions options)
    {
        if (name == client && services.GetService<TimeProvider>() is { } clock)
            options.TimeProvider = clock;
    }
}

// Sets the observer and the webhook receiver from the application's services, unless they have been configured.
internal sealed class HostServices(string client, IServiceProvider services) : IPostConfigureOptions<ZStackClientOptions>
{
    public void PostConfigure(string? name, ZStackClientOptions options)
    {
        if (name != client)
            return;
        options.Observer ??= new LoggingObserver(services.GetRequiredService<ILoggerFactory>().CreateLogger(ZStackLogEvents.ClientCategory));
        if (options.WebhookAddress is not null)
            options.WebhookReceiver ??= services.GetRequiredService<ZStackWebhookReceiver>();
    }
}
