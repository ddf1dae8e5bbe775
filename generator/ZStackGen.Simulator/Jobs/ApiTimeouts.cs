using System;
using System.Collections.Frozen;
using System.Collections.Generic;

namespace ZStack.Simulation.Jobs;

/// <summary>
/// The default timeouts of asynchronous APIs, which a server states when it accepts a call. A client waits that long for the job. See
/// runtime/PROTOCOL.md §3.1.
/// </summary>
internal static class ApiTimeouts
{
    private static readonly TimeSpan s_usual = TimeSpan.FromMinutes(30);

    private static readonly FrozenDictionary<string, int> s_hours = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["AddImage"] = 72,
        ["CreateVmInstanceFromVolume"] = 72,
        ["CreateRootVolumeTemplateFromRootVolume"] = 72,
        ["CreateRootVolumeTemplateFromVolumeSnapshot"] = 72,
        ["CreateDataVolumeTemplateFromVolume"] = 72,
        ["CreateDataVolumeTemplateFromVolumeSnapshot"] = 72,
        ["FlattenVolume"] = 36,
        ["RevertVolumeFromSnapshot"] = 24,
        ["RevertVmFromSnapshotGroup"] = 24,
        ["LocalStorageMigrateVolume"] = 24,
        ["UpdateClusterOS"] = 24,
        ["CreateVmInstance"] = 12,
        ["DeleteVolumeSnapshot"] = 6,
        ["AddKVMHost"] = 3,
        ["ExpungeVmInstance"] = 3,
        ["ExpungeDataVolume"] = 3,
        ["ExpungeImage"] = 3,
        ["CreateDataVolume"] = 3,
        ["CreateVolumeSnapshot"] = 3,
        ["MigrateVm"] = 1,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Returns the default timeout of an API.</summary>
    /// <param name="api">The name of the API.</param>
    public static TimeSpan Of(string api) => s_hours.TryGetValue(api, out int hours) ? TimeSpan.FromHours(hours) : s_usual;
}
