using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Extensions.Configuration;
using ZStack;
using ZStack.Simulation;

namespace AspNetCore;

/// <summary>A simulated cloud in this process, for an application without an address.</summary>
internal static class SimulatedCloud
{
    /// <summary>Starts a simulator if the configuration has no <c>ZStack:BaseAddress</c>.</summary>
    public static async Task<ZStackSimulator?> StartUnlessConfiguredAsync(IConfiguration configuration)
    {
        if (configuration["ZStack:BaseAddress"] is not null)
            return null;
        Console.WriteLine("ZStack:BaseAddress is not set: a simulated cloud is used.");
        return await ZStackSimulator.StartAsync(new ZStackSimulatorOptions
        {
            Specs = Path.Combine(AppContext.BaseDirectory, "specs"),
            JobDelay = TimeSpan.FromSeconds(1),
        });
    }

    /// <summary>Connects a client to the simulator.</summary>
    public static void Configure(this ZStackSimulator simulator, ZStackClientOptions options)
    {
        options.BaseAddress = simulator.BaseAddress.ToString();
        options.HandlerFactory = simulator.CreateHandler;
        options.Credential = ZStackCredential.Password("admin", "password");
    }
}
