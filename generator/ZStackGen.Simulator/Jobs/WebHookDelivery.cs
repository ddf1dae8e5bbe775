using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using ZStack.Simulation.Responses;

namespace ZStack.Simulation.Jobs;

/// <summary>Posts the result of a job to the web hook of the caller, with retries. See runtime/PROTOCOL.md §3.2.</summary>
internal sealed class WebHookDelivery(TimeProvider time, long byteLimit, ILogger logger) : IDisposable
{
    private const int Attempts = 15;
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);
    private static readonly Action<ILogger, string, string, Exception?> s_dropped = LoggerMessage.Define<string, string>(
        LogLevel.Warning, new EventId(2, "WebHookDropped"), "The web hook {Url} did not accept the result of the job {Job}; the result is discarded");

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };
    private readonly CancellationTokenSource _stop = new();
    private long _pendingSize;

    public void Deliver(string url, SimulatedJob job, JsonObject body)
    {
        byte[] content = ResponseWriter.Serialize(body).WrittenSpan.ToArray();
        long size = 1000 + (2L * url.Length) + content.Length;
        if (Interlocked.Add(ref _pendingSize, size) > byteLimit)
        {
            Interlocked.Add(ref _pendingSize, -size);
            s_dropped(logger, url, job.Uuid, null);
            return;
        }

        _ = DeliverAsync(url, job, content, size);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _client.Dispose();
        _stop.Dispose();
    }

    private async Task DeliverAsync(string url, SimulatedJob job, byte[] content, long size)
    {
        try
        {
            for (int attempt = 1; attempt <= Attempts; attempt++)
            {
                if (await TryPostAsync(url, job, content).ConfigureAwait(false))
                    return;
                if (attempt < Attempts)
                    await Task.Delay(s_pause, time, _stop.Token).ConfigureAwait(false);
            }

            s_dropped(logger, url, job.Uuid, null);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The simulator has been disposed.
        }
        finally
        {
            Interlocked.Add(ref _pendingSize, -size);
        }
    }

    private async Task<bool> TryPostAsync(string url, SimulatedJob job, byte[] content)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(content) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
            request.Headers.Add("X-Job-UUID", job.Uuid);
            request.Headers.Add("X-Job-Success", job.Result!.Succeeded ? "true" : "false");
            using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _stop.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode;
        }
        catch (Exception failed) when (failed is HttpRequestException or UriFormatException or InvalidOperationException or NotSupportedException
            || (failed is OperationCanceledException && !_stop.IsCancellationRequested))
        {
            return false;
        }
    }
}
