using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ZStack;
using ZStack.Api;

namespace Worker;

/// <summary>Adds an image as a long job, and continues to wait for the long job if it is restarted meanwhile.</summary>
internal sealed partial class ImageWorker(IZStackClient client, JobFile file, IOptions<ImageSettings> settings, IHostApplicationLifetime lifetime, ILogger<ImageWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            AddImageAction.Result added = await WaitAsync(stoppingToken);
            LogAdded(added.Inventory.Name, added.Inventory.Uuid);
        }
        catch (ZStackLongJobException failed)
        {
            LogFailed(failed.LongJobUuid, failed.Message);
            Environment.ExitCode = 1;
        }

        // Not after a restart or an outage: the next start finds the file and resumes the long job.
        file.Delete();
        lifetime.StopApplication();
    }

    private async Task<AddImageAction.Result> WaitAsync(CancellationToken stoppingToken)
    {
        var progress = new ProgressLog(this);
        if (file.Read() is { } stored)
        {
            LogResumed(stored);
            try
            {
                return await client.ResumeLongJob<AddImageAction.Result>(stored).WaitAsync(progress, stoppingToken);
            }
            catch (ZStackJobExpiredException)
            {
                // The worker was stopped before the submission reached the cloud, or the long job was deleted since.
                LogUnknown(stored);
            }
        }

        // The worker chooses the UUID and stores it first, so that no submitted long job is lost, whenever the process ends.
        string uuid = Guid.NewGuid().ToString("N");
        file.Write(uuid);
        var action = new AddImageAction
        {
            Name = settings.Value.Name,
            Url = settings.Value.Url,
            BackupStorageUuids = [settings.Value.BackupStorageUuid],
        };
        ZStackLongJob<AddImageAction.Result> job = await client.SubmitLongJobAsync(action, new ZStackLongJobOptions { Name = "add " + action.Name, ResourceUuid = uuid }, stoppingToken);
        LogSubmitted(job.Uuid);
        return await job.WaitAsync(progress, stoppingToken);
    }

    [LoggerMessage(1, LogLevel.Information, "Submitted the long job {Uuid}")]
    private partial void LogSubmitted(string uuid);

    [LoggerMessage(2, LogLevel.Information, "Resumed the long job {Uuid}")]
    private partial void LogResumed(string uuid);

    [LoggerMessage(3, LogLevel.Warning, "The cloud does not know the long job {Uuid}")]
    private partial void LogUnknown(string uuid);

    [LoggerMessage(4, LogLevel.Information, "{Percent} %")]
    private partial void LogProgress(int percent);

    [LoggerMessage(5, LogLevel.Information, "Added the image {Name} ({Uuid})")]
    private partial void LogAdded(string? name, string? uuid);

    [LoggerMessage(6, LogLevel.Error, "The long job {Uuid} did not succeed: {Reason}")]
    private partial void LogFailed(string? uuid, string reason);

    private sealed class ProgressLog(ImageWorker worker) : IProgress<ZStackLongJobState>
    {
        private int _last = -1;

        public void Report(ZStackLongJobState value)
        {
            if (value.Percent is not { } percent || percent == _last)
                return;
            _last = percent;
            worker.LogProgress(percent);
        }
    }
}
