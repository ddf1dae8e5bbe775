using System;
using System.Collections.Generic;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ZStack;
using ZStack.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Provides extension methods that add ZStack to an application's health checks.</summary>
public static class ZStackHealthChecksBuilderExtensions
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);

    // Timers accept no longer time, so that each check would fail.
    private static readonly TimeSpan s_longest = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <summary>Adds a health check that succeeds if the management node of a client responds and is ready. It requires no session.</summary>
    /// <param name="builder">The health checks builder.</param>
    /// <param name="client">The name of the client, or null for the client without a name.</param>
    /// <param name="name">The name of the health check, or null for <c>zstack</c> or, with a named client, <c>zstack-</c> followed by the client's name.</param>
    /// <param name="failureStatus">The status if the node does not respond or is not ready, or null for <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">The tags of the health check, or null.</param>
    /// <param name="timeout">The timeout of the health check, or null for 10 seconds.</param>
    /// <returns>The health checks builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is neither greater than zero nor infinite, or it is longer than 24 days.</exception>
    public static IHealthChecksBuilder AddZStack(
        this IHealthChecksBuilder builder, string? client = null, string? name = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null, TimeSpan? timeout = null)
    {
        if (builder is null)
            throw new ArgumentNullException(nameof(builder));
        if (timeout > s_longest)
            throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "The timeout of a health check must be at most 24 days.");
        return builder.Add(new HealthCheckRegistration(
            name ?? (client is null ? "zstack" : "zstack-" + client),
            provider => new ZStackHealthCheck(client is null ? provider.GetRequiredService<ZStackClient>() : provider.GetRequiredKeyedService<ZStackClient>(client)),
            failureStatus,
            tags,
            timeout ?? s_timeout));
    }
}
