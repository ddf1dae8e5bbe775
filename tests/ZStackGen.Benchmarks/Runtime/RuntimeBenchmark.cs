using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZStack;
using ZStack.Api;
using ZStackGen.Benchmarks.Reporting;

namespace ZStackGen.Benchmarks.Runtime;

// The runtime's budgets, with the code that the generator emits for the repository's pages: a call compared with HttpClient by hand, and JSON
// compared with System.Text.Json's source generator. Refit and NSwag are measured without a budget: they send the same two calls but do not
// support the sessions, jobs and errors of ZStack.
internal static class RuntimeBenchmark
{
    private const string Condition = "name~=web%";

    // The budgets of the project: the time and the allocated bytes, compared with the peer.
    private const double CallTime = 1.1;
    private const double CallBytes = 0.5;
    private const double JsonTime = 0.95;
    private const double JsonBytes = 1.0;

    // The options of the runtime, which skip validation and most escaping.
    private static readonly JsonWriterOptions s_writing = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(FigureLog log)
    {
        var duel = new Duel(log);
        byte[][] ten = Answers.Lists(10), hundred = Answers.Lists(100);
        Parity.SameMembers(typeof(QueryVmInstanceAction.Result), typeof(PlainResult));
        Parity.SameMembers(typeof(CreateVmInstanceAction.Result), typeof(PlainCreated));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        SameContent(ten, seen);
        SameContent(hundred, seen);
        Console.WriteLine($"""
            Both sides know the same members, read the same values, write the same JSON and send the same requests. Left out: the server's
            format of timestamps (they are in ISO 8601), nulls and unknown members (no response has any), waiting for a job (each call
            completes at once), the client's User-Agent and, except in the rows that name it, the schema that a server adds to the results of a
            query. The client uses the schema to find subclasses; the peers ignore it. The runtime returns a text that it has read before; the
            peers allocate each text. Members without a value in any response: {string.Join(", ", Parity.AllMembers(typeof(QueryVmInstanceAction.Result)).Distinct().Except(seen))}.

            """);
        bool held = Json(duel, "10 VMs", ten) & Json(duel, "100 VMs", hundred);
        held &= Schema(duel, "10 VMs", ten) & Schema(duel, "100 VMs", hundred);
        Subclasses.Compare(duel, "100", hundred);
        return held & Calls(duel, ten, Answers.One()) ? 0 : 1;
    }

