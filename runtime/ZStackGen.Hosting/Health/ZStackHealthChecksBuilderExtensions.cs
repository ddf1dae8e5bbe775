using System;
using System.Collections.Generic;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ZStack;
using ZStack.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds ZStack to an application's health checks.</summary>
public static class ZStackHealthChecksBuilderExtensions
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);

    /// <summary>Checks whether a client's management node answers and is ready. It needs no session.</summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="client">The name of a client that was added by one; null for the one without.</param>
    /// <param name="name">The check's name; <c>zstack</c>, or <c>zstack-</c> and the client's name, if null.</param>
    /// <param name="failureStatus">What a node that is not ready or not there counts as; <see cref="HealthStatus.Unhealthy"/> if null.</param>
    /// <param name="tags">The check's tags.</param>
    /// <param name="timeout">How long the check may take; 10 seconds if null.</param>
    /// <returns>The health checks.</returns>
    public static IHealthChecksBuilder AddZStack(
        this IHealthChecksBuilder builder, string? client = null, string? name = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null, TimeSpan? timeout = null)
    {
        if (builder is null)
            throw new ArgumentNullException(nameof(builder));
        return builder.Add(new HealthCheckRegistration(
            name ?? (client is null ? "zstack" : "zstack-" + client),
            provider => new ZStackHealthCheck(client is null ? provider.GetRequiredService<ZStackClient>() : provider.GetRequiredKeyedService<ZStackClient>(client)),
            failureStatus,
            tags,
            timeout ?? s_timeout));
    }
}
