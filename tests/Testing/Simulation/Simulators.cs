using System;
using System.Threading.Tasks;
using Xunit;
using ZStack;
using ZStack.Simulation;

namespace ZStackGen.Testing;

/// <summary>Simulators of the pages in the test project's folder <c>specs</c>.</summary>
internal static class Simulators
{
    /// <summary>Starts a simulator.</summary>
    /// <param name="time">The clock; the system clock if omitted.</param>
    /// <param name="configure">Changes the options.</param>
    public static Task<ZStackSimulator> StartAsync(TimeProvider? time = null, Action<ZStackSimulatorOptions>? configure = null)
    {
        var options = new ZStackSimulatorOptions { Specs = "specs" };
        if (time is not null)
            options.TimeProvider = time;
        configure?.Invoke(options);
        return ZStackSimulator.StartAsync(options, TestContext.Current.CancellationToken);
    }

    /// <summary>Connects a client as the administrator, in process if the simulator has no port.</summary>
    public static void Use(this ZStackClientOptions options, ZStackSimulator simulator)
    {
        options.BaseAddress = simulator.BaseAddress.ToString();
        options.Credential = ZStackCredential.Password("admin", "password");
        options.ServerTimeZone = TimeZoneInfo.Utc;
        if (!simulator.IsListening)
            options.HandlerFactory = simulator.CreateHandler;
    }
}
