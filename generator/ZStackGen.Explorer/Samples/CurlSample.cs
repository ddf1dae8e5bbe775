using System;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStackGen.Explorer.Apis;

namespace ZStackGen.Explorer.Samples;

/// <summary>Writes a call as a curl command for a POSIX shell.</summary>
internal static class CurlSample
{
    // Shown only as text. Escaped quotes and ideographs would make it unreadable.
    internal static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the command.</summary>
    public static string Write(ApiEntry api, JsonObject arguments, string server)
    {
        PreparedRequest request = PreparedRequest.Of(api, arguments);
        var text = new StringBuilder("curl -X ").Append(request.Method);
        if (request.Body is not null)
            text.Append(" \\\n  -H 'Content-Type: application/json;charset=UTF-8'");
        if (api.Action.RequiresSession)
            text.Append(" \\\n  -H 'Authorization: OAuth " + CodeSampleWriter.ExampleSession + "'");
        if (request.Body is { } body)
            text.Append(" \\\n  -d ").Append(Quote(body.ToJsonString(s_readable).ReplaceLineEndings("\n")));
        return text.Append(" \\\n  ").Append(Quote(server + "/zstack" + request.Url)).Append('\n').ToString();
    }

    private static string Quote(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
