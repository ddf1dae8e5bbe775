using System;

namespace ZStackGen.Facts.Merging;

/// <summary>The categories of APIs that only the manual contains. All others have the category of the SDK.</summary>
internal static class Categories
{
    private static readonly (string Part, string Category)[] s_parts =
    [
        ("ConsolePassword", "vm"),
        ("Multipath", "storage-device"),
        ("HBADevice", "storage-device"),
        ("VfPciDevice", "device"),
        ("Hygon", "device"),
        ("HostNetworkServiceType", "host"),
        ("SdnController", "l2-network"),
        ("HuaweiIMaster", "l2-network"),
        ("OvnController", "l2-network"),
        ("NfvInst", "vpc-router"),
        ("AddL3NetworkToGroup", "vpc-router"),
        ("BareMetal2", "baremetal2"),
        ("CbtTask", "backup"),
        ("NbdVolumes", "backup"),
        ("LogServer", "platform"),
        ("ObservabilityServer", "monitoring"),
        ("PluginDrivers", "platform"),
        ("Scheduler", "scheduler"),
    ];

    /// <summary>Returns the category of an API that the SDK does not have.</summary>
    /// <exception cref="InvalidOperationException">A new API of the manual has no category.</exception>
    public static string Of(string api)
    {
        foreach ((string part, string category) in s_parts)
        {
            if (api.Contains(part, StringComparison.Ordinal))
                return category;
        }

        throw new InvalidOperationException($"{api}: no category; add it to {nameof(Categories)}");
    }
}
