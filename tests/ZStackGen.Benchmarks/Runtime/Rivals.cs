using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Tasks;
using ZStack;

namespace ZStackGen.Benchmarks.Runtime;

// The same data as plain classes for System.Text.Json's source generator and for reading by hand.
internal sealed class PlainVm
{
    public string? Uuid { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? ZoneUuid { get; set; }

    public string? ClusterUuid { get; set; }

    public string? ImageUuid { get; set; }

    public string? HostUuid { get; set; }

    public string? LastHostUuid { get; set; }

    public string? RootVolumeUuid { get; set; }

    public string? Platform { get; set; }

    public string? DefaultL3NetworkUuid { get; set; }

    public string? Type { get; set; }

    public string? HypervisorType { get; set; }

    public long? MemorySize { get; set; }

    public int? CpuNum { get; set; }

    public long? CpuSpeed { get; set; }

    public DateTimeOffset? CreateDate { get; set; }

    public DateTimeOffset? LastOpDate { get; set; }

    public string? State { get; set; }

    public List<PlainNic>? VmNics { get; set; }
}

internal sealed class PlainNic
{
    public string? Uuid { get; set; }

    public string? VmInstanceUuid { get; set; }

    public string? L3NetworkUuid { get; set; }

    public string? Ip { get; set; }

    public string? Mac { get; set; }

    public string? Netmask { get; set; }

    public string? Gateway { get; set; }

    public int? DeviceId { get; set; }

    public DateTimeOffset? CreateDate { get; set; }

    public DateTimeOffset? LastOpDate { get; set; }
}

internal sealed class PlainResult
{
    public List<PlainVm>? Inventories { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PlainResult))]
internal sealed partial class PlainContext : JsonSerializerContext
{
}

// What somebody writes who has HttpClient and an afternoon.
internal static class ByHand
{
    private const string Base = "http://mn.example:8080/zstack";

