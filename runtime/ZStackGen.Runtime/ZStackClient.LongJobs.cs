using System;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Handing an API to the server as a long job (protocol §3.3).
public sealed partial class ZStackClient
{
    /// <summary>Has the server do an API as a long job. Only some APIs can be done so, such as MigrateVm and AddImage; the server refuses the others.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="action">The call.</param>
    /// <param name="cancellationToken">Stops waiting for the server to take it.</param>
    /// <returns>The long job; its UUID can be kept and resumed by another process.</returns>
    /// <exception cref="ArgumentException">A parameter is missing or wrong, or the API is a query.</exception>
    /// <exception cref="ZStackApiException">The server does not take it.</exception>
    /// <exception cref="ZStackException">There was no answer, or none that can be understood.</exception>
    public Task<ZStackLongJob<T>> SubmitLongJobAsync<T>(ZStackAction<T> action, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => SubmitLongJobAsync(action, null, cancellationToken);

    /// <inheritdoc cref="SubmitLongJobAsync{T}(ZStackAction{T}, CancellationToken)"/>
    /// <param name="action">The call.</param>
    /// <param name="options">What is kept with the long job.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<ZStackLongJob<T>> SubmitLongJobAsync<T>(ZStackAction<T> action, ZStackLongJobOptions? options, CancellationToken cancellationToken = default)
        where T : ZStackResult
    {
        if (action is null)
            throw new ArgumentNullException(nameof(action));
        var submit = new SubmitLongJobAction(LongJobData.JobName(action.Api), LongJobData.Write(action, _options.ValidateArguments), options) { SessionId = action.SessionId };
        LongJobResult submitted = await CallAsync(submit, cancellationToken).ConfigureAwait(false);
        if (submitted.Job?.Uuid is not { Length: > 0 } uuid)
            throw CallFault.Protocol(submit.Api, Server, "the answer has no long job at $.inventory.uuid", null, System.Net.HttpStatusCode.OK, null);
        return new ZStackLongJob<T>(this, uuid, action.Api, action.ReadResult, action.SessionId);
    }

    /// <summary>Takes up a long job that was submitted before, perhaps by another process. Nothing is sent yet.</summary>
    /// <typeparam name="T">The result's type, such as <c>MigrateVmAction.Result</c>.</typeparam>
    /// <param name="uuid">The long job's UUID.</param>
    /// <returns>The long job.</returns>
    /// <exception cref="ArgumentException">The UUID is not one.</exception>
    public ZStackLongJob<T> ResumeLongJob<T>(string uuid)
        where T : ZStackResult, new()
    {
        ThrowIfDisposed();
        if (string.IsNullOrEmpty(uuid) || uuid.Length > 64 || !ZStackCallOptions.IsPlain(uuid))
            throw new ArgumentException("The long job's UUID must be the letters and digits that ZStackLongJob.Uuid gave.", nameof(uuid));
        return new ZStackLongJob<T>(this, uuid, null, ReadNew<T>, null);
    }

    // The event as JSON, or the word `Succeeded` where there is nothing to tell.
    internal async ValueTask<T> ReadLongJobAsync<T>(ApiDescriptor? api, string? jobResult, JsonRead<T> read, string? sessionId, CancellationToken cancellationToken)
        where T : ZStackResult
    {
        api ??= JobDescriptor.Unknown;
        byte[] json = Encoding.UTF8.GetBytes(string.IsNullOrWhiteSpace(jobResult) || jobResult!.Trim() == "Succeeded" ? "{}" : jobResult);
        TimeZoneInfo zone = _zone.ForReading;
        for (bool masked = false; ;)
        {
            try
            {
                return ZStackJson.ReadValue<T, DelegateReader<T>>(json, new(read), zone);
            }
            catch (ZoneNeededException)
            {
                // As with any other answer.
            }
            catch (JsonFault) when (!masked)
            {
                // The fault quotes the text.
                _mask.Apply(json, sessionId);
                masked = true;
                continue;
            }
            catch (JsonFault fault)
            {
                throw CallFault.Protocol(api, Server, "the long job's result: " + fault.Message, fault.InnerException, System.Net.HttpStatusCode.OK, null);
            }

            zone = (await LearnZoneAsync(api, sessionId is null ? null : new AuthTicket(sessionId), cancellationToken).ConfigureAwait(false)).Zone;
        }
    }

    internal ErrorCode ReadLongJobFault(string? jobResult)
    {
        byte[] text = Encoding.UTF8.GetBytes(jobResult ?? string.Empty);
        _mask.Apply(text, null);
        return LongJobFault.Parse(text);
    }
}
