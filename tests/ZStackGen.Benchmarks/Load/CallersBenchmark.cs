using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using ZStack;
using ZStack.Api;
using ZStackGen.Benchmarks.Reporting;
using ZStackGen.Benchmarks.Runtime;

namespace ZStackGen.Benchmarks.Load;

/// <summary>
/// Calls of 1, 16 and 256 callers over loopback TCP, of the client, of HttpClient by hand, of Refit and of NSwag's client, against a server
/// with responses in memory. They take turns, so that load on the machine affects all.
/// </summary>
internal static class CallersBenchmark
{
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(5);

    public static int Run(FigureLog log, double seconds = 3, int rounds = 3)
    {
        RunAsync(log, TimeSpan.FromSeconds(seconds), rounds).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task RunAsync(FigureLog log, TimeSpan turn, int rounds)
    {
        await using CannedServer server = await CannedServer.StartAsync();
        using var http = new HttpClient(Handler());
        using var refitHttp = new HttpClient(Handler()) { BaseAddress = new Uri(server.Address + "/zstack") };
        IVmApi refit = RefitRival.Create(refitHttp);
        INSwagVms nswag = NSwagRival.Create(Handler(), server.Address);
        using var client = new ZStackClient(new ZStackClientOptions
        {
            BaseAddress = server.Address,
            Credential = ZStackCredential.Session(ByHand.Session),
            ServerTimeZone = TimeZoneInfo.Utc,
            IncludeSchema = false,
            PollInterval = s_poll,
        });
        var query = new QueryVmInstanceAction { Conditions = ["name~=web%"], Limit = 10 };
        var create = new CreateVmInstanceAction { Name = "web-1", ImageUuid = new string('b', 32), L3NetworkUuids = [new string('c', 32)] };
        string vms = server.Address + "/zstack/v1/vm-instances";
        foreach (int callers in (int[])[1, 16, 256])
        {
            await CompareAsync(log, "query of 10", callers, turn, rounds,
            [
                new("client", async () => (await client.CallAsync(query)).Inventories.Count == 10),
                new("HttpClient by hand", async () => (await ByHand.QueryAsync(http, "name~=web%", 10, vms)).Inventories!.Count == 10),
                new("Refit", async () => (await refit.QueryAsync("name~=web%", 10, RefitRival.Authorization)).Inventories!.Count == 10),
                new("NSwag", async () =>
                {
                    Task call = nswag.QueryAsync("name~=web%", 10);
                    await call;
                    return nswag.CountOf(call) == 10;
                }),
            ]);
            await CompareAsync(log, "job that is done at the first poll", callers, turn, rounds,
            [
                new("client", async () => (await client.CallAsync(create)).Inventory.Uuid.Length == 32),
                new("HttpClient by hand", async () => (await ByHand.JobAsync(http, "web-1", vms, s_poll)).Inventory!.Uuid!.Length == 32),
            ]);
        }
    }

    private static async Task CompareAsync(FigureLog log, string what, int callers, TimeSpan turn, int rounds, Side[] sides)
    {
        foreach (Side side in sides)
            await LoadBenchmark.CallAsync(callers, turn, side.Call);
        for (int round = 0; round < rounds; round++)
        {
            foreach (Side side in sides)
            {
                (long calls, TimeSpan time, List<double> times) = await LoadBenchmark.CallAsync(callers, turn, side.Call);
                side.Rates.Add(calls / time.TotalSeconds);
                side.Times.AddRange(times);
            }
        }

        foreach (Side side in sides)
        {
            side.Times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}, {callers} callers, {side.Name}: {Median.Of(side.Rates):N0} calls/s, median {Percentile(side, 0.5):F2} ms, 99 % {Percentile(side, 0.99):F2} ms"));
        }

        string name = string.Create(CultureInfo.InvariantCulture, $"{what}, {callers} callers");
        foreach (Side peer in sides.Skip(1))
        {
            log.Add(new Figure("callers", name + ", median", Percentile(sides[0], 0.5) / Percentile(peer, 0.5), "x") { Peer = peer.Name });
            log.Add(new Figure("callers", name + ", 99 %", Percentile(sides[0], 0.99) / Percentile(peer, 0.99), "x") { Peer = peer.Name });
        }
    }

    private static SocketsHttpHandler Handler() => new() { AllowAutoRedirect = false, UseCookies = false };

    private static double Percentile(Side side, double part) => side.Times[(int)(part * (side.Times.Count - 1))];

    private sealed record Side(string Name, Func<Task<bool>> Call)
    {
        public List<double> Times { get; } = [];

        public List<double> Rates { get; } = [];
    }
}
