using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using ZStack;
using ZStack.Api;

namespace NativeAot;

/// <summary>Calls every API of the basic pages once, on resources that it creates.</summary>
internal static class EveryApi
{
    public static async Task RunAsync(ZStackClient client, CancellationToken cancellationToken)
    {
        long begin = Stopwatch.GetTimestamp();
        string? version = (await client.CallAsync(new GetVersionAction(), cancellationToken)).Version;
        Console.WriteLine($"ZStack {version}, first response after {Stopwatch.GetElapsedTime(begin).TotalMilliseconds:F1} ms");

        ZoneInventory zone = (await client.CallAsync(new CreateZoneAction { Name = "native-aot" }, cancellationToken)).Inventory;
        await client.CallAsync(new UpdateZoneAction { Uuid = zone.Uuid, Description = "updated by a native program" }, cancellationToken);
        await client.CallAsync(new ChangeZoneStateAction { Uuid = zone.Uuid, StateEvent = "disable" }, cancellationToken);
        QueryZoneAction.Result zones = await client.CallAsync(new QueryZoneAction { Conditions = ["uuid=" + zone.Uuid], ReplyWithCount = true }, cancellationToken);
        Console.WriteLine($"zone {zones.Inventories[0].Name}: {zones.Inventories[0].State}, {zones.Inventories[0].Description}");

        // A job that is started and awaited.
        ZStackJob<CreateVmInstanceAction.Result> job = await client.StartAsync(new CreateVmInstanceAction { Name = "native-aot", CpuNum = 1, MemorySize = 1L << 30 }, cancellationToken);
        VmInstanceInventory vm = (await job.WaitAsync(cancellationToken)).Inventory;
        Console.WriteLine($"VM instance {vm.Name}: {vm.State}, by job {job.Id}");
        string uuid = vm.Uuid;
        await client.CallAsync(new UpdateVmInstanceAction { Uuid = uuid, Description = "updated by a native program" }, cancellationToken);
        await client.CallAsync(new StopVmInstanceAction { Uuid = uuid }, cancellationToken);
        await client.CallAsync(new StartVmInstanceAction { Uuid = uuid }, cancellationToken);
        await client.CallAsync(new RebootVmInstanceAction { Uuid = uuid }, cancellationToken);
        await UseIsoAsync(client, uuid, cancellationToken);
        QueryVmInstanceAction.Result vms = await client.CallAsync(new QueryVmInstanceAction { Conditions = ["uuid=" + uuid] }, cancellationToken);
        Console.WriteLine($"VM instance {vms.Inventories[0].Name}: {vms.Inventories[0].State} since {vms.Inventories[0].LastOpDate:u}");

        VolumeInventory volume = (await client.CallAsync(new CreateDataVolumeAction { Name = "native-aot", DiskSize = 1L << 30 }, cancellationToken)).Inventory;
        VolumeInventory? found = await client.GetAsync(VolumeInventory.Query, volume.Uuid, cancellationToken);
        Console.WriteLine($"volume {found?.Name}: {found?.Size} bytes");

        await client.CallAsync(new DeleteDataVolumeAction { Uuid = volume.Uuid }, cancellationToken);
        await client.CallAsync(new DestroyVmInstanceAction { Uuid = uuid }, cancellationToken);
        await client.CallAsync(new DeleteZoneAction { Uuid = zone.Uuid }, cancellationToken);
        await LogInAgainAsync(client, cancellationToken);
    }

    private static async Task UseIsoAsync(ZStackClient client, string vm, CancellationToken cancellationToken)
    {
        ImageInventory? image = await client.Query(ImageInventory.Query.Where(f => f.Format == "iso"), cancellationToken).FirstOrDefaultAsync(cancellationToken);
        if (image is not { Uuid: { } iso })
        {
            Console.WriteLine("The cloud has no ISO to attach.");
            return;
        }

        GetCandidateVmForAttachingIsoAction.Result candidates = await client.CallAsync(new GetCandidateVmForAttachingIsoAction { IsoUuid = iso }, cancellationToken);
        Console.WriteLine($"{candidates.Inventories.Count} VM instances can take {image.Name}");
        await client.CallAsync(new AttachIsoToVmInstanceAction { VmInstanceUuid = vm, IsoUuid = iso }, cancellationToken);
        await client.CallAsync(new DetachIsoFromVmInstanceAction { VmInstanceUuid = vm, IsoUuid = iso }, cancellationToken);
    }

    // The client logs in and out automatically. Programs call these two APIs only to manage sessions themselves.
    private static async Task LogInAgainAsync(ZStackClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.CallAsync(new LogInByAccountAction { AccountName = "nobody", Password = "wrong" }, cancellationToken);
        }
        catch (ZStackAuthenticationException refused)
        {
            Console.WriteLine($"login refused: {refused.Error.Code}");
        }

        await client.CallAsync(new LogOutAction { SessionUuid = Guid.NewGuid().ToString("N") }, cancellationToken);
    }
}
