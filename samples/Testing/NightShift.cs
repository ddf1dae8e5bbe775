using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ZStack;
using ZStack.Api;

namespace Testing;

/// <summary>The code under test: it stops VM instances that have not changed for a while.</summary>
public sealed class NightShift(IZStackClient client, TimeProvider time)
{
    /// <summary>Stops the running VM instances whose last operation is older than the specified time.</summary>
    /// <param name="age">The time.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The names of the VM instances that were stopped, and those that could not be stopped.</returns>
    public async Task<NightShiftReport> StopOlderThanAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        var report = new NightShiftReport();
        DateTimeOffset limit = time.GetUtcNow() - age;
        await foreach (VmInstanceInventory vm in client.Query(VmInstanceInventory.Query.Where(f => f.State == "Running"), cancellationToken))
        {
            if (vm.LastOpDate > limit)
                continue;
            ZStackApiResult<StopVmInstanceAction.Result> stopped = await client.TryCallAsync(new StopVmInstanceAction { Uuid = vm.Uuid }, cancellationToken);
            (stopped.IsSuccess ? report.Stopped : report.Failed).Add(vm.Name ?? vm.Uuid);
        }

        return report;
    }
}

/// <summary>The result of a night shift.</summary>
public sealed class NightShiftReport
{
    /// <summary>Gets the names of the VM instances that were stopped.</summary>
    public IList<string> Stopped { get; } = [];

    /// <summary>Gets the names of the VM instances that could not be stopped.</summary>
    public IList<string> Failed { get; } = [];
}
