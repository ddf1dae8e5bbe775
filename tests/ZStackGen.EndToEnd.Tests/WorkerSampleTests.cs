using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>samples/Worker: a long job that outlives the process that waits for it.</summary>
public sealed class WorkerSampleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zstack-worker-").FullName;

    private string JobFile => Path.Combine(_folder, "job.txt");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Without_arguments_it_restarts_once_against_its_own_cloud()
    {
        (int exitCode, string output, string error) = await SampleProgram.RunAsync("Worker", "--JobFile", JobFile);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Matches(@"(?s)Submitted the long job (?<uuid>[0-9a-f]{32}).*It starts again.*Resumed the long job \k<uuid>.*Added the image debian-13", output);
        Assert.False(File.Exists(JobFile));
    }

    [Fact]
    public async Task A_worker_that_was_killed_resumes_its_long_job()
    {
        var time = new FakeTimeProvider();
        await using ZStackSimulator zstack = await StartCloudAsync(time);
        zstack.SetJobDelay("AddImage", TimeSpan.FromMinutes(10));
        using (RunningSample killed = StartWorker(zstack))
            await killed.WaitForLineAsync("Submitted the long job");
        string uuid = await File.ReadAllTextAsync(JobFile, TestContext.Current.CancellationToken);

        using RunningSample restarted = StartWorker(zstack);
        await restarted.WaitForLineAsync("Resumed the long job " + uuid);
        time.Advance(TimeSpan.FromMinutes(10));
        await restarted.WaitForLineAsync("Added the image debian-13");

        Assert.Equal(0, await restarted.WaitForExitAsync());
        Assert.False(File.Exists(JobFile));
        Assert.Single(zstack.ReceivedCalls, static call => call.Api == "SubmitLongJob");
    }

    [Fact]
    public async Task A_long_job_that_the_cloud_does_not_know_is_submitted_again_and_a_failed_one_ends_the_worker()
    {
        await using ZStackSimulator zstack = await StartCloudAsync();
        zstack.OnCall("AddImage", static _ => SimulatedResponse.Failure(new SimulatedError("SYS.1006", "the backup storage is full")));
        string unknown = Guid.NewGuid().ToString("N");
        await File.WriteAllTextAsync(JobFile, unknown, TestContext.Current.CancellationToken);

        using RunningSample worker = StartWorker(zstack);
        await worker.WaitForLineAsync("The cloud does not know the long job " + unknown);
        string failed = await worker.WaitForLineAsync("did not succeed");

        Assert.Contains("the backup storage is full", failed, StringComparison.Ordinal);
        Assert.Equal(1, await worker.WaitForExitAsync());
        Assert.False(File.Exists(JobFile));
    }

    private RunningSample StartWorker(ZStackSimulator zstack) => RunningSample.Start(
        "Worker", "--ZStack:BaseAddress", zstack.BaseAddress.GetLeftPart(UriPartial.Authority), "--ZStack:AccountName", "admin", "--ZStack:Password", "password", "--JobFile", JobFile);

    // The sample's own pages: one more than the tests have.
    private static Task<ZStackSimulator> StartCloudAsync(FakeTimeProvider? time = null) => Simulators.StartAsync(time, static options =>
    {
        options.Port = 0;
        options.Specs = Path.Combine(Path.GetDirectoryName(SampleProgram.PathOf("Worker"))!, "specs");
    });
}
