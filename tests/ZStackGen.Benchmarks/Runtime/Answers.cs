using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using ZStack;
using ZStack.Api;

namespace ZStackGen.Benchmarks.Runtime;

// Responses of a server about running VMs: every member that the pages document and that such a VM has, without nulls.
// Only the timestamps are in ISO 8601, which both sides can read.
internal static class Answers
{
    // Enough different values that no string is cached from an earlier response.
    public const int Count = 64;

    public static byte[][] One() => All(static i => "{\"inventory\":" + Vm(i) + "}");

    public static byte[][] Lists(int length, int count = Count)
        => All(i => "{\"inventories\":[" + string.Join(",", Enumerable.Range(i * length, length).Select(Vm)) + "]}", count);

    // The same with the classes of all objects, as in real responses to queries (PROTOCOL.md §6). If there are appliances, every second VM is one.
    public static byte[][] WithSchema(byte[][] lists, bool hasAppliances, bool isBefore)
        => [.. lists.Select(json =>
        {
            string schema = Schema(ZStackJson.ReadResult<QueryVmInstanceAction.Result>(json, TimeZoneInfo.Utc), hasAppliances);
            string text = Encoding.UTF8.GetString(json);
            return Encoding.UTF8.GetBytes(isBefore ? "{" + schema + "," + text[1..] : text[..^1] + "," + schema + "}");
        })];

    private static byte[][] All(Func<int, string> make, int count = Count) => [.. Enumerable.Range(0, count).Select(i => Encoding.UTF8.GetBytes(make(i)))];

    private static string Schema(QueryVmInstanceAction.Result answer, bool hasAppliances)
    {
        var schema = new StringBuilder();
        void Add(string path, string name) => schema.Append(CultureInfo.InvariantCulture, $"{(schema.Length == 0 ? "" : ",")}\"{path}\":\"org.zstack.{name}\"");
        for (int i = 0; i < answer.Inventories.Count; i++)
        {
            VmInstanceInventory vm = answer.Inventories[i];
            string path = string.Create(CultureInfo.InvariantCulture, $"inventories[{i}]");
            Add(path, hasAppliances && i % 2 == 1 ? "appliancevm.ApplianceVmInventory" : "header.vm.VmInstanceInventory");
            for (int n = 0; n < vm.VmNics.Count; n++)
            {
                Add($"{path}.vmNics[{n}]", "header.vm.VmNicInventory");
                for (int ip = 0; ip < vm.VmNics[n].UsedIps.Count; ip++)
                    Add($"{path}.vmNics[{n}].usedIps[{ip}]", "header.network.l3.UsedIpInventory");
            }

            for (int v = 0; v < vm.AllVolumes.Count; v++)
                Add($"{path}.allVolumes[{v}]", "header.volume.VolumeInventory");
            for (int c = 0; c < vm.VmCdRoms.Count; c++)
                Add($"{path}.vmCdRoms[{c}]", "header.vm.cdrom.VmCdRomInventory");
        }

        return "\"schema\":{" + schema + "}";
    }

    private static string Vm(int i)
    {
        string vm = Id("vm", i), zone = Id("zone", 0), cluster = Id("cluster", 0), image = Id("image", i % 5), host = Id("host", i % 5), network = Id("network", 0);
        string nics = string.Join(",", Enumerable.Range(0, 2).Select(n => Nic(i, n, vm, network)));
        string volumes = Root(i, vm, image) + (i % 2 == 0 ? "" : "," + Data(i, vm));
        // Some VMs have no drive, and some drives have an ISO.
        string drives = i % 4 == 3 ? "" : CdRom(i, vm);
        return $$"""
            {"uuid":"{{vm}}","name":"web-{{i}}","description":"a virtual machine for the web","zoneUuid":"{{zone}}","clusterUuid":"{{cluster}}","imageUuid":"{{image}}","hostUuid":"{{host}}","lastHostUuid":"{{host}}","instanceOfferingUuid":"{{Id("offering", i % 3)}}","rootVolumeUuid":"{{Id("root", i)}}","platform":"Linux","architecture":"x86_64","defaultL3NetworkUuid":"{{network}}","type":"UserVm","hypervisorType":"KVM","memorySize":8589934592,"reservedMemorySize":0,"cpuNum":4,"cpuSpeed":0,"allocatorStrategy":"LeastVmPreferredHostAllocatorStrategy","createDate":"{{At(i)}}","lastOpDate":"{{At(i + 7)}}","state":"Running","vmNics":[{{nics}}],"allVolumes":[{{volumes}}],"vmCdRoms":[{{drives}}],"guestOsType":"Debian 12"}
            """;
    }

