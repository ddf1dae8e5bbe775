using System;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading.Tasks;

namespace ZStackGen.Benchmarks.Runtime;

// Handwritten code over HttpClient: two calls, without sessions, jobs, errors or retries.
internal static class ByHand
{
    public const string Server = "http://mn.example:8080";
    public const string Session = "0123456789abcdef0123456789abcdef";

    private const string Vms = Server + "/zstack/v1/vm-instances";

    public static async Task<PlainResult> QueryAsync(HttpClient http, string condition, int limit, string address = Vms)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address + "?q=" + Uri.EscapeDataString(condition) + "&limit=" + limit.ToString(CultureInfo.InvariantCulture));
        return ByHandReader.Result(await SendAsync(http, request).ConfigureAwait(false));
    }

    // Only the headers of this call.
    public static async Task<PlainCreated> CreateAsync(HttpClient http, PlainCreate create)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("params"u8);
            writer.WriteString("name"u8, create.Name);
            writer.WriteString("description"u8, create.Description);
            writer.WriteString("instanceOfferingUuid"u8, create.InstanceOfferingUuid);
            writer.WriteString("imageUuid"u8, create.ImageUuid);
            writer.WriteStartArray("l3NetworkUuids"u8);
            foreach (string network in create.L3NetworkUuids!)
                writer.WriteStringValue(network);
            writer.WriteEndArray();
            writer.WriteString("defaultL3NetworkUuid"u8, create.DefaultL3NetworkUuid);
            writer.WriteString("strategy"u8, create.Strategy);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, Vms) { Content = new ByteArrayContent(stream.ToArray()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Job-UUID", Guid.NewGuid().ToString("N"));
        return ByHandReader.Created(await SendAsync(http, request).ConfigureAwait(false));
    }

    // Starts a job, and polls it until it is done.
    public static async Task<PlainCreated> JobAsync(HttpClient http, string name, string address, TimeSpan interval)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("params"u8);
            writer.WriteString("name"u8, name);
            writer.WriteString("imageUuid"u8, new string('b', 32));
            writer.WriteStartArray("l3NetworkUuids"u8);
            writer.WriteStringValue(new string('c', 32));
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(stream.ToArray()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using JsonDocument job = JsonDocument.Parse(await SendAsync(http, request).ConfigureAwait(false));
        var location = new Uri(job.RootElement.GetProperty("location"u8).GetString()!);
        while (true)
        {
            await Task.Delay(interval).ConfigureAwait(false);
            using var poll = new HttpRequestMessage(HttpMethod.Get, location);
            poll.Headers.Authorization = new AuthenticationHeaderValue("OAuth", Session);
            using HttpResponseMessage response = await http.SendAsync(poll).ConfigureAwait(false);
            if (response.StatusCode != System.Net.HttpStatusCode.Accepted)
                return ByHandReader.Created(await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync().ConfigureAwait(false));
        }
    }

    private static async Task<byte[]> SendAsync(HttpClient http, HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("OAuth", Session);
        using HttpResponseMessage response = await http.SendAsync(request).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
    }
}
