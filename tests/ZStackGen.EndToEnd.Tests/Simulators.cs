using System;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>Starts simulators from the repository's own pages.</summary>
internal static class Simulators
{
    public static Task<ZStackSimulator> StartAsync(FakeTimeProvider? time = null, Action<ZStackSimulatorOptions>? configure = null)
    {
        var options = new ZStackSimulatorOptions { Specs = "specs" };
        if (time is not null)
            options.TimeProvider = time;
        configure?.Invoke(options);
        return ZStackSimulator.StartAsync(options, TestContext.Current.CancellationToken);
    }
}
