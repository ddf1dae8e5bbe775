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
/// Creates realistic values. A name has the same value on every page, so that the examples fit together: the
/// <c>zoneUuid</c> of a cluster is the <c>uuid</c> of the zone.
/// </summary>
internal sealed class ExampleValues(ResourceWords resources)
{
    /// <summary>Values by the end of the name. The first match is used.</summary>
    private static readonly (string Ending, string Value)[] s_texts =
    [
        ("ipv6address", "2001:db8::21"), ("netmask", "255.255.255.0"), ("gatewayip", "172.20.10.1"), ("gateway", "172.20.10.1"), ("macaddress", "fa:3c:5e:0b:41:00"), ("mac", "fa:3c:5e:0b:41:00"),
        ("cidrs", "172.20.10.0/24"), ("cidr", "172.20.10.0/24"), ("cidrblock", "172.20.10.0/24"), ("startip", "172.20.10.20"), ("endip", "172.20.10.200"), ("routerid", "172.20.10.1"), ("ipmiaddress", "172.20.0.31"),
        ("managementip", "172.20.0.21"), ("managementnetwork", "172.20.0.0/24"), ("dns", "172.20.10.2"), ("ipaddress", "172.20.10.21"), ("ip", "172.20.10.21"), ("address", "172.20.10.21"), ("hostname", "172.20.0.21"),
        ("monurl", "root:password@172.20.0.31"), ("url", "http://172.20.0.5/storage"), ("installpath", "/zstack_ps/data/volume-1.qcow2"), ("path", "/zstack"), ("mountpath", "/zstack_bs"),
        ("password", "password"), ("username", "root"), ("architecture", "x86_64"), ("hypervisortype", "KVM"), ("platform", "Linux"), ("guestostype", "Debian 12"), ("format", "qcow2"), ("mediatype", "RootVolumeTemplate"),
        ("stateevent", "enable"), ("state", "Enabled"), ("status", "Ready"), ("strategy", "Default"), ("protocol", "TCP"), ("email", "operator@example.com"), ("phone", "13800000000"), ("phonenumber", "13800000000"),
        ("cron", "0 0 2 * * ?"), ("language", "en_US"), ("version", "5.5.6"), ("md5sum", "9e107d9d372bb6826bd81d3542a419d6"), ("key", "key-1"), ("value", "value-1"), ("unit", "Bytes"), ("zqls", "query vminstance where state='Running'"), ("zql", "query vminstance where state='Running'"), ("description", "for the web shop"), ("vlanranges", "100-200"),
        ("timezone", "Asia/Shanghai"), ("namespace", "ZStack/VM"), ("metricname", "CPUUsedUtilization"), ("emergencylevel", "Important"), ("comparisonoperator", "GreaterThan"), ("resourcetype", "VmInstanceVO"), ("date", "2024-03-04"),
    ];

    /// <summary>The UUIDs of the example cloud's resources in the first, handwritten pages.</summary>
    private static readonly Dictionary<string, string> s_uuids = new(StringComparer.Ordinal)
    {
        ["VM instance"] = "7d9a0cbe577b410c9a3a39d65d3c9412",
        ["zone"] = "97280e34f3cf451a93b8300b408ef571",
        ["cluster"] = "49d3b648722f47b4850b04802805f5a3",
        ["host"] = "079404f308c846c7b1abacd5a1de7c97",
        ["image"] = "d9acf7303b624a468fe96ecd6e0fb696",
        ["volume"] = "b2a4a1f3f6a14e02a0f7d8c1b6a8d54e",
        ["root volume"] = "cb6b8d5781854c24843835b7cf904882",
        ["primary storage"] = "fadce5ca16f440cea0e4a4a22c2e7d30",
        ["L3 network"] = "a9e3b003122745f09fc8963b704e8e71",
        ["instance offering"] = "4027364f67644757b9bf1e291ff2beaf",
        ["disk offering"] = "50761cb617bb46e688ccc2e54e2aaef4",
        ["VM NIC"] = "630675f7b1ef44689260c288584e164d",
    };

    /// <summary>Values that depend on the resource. They take precedence over those by name.</summary>
    private static readonly Dictionary<(string Resource, string Name), string> s_ofResources = new()
    {
        [("VM instance", "state")] = "Running",
        [("VM instance", "type")] = "UserVm",
        [("VM instance", "name")] = "web-1",
        [("instance offering", "type")] = "UserVm",
        [("volume", "type")] = "Data",
        [("data volume", "type")] = "Data",
        [("root volume", "type")] = "Root",
        [("image", "type")] = "zstack",
        [("image", "system")] = "false",
        [("L2 network", "type")] = "L2VlanNetwork",
        [("L3 network", "type")] = "L3BasicNetwork",
        [("primary storage", "type")] = "LocalStorage",
        [("primary storage", "status")] = "Connected",
        [("backup storage", "type")] = "ImageStoreBackupStorage",
        [("backup storage", "status")] = "Connected",
        [("host", "status")] = "Connected",
        [("KVM host", "status")] = "Connected",
        [("account", "type")] = "Normal",
        [("VM NIC", "type")] = "VNIC",
        [("VM NIC", "state")] = "enable",
        [("tag", "type")] = "simple",
        [("tag", "color")] = "#0058E6",
        [("long job", "state")] = "Succeeded",
        [("security group rule", "type")] = "Ingress",
        [("VIP", "state")] = "Enabled",
        [("alarm", "status")] = "OK",
        [("cluster", "hypervisorType")] = "KVM",
        [("zone", "type")] = "zstack",
        [("error code", "code")] = "SYS.1000",
        [("management node", "status")] = "Running",
        [("scheduler trigger", "schedulerType")] = "simple",
        [("long job", "jobName")] = "APICreateZoneMsg",
        [("long job", "jobData")] = "{\"name\":\"zone-1\"}",
    };

    private static readonly (string Ending, long Value)[] s_numbers =
    [
        ("memorysize", 4294967296), ("disksize", 42949672960), ("size", 42949672960), ("capacity", 1099511627776), ("cpunum", 2), ("sshport", 22), ("port", 8080), ("startport", 8080), ("endport", 8080), ("vlan", 100), ("vni", 1000),
        ("ipversion", 4), ("prefixlen", 64), ("mtu", 1500), ("timeout", 60), ("interval", 60), ("period", 300), ("bandwidth", 104857600), ("percent", 50), ("cpuspeed", 0), ("deviceid", 0), ("inlong", 2886994453), ("time", 1709543551),
    ];

    /// <summary>Returns the value of a member.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="type">Its type, which is neither a container nor a structure.</param>
    /// <param name="resource">The resource that the member belongs to.</param>
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

    /// <summary>Returns the key of an entry of a map.</summary>
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

    // Depends only on the text, so that each run creates the same UUID.
    private static string Uuid(string of) => s_uuids.GetValueOrDefault(of) ?? Random(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of))));

    // ZStack creates random UUIDs, which have a 4 and one of four digits at fixed positions.
    private static string Random(string hash) => $"{hash[..12]}4{hash[13..16]}a{hash[17..32]}";

    private static string Slug(string noun)
    {
        var slug = new StringBuilder();
        foreach (char c in noun.ToLower(CultureInfo.InvariantCulture))
            slug.Append(char.IsAsciiLetterOrDigit(c) ? c : '-');
        return slug.ToString().Trim('-');
    }
}
