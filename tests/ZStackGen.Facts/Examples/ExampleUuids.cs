using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;

namespace ZStackGen.Facts.Examples;

/// <summary>The UUIDs of the example cloud.</summary>
internal static class ExampleUuids
{
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

    /// <summary>Returns the UUID of a resource. It depends only on the noun, so that each run creates the same UUID.</summary>
    public static string Of(string noun) => s_uuids.GetValueOrDefault(noun) ?? Random(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(noun))));

    // ZStack creates random UUIDs, which have a 4 and one of four digits at fixed positions.
    private static string Random(string hash) => $"{hash[..12]}4{hash[13..16]}a{hash[17..32]}";
}
