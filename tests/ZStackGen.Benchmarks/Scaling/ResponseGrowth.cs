using System;
using System.Buffers;
using System.Linq;
using ZStack;
using ZStack.Api;
using ZStackGen.Benchmarks.Runtime;

namespace ZStackGen.Benchmarks.Scaling;

/// <summary>The growth of JSON and of a query with the number of VMs in the response.</summary>
internal static class ResponseGrowth
{
    // Several responses, so that no string is cached from the last one.
    private const int Responses = 2;

    public static void Measure(Turns turns)
    {
        (int Count, byte[][] Json)[] responses = [.. new[] { 1, 100, 10_000 }.Select(static count => (count, Answers.Lists(count, Responses)))];
        turns.Measure("json, read, with VMs", [.. responses.Select(static response =>
        {
            int turn = 0;
            return (response.Count, Turns.Of(() => Read(response.Json[++turn % Responses])));
        })]);
        turns.Measure("json, write, with VMs", [.. responses.Select(static response =>
        {
            QueryVmInstanceAction.Result result = Read(response.Json[0]);
            var buffer = new ArrayBufferWriter<byte>(response.Json[0].Length * 2);
            return (response.Count, Turns.Of(() =>
            {
                buffer.ResetWrittenCount();
                ZStackJson.Write(result, buffer);
            }));
        })]);
        var query = new QueryVmInstanceAction { Conditions = ["name~=web%"] };
        turns.Measure("client, query through a stub handler, with VMs", [.. new[] { 10, 100, 1000 }.Select(count =>
        {
            ZStackClient client = RuntimeBenchmark.Client(new Canned(Answers.Lists(count, Responses)));
            return (count, Turns.Of(() =>
            {
                if (client.CallAsync(query).GetAwaiter().GetResult().Inventories.Count != count)
                    throw new InvalidOperationException("The call did not return all VMs.");
            }));
        })]);
    }

    private static QueryVmInstanceAction.Result Read(byte[] json) => ZStackJson.ReadResult<QueryVmInstanceAction.Result>(json, TimeZoneInfo.Utc);
}