    private static string Nic(int i, int n, string vm, string network)
    {
        string nic = Id("nic" + n, i), ip = $"10.{i / 250}.{n}.{i % 250}";
        long number = (10L << 24) + (i / 250 << 16) + (n << 8) + (i % 250);
        return $$"""
            {"uuid":"{{nic}}","vmInstanceUuid":"{{vm}}","l3NetworkUuid":"{{network}}","ip":"{{ip}}","mac":"fa:ed:00:{{i / 90 % 90 + 10}}:{{i % 90 + 10}}:0{{n}}","hypervisorType":"KVM","netmask":"255.255.255.0","gateway":"10.0.0.1","ipVersion":4,"driverType":"virtio","usedIps":[{"uuid":"{{Id("ip" + n, i)}}","ipRangeUuid":"{{Id("range", n)}}","l3NetworkUuid":"{{network}}","ipVersion":4,"ip":"{{ip}}","netmask":"255.255.255.0","gateway":"10.0.0.1","ipInLong":{{number}},"ipInBinary":[10,{{i / 250}},{{n}},{{(sbyte)(i % 250)}}],"vmNicUuid":"{{nic}}","createDate":"{{At(i)}}","lastOpDate":"{{At(i)}}"}],"internalName":"vnic{{i}}.{{n}}","deviceId":{{n}},"type":"VNIC","state":"enable","createDate":"{{At(i)}}","lastOpDate":"{{At(i)}}"}
            """;
    }

    private static string Root(int i, string vm, string image)
    {
        string volume = Id("root", i), account = Id("account", 0);
        return $$"""
            {"uuid":"{{volume}}","name":"ROOT-for-web-{{i}}","primaryStorageUuid":"{{Id("storage", 0)}}","vmInstanceUuid":"{{vm}}","diskOfferingUuid":"{{Id("disk", i % 3)}}","rootImageUuid":"{{image}}","installPath":"/zstack_ps/rootVolumes/acct-{{account}}/vol-{{volume}}/{{volume}}.qcow2","type":"Root","format":"qcow2","size":42949672960,"actualSize":3221225472,"deviceId":0,"state":"Enabled","status":"Ready","createDate":"{{At(i)}}","lastOpDate":"{{At(i)}}","isShareable":false}
            """;
    }

    private static string Data(int i, string vm)
    {
        string volume = Id("data", i), account = Id("account", 0);
        return $$"""
            {"uuid":"{{volume}}","name":"data-{{i}}","description":"what the web shows","primaryStorageUuid":"{{Id("storage", 0)}}","vmInstanceUuid":"{{vm}}","diskOfferingUuid":"{{Id("disk", i % 3)}}","installPath":"/zstack_ps/dataVolumes/acct-{{account}}/vol-{{volume}}/{{volume}}.qcow2","type":"Data","format":"qcow2","size":107374182400,"actualSize":1073741824,"deviceId":1,"state":"Enabled","status":"Ready","createDate":"{{At(i)}}","lastOpDate":"{{At(i)}}","isShareable":false,"lastDetachDate":"{{At(i + 1)}}","lastVmInstanceUuid":"{{vm}}","lastAttachDate":"{{At(i + 2)}}"}
            """;
    }

    private static string CdRom(int i, string vm)
    {
        string iso = i % 4 != 1 ? "" : $$"""
            "isoUuid":"{{Id("iso", i % 3)}}","isoInstallPath":"/zstack_ps/imagecache/iso/{{Id("iso", i % 3)}}/{{Id("iso", i % 3)}}.iso",
            """;
        return $$"""
            {"uuid":"{{Id("drive", i)}}","vmInstanceUuid":"{{vm}}","deviceId":0,{{iso}}"name":"vm-{{vm}}-cdRom","createDate":"{{At(i)}}","lastOpDate":"{{At(i)}}"}
            """;
    }

    private static string At(int minute)
        => new DateTimeOffset(2023, 11, 14, 22, 13, 20, TimeSpan.Zero).AddMinutes(minute).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

#pragma warning disable CA5351 // used only to distribute the digits
    private static string Id(string kind, int number)
        => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(kind + number.ToString(CultureInfo.InvariantCulture))));
#pragma warning restore CA5351
}
