#if NET8_0_OR_GREATER
using Microsoft.Extensions.Logging;

namespace ZStack.Hosting;

// Writes received callbacks to the application's logs. The job id has been validated; an invalid id is untrusted text and is not logged.
internal sealed partial class WebhookLog(ILogger logger)
{
    private readonly ILogger _logger = logger;

    public void Write(ZStackWebhookResult result)
    {
        if (result.StatusCode is >= 200 and < 300)
            Received(result.Callback!.JobId, result.Callback.Success, result.Callback.Batch);
        else
            Refused(result.StatusCode, result.Callback?.JobId);
    }

    [LoggerMessage(ZStackLogEvents.CallbackReceived, LogLevel.Debug, "A callback reports that the job has ended, success {Success}, batch {Batch} [job {JobId}]", EventName = nameof(ZStackLogEvents.CallbackReceived))]
    private partial void Received(string jobId, bool? success, ZStackBatchOutcome? batch);

    [LoggerMessage(ZStackLogEvents.CallbackRefused, LogLevel.Information, "A callback was refused with {Status} [job {JobId}]", EventName = nameof(ZStackLogEvents.CallbackRefused))]
    private partial void Refused(int status, string? jobId);
}
#endif
