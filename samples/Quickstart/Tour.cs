using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Spectre.Console;
using ZStack;
using ZStack.Api;
using ZStack.Simulation;

namespace Quickstart;

/// <summary>A tour of the generated API. Everything in the namespace ZStack.Api was generated from the pages in specs/.</summary>
internal static class Tour
{
    public static async Task RunAsync(Settings settings, CancellationToken cancellationToken)
    {
        // Without an address, the program starts a simulated cloud from the same pages.
        await using ZStackSimulator? simulator = settings.Endpoint is null
            ? await ZStackSimulator.StartAsync(new ZStackSimulatorOptions { Specs = Path.Combine(AppContext.BaseDirectory, "specs"), JobDelay = TimeSpan.FromSeconds(1.5), TimeZone = TimeZoneInfo.Local }, cancellationToken)
            : null;
        var options = new ZStackClientOptions
        {
            BaseAddress = settings.Endpoint ?? simulator!.BaseAddress.ToString(),
            Credential = ZStackCredential.Password(settings.Account, settings.Password),
            ServerTimeZone = settings.ServerTimeZone is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : null,
        };
        if (simulator is not null)
            options.HandlerFactory = simulator.CreateHandler;

        await using var client = new ZStackClient(options);
        await client.LogInAsync(cancellationToken);
        AnsiConsole.MarkupLineInterpolated($"Logged in as [green]{settings.Account}[/] at [green]{(simulator is null ? options.BaseAddress : "the simulator")}[/]");

        await ShowCandidatesAsync(client, cancellationToken);
        if (simulator is not null || settings.ImageUuid is not null)
            await CreateAsync(client, settings, cancellationToken);
        else
            AnsiConsole.MarkupLine("Nothing is created at a real cloud without [yellow]--image[/].");

        IReadOnlyList<VmInstanceInventory> all = await client.Query(VmInstanceInventory.Query.OrderBy(f => f.Name), cancellationToken).ToListAsync(cancellationToken);
        AnsiConsole.Write(VmTable.Of(all));
        AnsiConsole.MarkupLineInterpolated($"{all.Count} VM instances");
    }

    private static async Task ShowCandidatesAsync(ZStackClient client, CancellationToken cancellationToken)
    {
        ImageInventory? iso = await client.Query(ImageInventory.Query.Where(f => f.MediaType == "ISO"), cancellationToken).FirstOrDefaultAsync(cancellationToken);
        if (iso is not { Uuid: { } isoUuid })
        {
            AnsiConsole.WriteLine("The cloud has no ISO.");
            return;
        }

        var action = new GetCandidateVmForAttachingIsoAction { IsoUuid = isoUuid };
        GetCandidateVmForAttachingIsoAction.Result candidates = await client.CallAsync(action, cancellationToken);
        AnsiConsole.MarkupLineInterpolated($"The ISO [green]{iso.Name}[/] can be attached to: {string.Join(", ", candidates.Inventories.Select(static vm => vm.Name))}");
    }

    private static async Task CreateAsync(ZStackClient client, Settings settings, CancellationToken cancellationToken)
    {
        var action = new CreateVmInstanceAction
        {
            Name = settings.Name,
            ImageUuid = settings.ImageUuid,
            L3NetworkUuids = settings.NetworkUuid is { } network ? [network] : null,
            CpuNum = 2,
            MemorySize = 4L << 30,
        };

        // StartAsync returns when the cloud has accepted the call. The job can be resumed by its ID, even from another process.
        ZStackJob<CreateVmInstanceAction.Result> job = await client.StartAsync(action, cancellationToken);
        CreateVmInstanceAction.Result created = await AnsiConsole.Progress().StartAsync(async context =>
        {
            ProgressTask bar = context.AddTask($"Creating {Markup.Escape(settings.Name)}");
            CreateVmInstanceAction.Result result = await job.WaitAsync(new JobProgress(state => bar.Value = Math.Max(bar.Value, state.Percent ?? 0)), cancellationToken);
            bar.Value = 100;
            return result;
        });
        AnsiConsole.MarkupLineInterpolated($"Created [green]{created.Inventory?.Name}[/] ({created.Inventory?.Uuid}) as job {job.Id}");
    }

    // Progress<T> of the class library reports on other threads, possibly after the progress bar is gone.
    private sealed class JobProgress(Action<ZStackJobState> report) : IProgress<ZStackJobState>
    {
        public void Report(ZStackJobState value) => report(value);
    }
}
