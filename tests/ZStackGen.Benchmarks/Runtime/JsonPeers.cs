using System;
using System.Buffers;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Newtonsoft.Json.Serialization;
using ZStack;
using ZStack.Api;
using ZStackGen.Benchmarks.Reporting;

namespace ZStackGen.Benchmarks.Runtime;

// JSON against all peers, for responses of 1, 100 and 10,000 VMs, and the memory that 10,000 resources take while a program holds them.
internal static class JsonPeers
{
    private const int Held = 10_000;

    private static readonly JsonSerializerOptions s_reflection = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly Newtonsoft.Json.JsonSerializer s_newtonsoft = Newtonsoft.Json.JsonSerializer.Create(new Newtonsoft.Json.JsonSerializerSettings
    {
        ContractResolver = new CamelCasePropertyNamesContractResolver(),
        NullValueHandling = Newtonsoft.Json.NullValueHandling.Ignore,
        Converters = { new ElementConverter() },
    });

    // All sizes and peers.
    public static int Run(FigureLog log)
    {
        var duel = new Duel(log);
        foreach (int count in (int[])[1, 100, 10_000])
            Compare(duel, count, hasGenerator: true);
        Memory(log);
        return 0;
    }

    // One size, against the peers that the runtime's set leaves out.
    public static void RunShort(FigureLog log)
    {
        Compare(new Duel(log), 100, hasGenerator: false);
        Memory(log);
    }

    private static void Compare(Duel duel, int count, bool hasGenerator)
    {
        // Fewer different responses if they are large: their strings differ in any case.
        byte[][] answers = Answers.Lists(count, Math.Clamp(6400 / count, 2, Answers.Count));
        QueryVmInstanceAction.Result ours = Ours(answers[0]);
        PlainResult theirs = JsonSerializer.Deserialize<PlainResult>(answers[0], s_reflection)!;
        Parity.SameValues(ours, theirs, "read by System.Text.Json with reflection");
        Parity.SameValues(ours, ReadNewtonsoft(answers[0]), "read by Newtonsoft.Json");
        var buffer = new ArrayBufferWriter<byte>(answers[0].Length * 2);
        using var stream = new MemoryStream(answers[0].Length * 2);
        WriteNewtonsoft(theirs, stream);
        Parity.SameJson(stream.ToArray(), answers[0], "written by Newtonsoft.Json");

        string what = LoadName(count);
        void Read(string peer, Func<byte[], object> read)
        {
            int turn = 0, theirTurn = 0;
            duel.Compare("read, " + what, "runtime", () => Ours(answers[++turn % answers.Length]), peer, () => read(answers[++theirTurn % answers.Length]));
        }

        void Write(string peer, Action write) => duel.Compare("write, " + what, "runtime", WriteOurs, peer, write);

        void WriteOurs()
        {
            buffer.ResetWrittenCount();
            ZStackJson.Write(ours, buffer);
        }

        void WriteTheirs(Action<Utf8JsonWriter> write)
        {
            buffer.ResetWrittenCount();
            using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
            write(writer);
        }

        if (hasGenerator)
        {
            Read("STJ source generator", static json => JsonSerializer.Deserialize(json, PlainContext.Default.PlainResult)!);
            Write("STJ source generator", () => WriteTheirs(writer => JsonSerializer.Serialize(writer, theirs, PlainContext.Default.PlainResult)));
        }

        Read("STJ reflection", static json => JsonSerializer.Deserialize<PlainResult>(json, s_reflection)!);
        Write("STJ reflection", () => WriteTheirs(writer => JsonSerializer.Serialize(writer, theirs, s_reflection)));
        Read("Newtonsoft.Json", ReadNewtonsoft);
        Write("Newtonsoft.Json", () => WriteNewtonsoft(theirs, stream));
    }

    private static void Memory(FigureLog log)
    {
        byte[] json = Answers.Lists(Held, 1)[0];
        double ours = BytesOf(() => Ours(json)), plain = BytesOf(() => JsonSerializer.Deserialize(json, PlainContext.Default.PlainResult)!);
        log.Add(new Figure("json", "memory of a VM held, of 10,000", ours / Held, "bytes"));
        log.Add(new Figure("json", "memory of 10,000 VMs held", ours / plain, "x") { Peer = "plain classes" });
        Console.WriteLine(FormattableString.Invariant($"10,000 VMs held: {ours / Held:F0} bytes per VM, plain classes {plain / Held:F0}: x{ours / plain:F2}"));
    }

    // The memory that stays reachable through the value.
    private static double BytesOf(Func<object> make)
    {
        make();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        object value = make();
        long after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(value);
        return after - before;
    }

    private static string LoadName(int count) => count == 1 ? "1 VM" : FormattableString.Invariant($"{count} VMs");

    private static QueryVmInstanceAction.Result Ours(byte[] json) => ZStackJson.ReadResult<QueryVmInstanceAction.Result>(json, TimeZoneInfo.Utc);

    private static PlainResult ReadNewtonsoft(byte[] json)
    {
        using var reader = new Newtonsoft.Json.JsonTextReader(new StreamReader(new MemoryStream(json), Encoding.UTF8));
        return s_newtonsoft.Deserialize<PlainResult>(reader)!;
    }

    private static void WriteNewtonsoft(PlainResult value, MemoryStream stream)
    {
        stream.SetLength(0);
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 4096, leaveOpen: true);
        s_newtonsoft.Serialize(writer, value);
    }

    // Newtonsoft.Json does not know the elements of System.Text.Json, which hold the bytes of an address: four numbers.
    private sealed class ElementConverter : Newtonsoft.Json.JsonConverter<JsonElement?>
    {
        public override JsonElement? ReadJson(Newtonsoft.Json.JsonReader reader, Type objectType, JsonElement? existingValue, bool hasExistingValue, Newtonsoft.Json.JsonSerializer serializer) =>
            JsonElement.Parse(Newtonsoft.Json.Linq.JRaw.Create(reader).ToString());

        public override void WriteJson(Newtonsoft.Json.JsonWriter writer, JsonElement? value, Newtonsoft.Json.JsonSerializer serializer) => writer.WriteRawValue(value?.GetRawText());
    }
}
