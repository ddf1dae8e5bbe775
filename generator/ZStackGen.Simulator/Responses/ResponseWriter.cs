using System;
using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace ZStack.Simulation.Responses;

/// <summary>
/// Writes the bodies of responses like a ZStack server: as UTF-8 and without a Content-Type header. See runtime/PROTOCOL.md §4, §6.
/// </summary>
internal static class ResponseWriter
{
    // The server escapes < > & = ' in JSON. The encoder escapes all of them by default except '='.
    private static readonly JsonWriterOptions s_json = new() { Encoder = GsonLikeEncoder(), SkipValidation = true };

    private static readonly JsonSerializerOptions s_nodes = new() { Encoder = s_json.Encoder };

    public static async Task WriteJsonAsync(HttpContext http, int status, JsonObject body, bool truncated)
    {
        ReadOnlyMemory<byte> content = Serialize(body).WrittenMemory;
        if (truncated)
            content = content[..(content.Length / 2)];
        http.Response.StatusCode = status;
        http.Response.ContentLength = content.Length;
        await http.Response.Body.WriteAsync(content, http.RequestAborted).ConfigureAwait(false);
    }

    public static async Task WriteTextAsync(HttpContext http, int status, string text, string? contentType = null)
    {
        byte[] body = Encoding.UTF8.GetBytes(text);
        http.Response.StatusCode = status;
        // A response with one of these statuses has no body, and the web server refuses to write it.
        if (status is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified)
            return;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Writes the error page of the servlet container, for requests that do not reach the ZStack server.</summary>
    public static Task WriteContainerPageAsync(HttpContext http, int status, string reason) => WriteTextAsync(
        http,
        status,
        $"<!doctype html><html lang=\"en\"><head><title>HTTP Status {status} – {reason}</title></head><body><h1>HTTP Status {status} – {reason}</h1></body></html>",
        "text/html;charset=utf-8");

    public static ArrayBufferWriter<byte> Serialize(JsonObject body)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, s_json))
            body.WriteTo(writer, s_nodes);
        return buffer;
    }

    private static JavaScriptEncoder GsonLikeEncoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        settings.ForbidCharacters('=');
        return JavaScriptEncoder.Create(settings);
    }
}
