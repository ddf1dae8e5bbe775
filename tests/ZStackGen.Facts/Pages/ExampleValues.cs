using System;
using System.Collections.Generic;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ZStackGen.Facts.Merging;
using ZStackGen.Facts.Words;

namespace ZStackGen.Facts.Pages;

/// <summary>
/// Values that look like those of a cloud. The same name gives the same value on every page, so that the examples fit together: the
/// <c>zoneUuid</c> of a cluster is the <c>uuid</c> of the zone.
/// </summary>
internal sealed class ExampleValues(ResourceWords resources)
{
    /// <summary>Values by the end of the name; the first one that fits counts.</summary>
    private static readonly (string Ending, string Value)[] s_texts =
    [
        ("ipv6address", "2001:db8::21"), ("netmask", "255.255.255.0"), ("gatewayip", "172.20.10.1"), ("gateway", "172.20.10.1"), ("macaddress", "fa:3c:5e:0b:41:00"), ("mac", "fa:3c:5e:0b:41:00"),
        ("cidrs", "172.20.10.0/24"), ("cidr", "172.20.10.0/24"), ("cidrblock", "172.20.10.0/24"), ("startip", "172.20.10.20"), ("endip", "172.20.10.200"), ("routerid", "172.20.10.1"), ("ipmiaddress", "172.20.0.31"),
        ("managementip", "172.20.0.21"), ("managementnetwork", "172.20.0.0/24"), ("dns", "172.20.10.2"), ("ipaddress", "172.20.10.21"), ("ip", "172.20.10.21"), ("address", "172.20.10.21"), ("hostname", "172.20.0.21"),
        ("monurl", "root:password@172.20.0.31"), ("url", "http://172.20.0.5/storage"), ("installpath", "/zstack_ps/data/volume-1.qcow2"), ("path", "/zstack"), ("mountpath", "/zstack_bs"),
        ("password", "password"), ("username", "root"), ("architecture", "x86_64"), ("hypervisortype", "KVM"), ("platform", "Linux"), ("guestostype", "Debian 12"), ("format", "qcow2"), ("mediatype", "RootVolumeTemplate"),
        ("stateevent", "enable"), ("state", "Enabled"), ("status", "Ready"), ("strategy", "Default"), ("protocol", "TCP"), ("email", "operator@example.com"), ("phone", "13800000000"), ("phonenumber", "13800000000"),
        ("cron", "0 0 2 * * ?"), ("language", "en_US"), ("version", "5.5.6"), ("md5sum", "9e107d9d372bb6826bd81d3542a419d6"), ("key", "key-1"), ("value", "value-1"), ("unit", "Bytes"), ("description", "for the web shop"), ("vlanranges", "100-200"),
        ("timezone", "Asia/Shanghai"), ("namespace", "ZStack/VM"), ("metricname", "CPUUsedUtilization"), ("emergencylevel", "Important"), ("comparisonoperator", "GreaterThan"), ("resourcetype", "VmInstanceVO"), ("date", "2024-03-04"),
    ];

    /// <summary>Values that depend on the resource; they go before those by name.</summary>
    private static readonly Dictionary<(string Resource, string Name), string> s_ofResources = new()
    {
        [("VM instance", "state")] = "Running", [("VM instance", "type")] = "UserVm", [("VM instance", "name")] = "web-1", [("instance offering", "type")] = "UserVm",
        [("volume", "type")] = "Data", [("data volume", "type")] = "Data", [("root volume", "type")] = "Root", [("image", "type")] = "zstack", [("image", "system")] = "false",
        [("L2 network", "type")] = "L2VlanNetwork", [("L3 network", "type")] = "L3BasicNetwork", [("primary storage", "type")] = "LocalStorage", [("primary storage", "status")] = "Connected",
        [("backup storage", "type")] = "ImageStoreBackupStorage", [("backup storage", "status")] = "Connected", [("host", "status")] = "Connected", [("KVM host", "status")] = "Connected",
        [("account", "type")] = "Normal", [("VM NIC", "type")] = "VNIC", [("VM NIC", "state")] = "enable", [("tag", "type")] = "simple", [("tag", "color")] = "#0058E6", [("long job", "state")] = "Succeeded",
        [("security group rule", "type")] = "Ingress", [("VIP", "state")] = "Enabled", [("alarm", "status")] = "OK", [("cluster", "hypervisorType")] = "KVM", [("zone", "type")] = "zstack",
        [("error code", "code")] = "SYS.1000", [("management node", "status")] = "Running", [("scheduler trigger", "schedulerType")] = "simple",
    };

    private static readonly (string Ending, long Value)[] s_numbers =
    [
        ("memorysize", 4294967296), ("disksize", 42949672960), ("size", 42949672960), ("capacity", 1099511627776), ("cpunum", 2), ("sshport", 22), ("port", 8080), ("startport", 8080), ("endport", 8080), ("vlan", 100), ("vni", 1000),
        ("ipversion", 4), ("prefixlen", 64), ("mtu", 1500), ("timeout", 60), ("interval", 60), ("period", 300), ("bandwidth", 104857600), ("percent", 50), ("cpuspeed", 0), ("deviceid", 0), ("inlong", 2886994453), ("time", 1709543551),
    ];

    /// <summary>The value of a member.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="type">Its type, which is neither a container nor a structure.</param>
    /// <param name="resource">The resource that it is about.</param>
    public JsonNode? Of(string name, string type, GlossaryResource resource) => type switch
    {
        "String" => Text(name, resource),
        "Timestamp" => name.StartsWith("last", StringComparison.Ordinal) ? "Mar 4, 2024 9:12:48 AM" : "Mar 4, 2024 9:12:31 AM",
        "boolean" or "Boolean" => JsonValue.Create(name.Contains("enable", StringComparison.OrdinalIgnoreCase) || name is "success" or "available"),
        "int" or "Integer" => JsonValue.Create((int)Math.Min(Number(name), int.MaxValue)),
        "long" or "Long" => JsonValue.Create(Number(name)),
        "double" or "Double" or "float" or "Float" => JsonValue.Create(0.5),
        "byte[]" => "emFzdGFjaw==",
        _ => new JsonObject(),
    };

    /// <summary>The key of an entry of a map.</summary>
    public static string Key(string name) => name.Contains("uuid", StringComparison.OrdinalIgnoreCase) ? Uuid(name) : TypeText.Singular(name);

    private string Text(string name, GlossaryResource resource)
    {
        if (name is "uuid" or "uuids")
            return Uuid(resource.Noun);
        if (name.EndsWith("Uuid", StringComparison.Ordinal) || name.EndsWith("Uuids", StringComparison.Ordinal))
            return Uuid(resources.OfReference(name)?.Noun ?? name);
        if (s_ofResources.TryGetValue((resource.Noun, name), out string? ofResource))
            return ofResource;
        if (name is "name")
            return Slug(resource.Noun) + "-1";
        if (name is "type")
            return "zstack";
        foreach ((string ending, string value) in s_texts)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return Slug(string.Join(' ', NameWords.Split(name)));
    }

    private static long Number(string name)
    {
        foreach ((string ending, long value) in s_numbers)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return 1;
    }

    // Only the text decides, so that each run gives the same identifier.
    private static string Uuid(string of) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)))[..32];

    private static string Slug(string noun)
    {
        var slug = new StringBuilder();
        foreach (char c in noun.ToLower(CultureInfo.InvariantCulture))
            slug.Append(char.IsAsciiLetterOrDigit(c) ? c : '-');
        return slug.ToString().Trim('-');
    }
}
