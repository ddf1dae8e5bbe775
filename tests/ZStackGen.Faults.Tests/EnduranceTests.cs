using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ZStack;
using ZStack.Api;
using ZStackGen.Faults.Tests.Peers;

namespace ZStackGen.Faults.Tests;

/// <summary>Resources do not grow with the number of calls, sequential or concurrent.</summary>
[Collection("Endurance")]
public sealed class EnduranceTests
{
    private const int Lanes = 8;

    [Fact]
    public async Task A_hundred_thousand_calls_leave_sockets_and_memory_as_they_were()
    {
        await using var peer = new FaultPeer(
            static request => request.IsPoll
                ? PeerResponse.Http(200, """{"inventory":{"uuid":"97280e34f3cf451a93b8300b408ef571","name":"hall-a"}}""")
                : request.Method == "POST"
                    ? PeerResponse.Http(202, $$"""{"location":"http://10.0.0.5:8080/zstack/v1/api-jobs/{{request.JobId}}","apiTimeout":60000}""")
                    : PeerResponse.Http(200, """{"inventories":[{"uuid":"97280e34f3cf451a93b8300b408ef571","name":"hall-a"}]}"""),
            remembers: false);
        await using ZStackClient client = Clients.Of(peer.Address);

        await CallAsync(client, 10_000);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        int open = peer.Open, accepted = peer.Accepted;
        await CallAsync(client, 90_000);
        long after = GC.GetTotalMemory(forceFullCollection: true);

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"100,000 calls: heap {before:N0} B after 10,000, {after:N0} B at the end; {open} sockets after 10,000, {peer.Open} at the end, {peer.Accepted} ever"));
        Assert.InRange(peer.Open, 1, 2 * Lanes);
        Assert.InRange(peer.Accepted - accepted, 0, 2 * Lanes);
        Assert.InRange(after - before, long.MinValue, 1 << 20);
    }

    [Fact]
    public async Task A_thousand_jobs_are_awaited_without_blocking_a_thread_each()
    {
        const int jobs = 1000;
        int begun = 0;
        int done = 0;
        await using var peer = new FaultPeer(
            request =>
            {
                if (!request.IsPoll)
                {
                    Interlocked.Increment(ref begun);
                    return PeerResponse.Http(202, $$"""{"location":"http://10.0.0.5:8080/zstack/v1/api-jobs/{{request.JobId}}","apiTimeout":60000}""");
                }

                return Volatile.Read(ref done) == 0 ? PeerResponse.Http(202, "{}") : PeerResponse.Http(200, """{"inventory":{"name":"hall-a"}}""");
            },
            remembers: false);
        await using ZStackClient client = Clients.Of(peer.Address, static o =>
        {
            o.PollInterval = TimeSpan.FromMilliseconds(200);
            o.MaxPollInterval = TimeSpan.FromSeconds(1);
            o.JobTimeout = TimeSpan.FromMinutes(2);
            o.RequestTimeout = TimeSpan.FromSeconds(60);
        });
        int before = Process.GetCurrentProcess().Threads.Count;

        Task<CreateZoneAction.Result>[] waiting = [.. Enumerable.Range(0, jobs).Select(i => client.CallAsync(
            new CreateZoneAction { Name = "hall-" + i.ToString(CultureInfo.InvariantCulture) }, TestContext.Current.CancellationToken))];
        while (Volatile.Read(ref begun) < jobs)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        int most = 0;
        for (int i = 0; i < 20; i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            most = Math.Max(most, Process.GetCurrentProcess().Threads.Count);
        }

        Assert.Equal(0, waiting.Count(static task => task.IsCompleted));
        Volatile.Write(ref done, 1);
        CreateZoneAction.Result[] results = await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper!.WriteLine($"{jobs} jobs at once: {before} threads before, {most} at most while waiting");
        Assert.All(results, static result => Assert.Equal("hall-a", result.Inventory!.Name));
        Assert.InRange(most, 1, before + 50);
    }

    private static async Task CallAsync(ZStackClient client, int count)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(
            async () =>
            {
                for (int i = 0; i < count / Lanes; i++)
                {
                    // One call in a hundred is a job, with a pause before its poll.
                    if (i % 100 == 99)
                        await client.CallAsync(new CreateZoneAction { Name = "hall-a" }, cancellationToken);
                    else
                        await client.CallAsync(new QueryZoneAction { Conditions = ["name=hall-a"] }, cancellationToken);
                }
            },
            cancellationToken)));
    }
}
