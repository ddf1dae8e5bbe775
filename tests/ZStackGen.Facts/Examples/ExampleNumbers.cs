using System;

namespace ZStackGen.Facts.Examples;

/// <summary>Numbers by the end of the member's name.</summary>
internal static class ExampleNumbers
{
    private static readonly (string Ending, long Value)[] s_numbers =
    [
        ("memorysize", 4294967296),
        ("disksize", 42949672960),
        ("size", 42949672960),
        ("capacity", 1099511627776),
        ("cpunum", 2),
        ("sshport", 22),
        ("port", 8080),
        ("startport", 8080),
        ("endport", 8080),
        ("vlan", 100),
        ("vni", 1000),
        ("ipversion", 4),
        ("prefixlen", 64),
        ("mtu", 1500),
        ("timeout", 60),
        ("interval", 60),
        ("period", 300),
        ("bandwidth", 104857600),
        ("percent", 50),
        ("cpuspeed", 0),
        ("deviceid", 0),
        ("inlong", 2886994453),
        ("time", 1709543551),
    ];

    /// <summary>Returns the number of a member.</summary>
    public static long Of(string name)
    {
        foreach ((string ending, long value) in s_numbers)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return 1;
    }
}
