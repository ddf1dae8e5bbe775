using System;
using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace ZStack.Simulation.Answers;

/// <summary>Writes bodies as a ZStack does: UTF-8 and never a Content-Type (PROTOCOL.md §4, §6).</summary>
internal static class AnswerWriter
{
    // Gson escapes < > & = ' in what it sends; '=' is ours to add, the others the encoder forbids anyway.
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
        http.Response.ContentType = contentType;
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>The page that the servlet container under a ZStack shows for what never reaches the ZStack.</summary>
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
