using System;
using System.Collections.Generic;
using System.Linq;

namespace ZStackGen.Facts.Words;

/// <summary>The words in a name.</summary>
internal static class NameWords
{
    private static readonly Dictionary<string, string> s_spelling = new(StringComparer.OrdinalIgnoreCase)
    {
        ["vm"] = "VM",
        ["uuid"] = "UUID",
        ["ip"] = "IP",
        ["cpu"] = "CPU",
        ["api"] = "API",
        ["id"] = "ID",
        ["url"] = "URL",
        ["dns"] = "DNS",
        ["mac"] = "MAC",
        ["vpc"] = "VPC",
        ["vip"] = "VIP",
        ["eip"] = "EIP",
        ["l2"] = "L2",
        ["l3"] = "L3",
        ["qos"] = "QoS",
        ["gpu"] = "GPU",
        ["pci"] = "PCI",
        ["usb"] = "USB",
        ["nic"] = "NIC",
        ["ssh"] = "SSH",
        ["iso"] = "ISO",
        ["ldap"] = "LDAP",
        ["sso"] = "SSO",
        ["sns"] = "SNS",
        ["acl"] = "ACL",
        ["snmp"] = "SNMP",
        ["iscsi"] = "iSCSI",
        ["nvme"] = "NVMe",
        ["iam2"] = "IAM2",
        ["os"] = "OS",
        ["nas"] = "NAS",
        ["oss"] = "OSS",
        ["ecs"] = "ECS",
        ["cdp"] = "CDP",
        ["cbt"] = "CBT",
        ["nfv"] = "NFV",
        ["slb"] = "SLB",
        ["ospf"] = "OSPF",
        ["drs"] = "DRS",
        ["ipsec"] = "IPsec",
        ["vxlan"] = "VXLAN",
        ["vlan"] = "VLAN",
        ["sdn"] = "SDN",
        ["numa"] = "NUMA",
        ["kvm"] = "KVM",
        ["esx"] = "ESX",
        ["nfs"] = "NFS",
        ["hba"] = "HBA",
    };

    /// <summary>Splits a name: <c>l3NetworkUuid</c> is <c>L3 network UUID</c>.</summary>
    public static IReadOnlyList<string> Split(string name)
    {
        var words = new List<string>();
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && !BeginsWord(name, i))
                continue;
            string word = name[start..i].Trim('_', '-');
            start = i;
            if (word.Length > 0)
                words.Add(s_spelling.GetValueOrDefault(word) ?? (word.Length > 1 && word.All(char.IsAsciiLetterUpper) ? word : word.ToLowerInvariant()));
        }

        return words;
    }

    /// <summary>Returns the article for a word.</summary>
    public static string Article(string noun)
    {
        string word = noun.Split(' ')[0];
        bool isLetters = word.Length > 1 && word.Take(2).All(char.IsAsciiLetterUpper);
        bool soundsLikeVowel = isLetters ? "AEFHILMNORSX".Contains(word[0], StringComparison.Ordinal) : "aeiouAEIO".Contains(word[0], StringComparison.Ordinal);
        return soundsLikeVowel && !word.StartsWith("uni", StringComparison.Ordinal) && !word.StartsWith("use", StringComparison.Ordinal) ? "an" : "a";
    }

    private static bool BeginsWord(string name, int at)
    {
        if (name[at] is '_' or '-')
            return true;
        if (!char.IsAsciiLetterUpper(name[at]))
            return false;
        // The last capital of "VMInstance" starts a word, and a digit belongs to the previous word.
        return !char.IsAsciiLetterUpper(name[at - 1]) || (at + 1 < name.Length && char.IsAsciiLetterLower(name[at + 1]));
    }
}
