using System;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ZStack.Hosting;

// What the application's container has for a client, unless code says otherwise: its clock,
internal sealed class HostDefaults(string client, IServiceProvider services) : IConfigureNamedOptions<ZStackClientOptions>
{
    public void Configure(ZStackClientOptions options) => Configure(Microsoft.Extensions.Options.Options.DefaultName, options);

    public void Configure(string? name, ZStackClientOptions options)
    {
        if (name == client && services.GetService<TimeProvider>() is { } clock)
            options.TimeProvider = clock;
    }
}

// and its logs and webhooks.
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
