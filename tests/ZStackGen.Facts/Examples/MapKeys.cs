using System.Collections.Generic;

namespace ZStackGen.Facts.Examples;

/// <summary>The keys of maps.</summary>
internal static class MapKeys
{
    /// <summary>Gets the keys by the noun of the resource and the name of the member.</summary>
    public static IReadOnlyDictionary<(string Resource, string Name), string> ByMember { get; } = new Dictionary<(string, string), string>
    {
        [("access control list entry of a listener", "inventories")] = "f5c6f8be9fac4f92a741eada1af9f7b7",
        [("API permission", "inventory")] = "org.zstack.header.vm.APIStartVmInstanceMsg",
        [("API permission of a virtual ID", "permissions")] = "org.zstack.header.vm.APIStartVmInstanceMsg",
        [("bare-metal host configuration", "cfgItems")] = "hostname",
        [("capability of VM instances", "vmsCaps")] = "7d9a0cbe577b410c9a3a39d65d3c9412",
        [("chain task", "results")] = "host-079404f308c846c7b1abacd5a1de7c97",
        [("current time", "currentTime")] = "Seconds",
        [("device address of a VM instance", "addresses")] = "7d9a0cbe577b410c9a3a39d65d3c9412",
        [("execution state of VM scheduling rules", "ruleMapState")] = "33ee49ccc3a64b49a6d0fede1216faab",
        [("L3 network", "networkServices")] = "e68279ec14ee45a4ab737e6af65af105",
        [("network service type", "types")] = "DHCP",
        [("NUMA topology of a host", "topology")] = "0",
        [("owner account of a resource", "inventories")] = "7d9a0cbe577b410c9a3a39d65d3c9412",
        [("primary storage", "dataVolumePrimaryStorages")] = "50761cb617bb46e688ccc2e54e2aaef4",
        [("run shell", "inventory")] = "079404f308c846c7b1abacd5a1de7c97",
        [("session", "properties")] = "captcha",
        [("task of a host", "results")] = "079404f308c846c7b1abacd5a1de7c97",
        [("task of a VM instance", "results")] = "7d9a0cbe577b410c9a3a39d65d3c9412",
        [("trash item of the storage behind a primary storage", "result")] = "pri-v-r-fadce5ca16f440cea0e4a4a22c2e7d30",
        [("usage report of a primary storage", "uriUsageForecast")] = "ceph://pri-v-r-fadce5ca16f440cea0e4a4a22c2e7d30",
        [("ZQL query", "inventoryCounts")] = "running",
    };
}
