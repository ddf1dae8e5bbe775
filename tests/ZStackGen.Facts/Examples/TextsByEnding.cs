using System;

namespace ZStackGen.Facts.Examples;

/// <summary>Texts by the last word of the member name, such as <c>gatewayIp</c> and <c>guestIp</c>.</summary>
internal static class TextsByEnding
{
    // The first match is used, so a longer ending comes before a shorter one.
    private static readonly (string Ending, string Value)[] s_texts =
    [
        ("ipv6address", "2001:db8::21"),
        ("netmask", "255.255.255.0"),
        ("gatewayip", "172.20.10.1"),
        ("gateway", "172.20.10.1"),
        ("macaddress", "fa:3c:5e:0b:41:00"),
        ("mac", "fa:3c:5e:0b:41:00"),
        ("cidrs", "172.20.10.0/24"),
        ("cidr", "172.20.10.0/24"),
        ("cidrblock", "172.20.10.0/24"),
        ("startip", "172.20.10.20"),
        ("endip", "172.20.10.200"),
        ("routerid", "172.20.10.1"),
        ("ipmiaddress", "172.20.0.31"),
        ("managementip", "172.20.0.21"),
        ("managementnetwork", "172.20.0.0/24"),
        ("dns", "172.20.10.2"),
        ("ipaddress", "172.20.10.21"),
        ("ip", "172.20.10.21"),
        ("address", "172.20.10.21"),
        ("hostname", "172.20.0.21"),
        ("monurl", "root:password@172.20.0.31"),
        ("url", "http://172.20.0.5/storage"),
        ("installpath", "/zstack_ps/data/volume-1.qcow2"),
        ("path", "/zstack"),
        ("mountpath", "/zstack_bs"),
        ("username", "root"),
        ("architecture", "x86_64"),
        ("hypervisortype", "KVM"),
        ("platform", "Linux"),
        ("guestostype", "Debian 12"),
        ("format", "qcow2"),
        ("mediatype", "RootVolumeTemplate"),
        ("stateevent", "enable"),
        ("state", "Enabled"),
        ("status", "Ready"),
        ("strategy", "Default"),
        ("protocol", "TCP"),
        ("email", "operator@example.com"),
        ("phone", "13800000000"),
        ("phonenumber", "13800000000"),
        ("cron", "0 0 2 * * ?"),
        ("language", "en_US"),
        ("version", "5.5.6"),
        ("md5sum", "9e107d9d372bb6826bd81d3542a419d6"),
        ("unit", "Bytes"),
        ("zqls", "query vminstance where state='Running'"),
        ("zql", "query vminstance where state='Running'"),
        ("description", "for the web shop"),
        ("vlanranges", "100-200"),
        ("timezone", "Asia/Shanghai"),
        ("namespace", "ZStack/VM"),
        ("metricname", "CPUUsedUtilization"),
        ("emergencylevel", "Important"),
        ("comparisonoperator", "GreaterThan"),
        ("resourcetype", "VmInstanceVO"),
        ("date", "2024-03-04"),
    ];

    /// <summary>Returns the text of a member; <see langword="null"/> if no ending matches.</summary>
    public static string? Of(string name)
    {
        foreach ((string ending, string value) in s_texts)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && BeginsWord(name, name.Length - ending.Length))
                return value;
        }

        return null;
    }

    // The "ip" of a "relationShip" is no address.
    private static bool BeginsWord(string name, int at) => at == 0 || char.IsAsciiLetterUpper(name[at]) || !char.IsAsciiLetterLower(name[at - 1]);
}
