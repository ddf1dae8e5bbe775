using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ZStack.Simulation.State;

/// <summary>Assigns unique addresses to new resources, close to the address in the example of the page.</summary>
internal sealed class AddressPool
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Marks the addresses of a resource as used.</summary>
    public void Take(JsonNode? node) => Visit(node, _taken.Add);

    /// <summary>Releases the addresses of a removed resource.</summary>
    public void Release(JsonNode? node) => Visit(node, _taken.Remove);

    private static void Visit(JsonNode? node, Func<string, bool> address)
    {
        switch (node)
        {
            case JsonObject item:
                foreach ((string member, JsonNode? value) in item)
                {
                    if (member == "ip" && value is JsonValue text && text.GetValueKind() == JsonValueKind.String)
                        address(text.GetValue<string>());
                    else
                        Visit(value, address);
                }

                break;
            case JsonArray array:
                foreach (JsonNode? value in array)
                    Visit(value, address);
                break;
        }
    }

    /// <summary>Returns the next free address after an IPv4 address. Any other text is returned unchanged.</summary>
    public string NextIp(string ip)
    {
        if (!TryToNumber(ip, out uint number))
            return ip;
        string next;
        do
        {
            // The network address and the broadcast address of a /24 network are skipped.
            number++;
            if ((number & 0xff) is 0 or 0xff)
                number += (number & 0xff) == 0 ? 1u : 2u;
            next = ToText(number);
        }
        while (!_taken.Add(next));
        return next;
    }

    /// <summary>Returns a random MAC address with the same first byte.</summary>
    public static string NextMac(string mac)
    {
        if (mac.Length != 17)
            return mac;
        Span<byte> bytes = stackalloc byte[5];
        RandomNumberGenerator.Fill(bytes);
        return string.Create(CultureInfo.InvariantCulture, $"{mac.AsSpan(0, 2)}:{bytes[0]:x2}:{bytes[1]:x2}:{bytes[2]:x2}:{bytes[3]:x2}:{bytes[4]:x2}");
    }

    public static bool TryToNumber(string? ip, out uint number)
    {
        number = 0;
        if (!IPAddress.TryParse(ip, out IPAddress? address) || address.AddressFamily != AddressFamily.InterNetwork)
            return false;
        number = BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes());
        return true;
    }

    private static string ToText(uint number) =>
        string.Create(CultureInfo.InvariantCulture, $"{number >> 24}.{(number >> 16) & 0xff}.{(number >> 8) & 0xff}.{number & 0xff}");
}
