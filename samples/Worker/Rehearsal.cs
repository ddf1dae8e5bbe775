using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using ZStack;
using ZStack.Simulation;

namespace Worker;

/// <summary>Runs the worker against a simulated cloud, and restarts it while its long job runs.</summary>
internal static class Rehearsal
{
    public static async Task RunAsync(string[] args)
    {
        Console.WriteLine("ZStack:BaseAddress is not set: a simulated cloud is used, and the worker is restarted once.");
        await using ZStackSimulator cloud = await ZStackSimulator.StartAsync(Path.Combine(AppContext.BaseDirectory, "specs"));
        cloud.SetJobDelay("AddImage", TimeSpan.FromSeconds(3));

        // The simulated cloud forgets its long jobs when the process ends, so the file of a real cloud's long job must not be used for it.
        args = ["--JobFile", Path.Combine(Path.GetTempPath(), $"long-job-{Environment.ProcessId}.txt"), .. args];
        using (IHost first = CreateHost(args, cloud))
        {
            await first.StartAsync();
            // The first poll shows that the long job was accepted.
            while (!cloud.ReceivedCalls.Any(static call => call.Api == "QueryLongJob"))
                await Task.Delay(50);
            await first.StopAsync();
        }

        Console.WriteLine("The worker was stopped. It starts again:");
        using IHost second = CreateHost(args, cloud);
        await second.RunAsync();
    }

    private static IHost CreateHost(string[] args, ZStackSimulator cloud) => Host.CreateApplicationBuilder(args).AddImageWorker(options =>
    {
        options.BaseAddress = cloud.BaseAddress.ToString();
        options.HandlerFactory = cloud.CreateHandler;
        options.Credential = ZStackCredential.Password("admin", "password");
    }).Build();
}
