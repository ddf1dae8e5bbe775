using System;
using System.Threading.Tasks;
using Xunit;
using ZStack;
using ZStack.Simulation;

namespace ZStackGen.Hosting.Tests;

internal static class Simulators
{
    public static Task<ZStackSimulator> StartAsync(Action<ZStackSimulatorOptions>? configure = null)
    {
        var options = new ZStackSimulatorOptions { Specs = "specs" };
        configure?.Invoke(options);
        return ZStackSimulator.StartAsync(options, TestContext.Current.CancellationToken);
    }

    // As admin, in process if the simulator has no port.
    public static void Use(this ZStackClientOptions options, ZStackSimulator simulator)
    {
        options.BaseAddress = simulator.BaseAddress.ToString();
        options.Credential = ZStackCredential.Password("admin", "password");
        options.ServerTimeZone = TimeZoneInfo.Utc;
        if (!simulator.IsListening)
            options.HandlerFactory = simulator.CreateHandler;
    }
}
