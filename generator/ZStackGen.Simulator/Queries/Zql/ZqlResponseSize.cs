using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ZStack.Simulation.Queries.Zql;

/// <summary>
/// Counts the bytes of a response while it is created. A short text can have many statements that each return all resources, so the size of
/// the request does not limit the response.
/// </summary>
internal sealed class ZqlResponseSize
{
    /// <summary>The largest size of the results of all statements, in MiB.</summary>
    public const int LimitInMiB = 16;

    private static readonly JsonSerializerOptions s_unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private long _bytes;

    /// <summary>Counts a row of a result.</summary>
    /// <returns>The row.</returns>
    /// <exception cref="ZqlException">The response would exceed the limit.</exception>
    public T Add<T>(T row)
        where T : JsonNode
    {
        _bytes += Encoding.UTF8.GetByteCount(row.ToJsonString(s_unescaped)) + 1;
        return _bytes <= LimitInMiB * 1024L * 1024
            ? row
            : throw new ZqlException($"the results of the ZQL statements exceed the limit of {LimitInMiB} MiB; add 'limit' and 'offset', select fields, or send fewer statements");
    }
}