    public static async Task<List<PlainVm>> QueryAsync(HttpClient http, string condition, int limit)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Base + "/v1/vm-instances?q=" + Uri.EscapeDataString(condition) + "&limit=" + limit.ToString(System.Globalization.CultureInfo.InvariantCulture));
        request.Headers.Authorization = new AuthenticationHeaderValue("OAuth", "0123456789abcdef0123456789abcdef");
        using HttpResponseMessage response = await http.SendAsync(request).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        byte[] json = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        return ReadResult(json);
    }

    public static async Task<PlainVm?> CreateAsync(HttpClient http, string name, string offering, string image, string[] networks)
    {
        using var stream = new System.IO.MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("params"u8);
            writer.WriteString("name"u8, name);
            writer.WriteString("instanceOfferingUuid"u8, offering);
            writer.WriteString("imageUuid"u8, image);
            writer.WriteStartArray("l3NetworkUuids"u8);
            foreach (string network in networks)
                writer.WriteStringValue(network);
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, Base + "/v1/vm-instances") { Content = new ByteArrayContent(stream.ToArray()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("OAuth", "0123456789abcdef0123456789abcdef");
        request.Headers.Add("X-Job-UUID", Guid.NewGuid().ToString("N"));
        using HttpResponseMessage response = await http.SendAsync(request).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        byte[] json = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        return ReadOne(json);
    }

    private static PlainVm? ReadOne(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        PlainVm? vm = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool inventory = reader.ValueTextEquals("inventory"u8);
            reader.Read();
            if (inventory)
                vm = ReadPlainVm(ref reader);
            else
                reader.Skip();
        }

        return vm;
    }

    private static List<PlainVm> ReadResult(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var list = new List<PlainVm>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool inventories = reader.ValueTextEquals("inventories"u8);
            reader.Read();
            if (!inventories)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                list.Add(ReadPlainVm(ref reader));
        }

        return list;
    }

    public static PlainVm ReadPlainVm(ref Utf8JsonReader reader)
    {
        var value = new PlainVm();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("uuid"u8))
            {
                reader.Read();
                value.Uuid = reader.GetString();
            }
            else if (reader.ValueTextEquals("name"u8))
            {
                reader.Read();
                value.Name = reader.GetString();
            }
            else if (reader.ValueTextEquals("description"u8))
            {
                reader.Read();
                value.Description = reader.GetString();
            }
            else if (reader.ValueTextEquals("zoneUuid"u8))
            {
                reader.Read();
                value.ZoneUuid = reader.GetString();
            }
            else if (reader.ValueTextEquals("clusterUuid"u8))
            {
                reader.Read();
                value.ClusterUuid = reader.GetString();
            }
            else if (reader.ValueTextEquals("imageUuid"u8))
            {
                reader.Read();
                value.ImageUuid = reader.GetString();
            }
            else if (reader.ValueTextEquals("hostUuid"u8))
            {
                reader.Read();
                value.HostUuid = reader.GetString();
            }
            else if (reader.ValueTextEquals("lastHostUuid"u8))
            {
                reader.Read();
                value.LastHostUuid = reader.GetString();
            }
            else if (reader.ValueTextEquals("rootVolumeUuid"u8))
            {
                reader.Read();
                value.RootVolumeUuid = reader.GetString();
            }
            else if (reader.ValueTextEquals("platform"u8))
            {
                reader.Read();
                value.Platform = reader.GetString();
            }
            else if (reader.ValueTextEquals("defaultL3NetworkUuid"u8))
            {
                reader.Read();
                value.DefaultL3NetworkUuid = reader.GetString();
            }
            else if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                value.Type = reader.GetString();
            }
            else if (reader.ValueTextEquals("hypervisorType"u8))
            {
                reader.Read();
                value.HypervisorType = reader.GetString();
            }
            else if (reader.ValueTextEquals("memorySize"u8))
            {
                reader.Read();
                value.MemorySize = reader.GetInt64();
            }
            else if (reader.ValueTextEquals("cpuNum"u8))
            {
                reader.Read();
                value.CpuNum = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("cpuSpeed"u8))
            {
                reader.Read();
                value.CpuSpeed = reader.GetInt64();
            }
            else if (reader.ValueTextEquals("createDate"u8))
            {
                reader.Read();
                value.CreateDate = reader.GetDateTimeOffset();
            }
            else if (reader.ValueTextEquals("lastOpDate"u8))
            {
                reader.Read();
                value.LastOpDate = reader.GetDateTimeOffset();
            }
            else if (reader.ValueTextEquals("state"u8))
            {
                reader.Read();
                value.State = reader.GetString();
            }
            else if (reader.ValueTextEquals("vmNics"u8))
            {
                reader.Read();
                value.VmNics = new List<PlainNic>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    value.VmNics.Add(ReadPlainNic(ref reader));
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    public static PlainNic ReadPlainNic(ref Utf8JsonReader reader)
    {
        var value = new PlainNic();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("uuid"u8))
            {
                reader.Read();
                value.Uuid = reader.GetString();
            }
            else if (reader.ValueTextEquals("vmInstanceUuid"u8))
            {
                reader.Read();
                value.VmInstanceUuid = reader.GetString();
            }
            else if (reader.ValueTextEquals("l3NetworkUuid"u8))
            {
                reader.Read();
                value.L3NetworkUuid = reader.GetString();
            }
            else if (reader.ValueTextEquals("ip"u8))
            {
                reader.Read();
                value.Ip = reader.GetString();
            }
            else if (reader.ValueTextEquals("mac"u8))
            {
                reader.Read();
                value.Mac = reader.GetString();
            }
            else if (reader.ValueTextEquals("netmask"u8))
            {
                reader.Read();
                value.Netmask = reader.GetString();
            }
            else if (reader.ValueTextEquals("gateway"u8))
            {
                reader.Read();
                value.Gateway = reader.GetString();
            }
            else if (reader.ValueTextEquals("deviceId"u8))
            {
                reader.Read();
                value.DeviceId = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("createDate"u8))
            {
                reader.Read();
                value.CreateDate = reader.GetDateTimeOffset();
            }
            else if (reader.ValueTextEquals("lastOpDate"u8))
            {
                reader.Read();
                value.LastOpDate = reader.GetDateTimeOffset();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }
}
