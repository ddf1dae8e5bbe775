using System;
using System.Buffers;
using System.Linq;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ZStack;

namespace ZStackGen.Benchmarks.Runtime;

// The runtime's budgets: a call against HttpClient by hand, JSON against System.Text.Json's source generator. Refit stands beside them
// without a budget: it sends the same two calls, but knows no sessions, jobs or errors of ZStack.
internal static class RuntimeBenchmark
{
    private const int Different = 64;

    public static int Run()
    {
        byte[][] one = Answers(i => "{\"inventory\":" + VmJson(i) + "}");
        byte[][] ten = Answers(i => Answer(i, 10));
        byte[][] hundred = Answers(i => Answer(i, 100));
        bool held = Json("10 VMs", ten) & Json("100 VMs", hundred);
        Subclasses.Compare("100", hundred);

        using var http = new HttpClient(new Canned(ten));
        using var client = Client(ten);
        var query = new QueryVm { Conditions = ["name~=web%"], Limit = 10 };
        held &= Duel.Compare(
            "call, query of 10",
            "client",
            () => client.CallAsync(query).GetAwaiter().GetResult(),
            "HttpClient by hand",
            () => ByHand.QueryAsync(http, "name~=web%", 10).GetAwaiter().GetResult(),
            1.15,
            1.2);

        using var httpOne = new HttpClient(new Canned(one));
        using var clientOne = Client(one);
        string[] networks = [new string('a', 32), new string('b', 32)];
        var create = new CreateVm { Name = "web-1", InstanceOfferingUuid = networks[0], ImageUuid = networks[1], L3NetworkUuids = networks };
        held &= Duel.Compare(
            "call, create of 1",
            "client",
            () => clientOne.CallAsync(create).GetAwaiter().GetResult(),
            "HttpClient by hand",
            () => ByHand.CreateAsync(httpOne, "web-1", networks[0], networks[1], networks).GetAwaiter().GetResult(),
            1.15,
            1.2);

        IVmApi refit = RefitRival.Create(new Canned(ten));
        Duel.Compare(
            "call, query of 10",
            "client",
            () => client.CallAsync(query).GetAwaiter().GetResult(),
            "Refit",
            () => refit.QueryAsync("name~=web%", 10, RefitRival.Authorization).GetAwaiter().GetResult());
        IVmApi refitOne = RefitRival.Create(new Canned(one));
        Duel.Compare(
            "call, create of 1",
            "client",
            () => clientOne.CallAsync(create).GetAwaiter().GetResult(),
            "Refit",
            () => refitOne.CreateAsync(
                new PlainCreateBody { Params = new PlainCreate { Name = "web-1", InstanceOfferingUuid = networks[0], ImageUuid = networks[1], L3NetworkUuids = networks } },
                RefitRival.Authorization,
                Guid.NewGuid().ToString("N")).GetAwaiter().GetResult());
        return held ? 0 : 1;
    }

    private static bool Json(string what, byte[][] answers)
    {
        byte[] json = answers[0];
        int turn = 0, theirTurn = 0;
        QueryVm.Result ours = ZStackJson.Read(json, QueryVm.Result.Read, TimeZoneInfo.Utc);
        PlainResult theirs = JsonSerializer.Deserialize(json, PlainContext.Default.PlainResult)!;
        if (ours.Inventories.Count != theirs.Inventories!.Count || ours.Inventories[^1].VmNics[1].Mac != theirs.Inventories[^1].VmNics![1].Mac
            || ours.Inventories[^1].CreateDate != theirs.Inventories[^1].CreateDate)
            throw new InvalidOperationException("The rivals read different things.");
        var buffer = new ArrayBufferWriter<byte>(json.Length * 2);
        using var writer = new Utf8JsonWriter(buffer);
        bool held = Duel.Compare(
            "read, " + what,
            "runtime",
            () => ZStackJson.Read(answers[++turn % Different], QueryVm.Result.Read, TimeZoneInfo.Utc),
            "STJ source generator",
            () => JsonSerializer.Deserialize(answers[++theirTurn % Different], PlainContext.Default.PlainResult),
            1.0,
            1.0);
        return held & Duel.Compare(
            "write, " + what,
            "runtime",
            () =>
            {
                buffer.ResetWrittenCount();
                ZStackJson.Write(ours, buffer);
            },
            "STJ source generator",
            () =>
            {
                buffer.ResetWrittenCount();
                using var own = new Utf8JsonWriter(buffer);
                JsonSerializer.Serialize(own, theirs, PlainContext.Default.PlainResult);
            },
            1.0,
            1.0);
    }

    private static ZStackClient Client(byte[][] answers) => new(new ZStackClientOptions
    {
        BaseAddress = "http://mn.example:8080",
        Credential = ZStackCredential.Session("0123456789abcdef0123456789abcdef"),
        ServerTimeZone = TimeZoneInfo.Utc,
        IncludeSchema = false,
        HandlerFactory = () => new Canned(answers),
    });

    // Many different answers, so that no text is remembered from the same answer before.
    private static byte[][] Answers(Func<int, string> make) => Enumerable.Range(0, Different).Select(i => Encoding.UTF8.GetBytes(make(i))).ToArray();

    private static string Answer(int number, int count)
        => "{\"inventories\":[" + string.Join(",", Enumerable.Range(number * count, count).Select(VmJson)) + "]}";

    // Moments in ISO 8601, which both can read; the members' order is a hash map's, as on the wire.
#pragma warning disable CA5351 // only to spread the digits
    private static string VmJson(int i)
    {
        // What VMs of one cloud share (zone, cluster, network, a few images and hosts) and what each has for itself.
        string Id(string kind) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(kind switch
        {
            "z" or "c" or "e" => kind,
            "b" or "f" => kind + (i % 5),
            _ => kind + i,
        })));
        string nic = string.Join(",", Enumerable.Range(0, 2).Select(n =>
            $$"""{"mac":"fa:ed:00:00:{{i % 90 + 10}}:0{{n}}","uuid":"{{Id("d" + n)}}","ip":"10.{{i / 250}}.{{n}}.{{i % 250}}","vmInstanceUuid":"{{Id("a")}}","deviceId":{{n}},"l3NetworkUuid":"{{Id("e")}}","netmask":"255.255.255.0","gateway":"10.0.0.1","lastOpDate":"2023-11-14T22:13:20+00:00","createDate":"2023-11-14T22:13:20+00:00"}"""));
        return $$"""{"uuid":"{{Id("a")}}","name":"web-{{i}}","description":"a virtual machine for the web","cpuNum":4,"memorySize":8589934592,"cpuSpeed":0,"zoneUuid":"{{Id("z")}}","clusterUuid":"{{Id("c")}}","imageUuid":"{{Id("b")}}","hostUuid":"{{Id("f")}}","lastHostUuid":"{{Id("f")}}","rootVolumeUuid":"{{Id("9")}}","platform":"Linux","defaultL3NetworkUuid":"{{Id("e")}}","type":"UserVm","hypervisorType":"KVM","state":"Running","createDate":"2023-11-14T22:13:20+00:00","lastOpDate":"2023-11-14T22:13:20+00:00","vmNics":[{{nic}}]}""";
    }
#pragma warning restore CA5351

    // Answers from memory, at once.
    private sealed class Canned(byte[][] answers) : HttpMessageHandler
    {
        private int _turn;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is { } content)
                await content.CopyToAsync(System.IO.Stream.Null, cancellationToken).ConfigureAwait(false);
            return new HttpResponseMessage { Content = new ByteArrayContent(answers[++_turn % Different]), RequestMessage = request };
        }
    }
}