    private static bool Json(Duel duel, string what, byte[][] answers)
    {
        QueryVmInstanceAction.Result ours = Ours(answers[0]);
        PlainResult theirs = Theirs(answers[0]);
        var buffer = new ArrayBufferWriter<byte>(answers[0].Length * 2);
        int turn = 0, theirTurn = 0;
        return duel.Compare(
            "read, " + what,
            "runtime",
            () => Ours(answers[++turn % answers.Length]),
            "STJ source generator",
            () => Theirs(answers[++theirTurn % answers.Length]),
            JsonTime,
            JsonBytes) & duel.Compare(
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
                Write(theirs, buffer);
            },
            JsonTime,
            JsonBytes);
    }

    private static bool Schema(Duel duel, string what, byte[][] answers)
    {
        byte[][] json = Answers.WithSchema(answers, hasAppliances: false, isBefore: false);
        int turn = 0, theirTurn = 0;
        return duel.Compare(
            "read, " + what + " with schema",
            "runtime",
            () => Ours(json[++turn % json.Length]),
            "STJ source generator",
            () => Theirs(json[++theirTurn % json.Length]),
            JsonTime,
            JsonBytes);
    }

    private static bool Calls(Duel duel, byte[][] ten, byte[][] one)
    {
        string offering = new('a', 32), image = new('b', 32);
        string[] networks = [new('c', 32), new('d', 32)];
        var query = new QueryVmInstanceAction { Conditions = [Condition], Limit = 10 };
        var create = new CreateVmInstanceAction
        {
            Name = "web-1",
            Description = "front end of the shop",
            InstanceOfferingUuid = offering,
            ImageUuid = image,
            L3NetworkUuids = networks,
            DefaultL3NetworkUuid = networks[0],
            Strategy = CreateVmInstanceAction.StrategyValue.InstantStart,
        };
        // Created for each call, as code without the client would do.
        PlainCreateBody Plain() => new()
        {
            Params = new PlainCreate
            {
                Name = "web-1",
                Description = "front end of the shop",
                InstanceOfferingUuid = offering,
                ImageUuid = image,
                L3NetworkUuids = networks,
                DefaultL3NetworkUuid = networks[0],
                Strategy = "InstantStart",
            },
        };
        SameCalls(query, ten[0], create, Plain(), one[0]);

        byte[][] tenWithSchema = Answers.WithSchema(ten, hasAppliances: false, isBefore: false);
        using var http = new HttpClient(new Canned(ten));
        using ZStackClient client = Client(new Canned(ten));
        using var httpOne = new HttpClient(new Canned(one));
        using ZStackClient clientOne = Client(new Canned(one));
        using var httpSchema = new HttpClient(new Canned(tenWithSchema));
        using ZStackClient clientSchema = Client(new Canned(tenWithSchema));
        bool held = duel.Compare(
            "call, query of 10",
            "client",
            () => client.CallAsync(query).GetAwaiter().GetResult(),
            "HttpClient by hand",
            () => ByHand.QueryAsync(http, Condition, 10).GetAwaiter().GetResult(),
            CallTime,
            CallBytes);
        held &= duel.Compare(
            "call, create of 1",
            "client",
            () => clientOne.CallAsync(create).GetAwaiter().GetResult(),
            "HttpClient by hand",
            () => ByHand.CreateAsync(httpOne, Plain().Params!).GetAwaiter().GetResult(),
            CallTime,
            CallBytes);
        held &= duel.Compare(
            "call, query of 10 with schema",
            "client",
            () => clientSchema.CallAsync(query).GetAwaiter().GetResult(),
            "HttpClient by hand",
            () => ByHand.QueryAsync(httpSchema, Condition, 10).GetAwaiter().GetResult(),
            CallTime,
            CallBytes);

        IVmApi refit = RefitRival.Create(new Canned(ten));
        duel.Compare(
            "call, query of 10",
            "client",
            () => client.CallAsync(query).GetAwaiter().GetResult(),
            "Refit",
            () => refit.QueryAsync(Condition, 10, RefitRival.Authorization).GetAwaiter().GetResult());
        IVmApi refitOne = RefitRival.Create(new Canned(one));
        duel.Compare(
            "call, create of 1",
            "client",
            () => clientOne.CallAsync(create).GetAwaiter().GetResult(),
            "Refit",
            () => refitOne.CreateAsync(Plain(), RefitRival.Authorization, Guid.NewGuid().ToString("N")).GetAwaiter().GetResult());
        NSwagCalls.Compare(duel, Client, query, ten, create, one);
        return held;
    }

    // All responses, so that every measured response is checked.
    private static void SameContent(byte[][] answers, HashSet<string> seen)
    {
        foreach (byte[] json in answers)
        {
            QueryVmInstanceAction.Result ours = Ours(json);
            PlainResult theirs = Theirs(json);
            Parity.SameValues(ours, theirs, "read by System.Text.Json", seen);
            Parity.SameValues(ours, ByHandReader.Result(json), "read by hand");
            ArrayBufferWriter<byte> our = new(), their = new();
            ZStackJson.Write(ours, our);
            Write(theirs, their);
            Parity.SameJson(our.WrittenSpan, json, "written by the runtime");
            Parity.SameJson(their.WrittenSpan, json, "written by System.Text.Json");
        }
    }

    // All three send the same two requests and return equal results.
    private static void SameCalls(QueryVmInstanceAction query, byte[] found, CreateVmInstanceAction create, PlainCreateBody plain, byte[] created)
    {
        Parity.SameParameters(typeof(CreateVmInstanceAction), typeof(PlainCreateBody), typeof(PlainCreate));
        Recording ours = new(found), byHand = new(found), refit = new(found);
        using ZStackClient client = Client(ours);
        using var http = new HttpClient(byHand);
        QueryVmInstanceAction.Result result = client.CallAsync(query).GetAwaiter().GetResult();
        Parity.SameValues(result, ByHand.QueryAsync(http, Condition, 10).GetAwaiter().GetResult(), "queried by hand");
        Parity.SameValues(result, RefitRival.Create(refit).QueryAsync(Condition, 10, RefitRival.Authorization).GetAwaiter().GetResult(), "queried by Refit");
        SameRequests(ours, byHand, refit);

        Recording ourCreate = new(created), byHandCreate = new(created), refitCreate = new(created);
        using ZStackClient clientOne = Client(ourCreate);
        using var httpOne = new HttpClient(byHandCreate);
        CreateVmInstanceAction.Result one = clientOne.CallAsync(create).GetAwaiter().GetResult();
        Parity.SameValues(one, ByHand.CreateAsync(httpOne, plain.Params!).GetAwaiter().GetResult(), "created by hand");
        Parity.SameValues(one, RefitRival.Create(refitCreate).CreateAsync(plain, RefitRival.Authorization, "0").GetAwaiter().GetResult(), "created by Refit");
        SameRequests(ourCreate, byHandCreate, refitCreate);
    }

    private static void SameRequests(Recording ours, params Recording[] others)
    {
        foreach (Recording other in others)
        {
            if (ours.Asked != other.Asked)
                throw new InvalidOperationException($"The client asks\n{ours.Asked}\nand not\n{other.Asked}");
            if (ours.Body.Length + other.Body.Length > 0)
                Parity.SameJson(ours.Body, other.Body, "the request");
        }
    }

    private static QueryVmInstanceAction.Result Ours(byte[] json) => ZStackJson.ReadResult<QueryVmInstanceAction.Result>(json, TimeZoneInfo.Utc);

    private static PlainResult Theirs(byte[] json) => JsonSerializer.Deserialize(json, PlainContext.Default.PlainResult)!;

    private static void Write(PlainResult value, ArrayBufferWriter<byte> buffer)
    {
        using var writer = new Utf8JsonWriter(buffer, s_writing);
        JsonSerializer.Serialize(writer, value, PlainContext.Default.PlainResult);
    }

    internal static ZStackClient Client(HttpMessageHandler handler) => new(new ZStackClientOptions
    {
        BaseAddress = ByHand.Server,
        Credential = ZStackCredential.Session(ByHand.Session),
        ServerTimeZone = TimeZoneInfo.Utc,
        IncludeSchema = false,
        HandlerFactory = () => handler,
    });
}
