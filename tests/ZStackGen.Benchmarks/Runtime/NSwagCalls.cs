using System;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Tasks;
using ZStack;
using ZStack.Api;

namespace ZStackGen.Benchmarks.Runtime;

/// <summary>A query and a create through the client and through NSwag's client, after both sent the same requests and read the same responses.</summary>
internal static class NSwagCalls
{
    private const string Peer = "NSwag";

    private static readonly JsonSerializerOptions s_writing = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Compares the two calls, without a budget.</summary>
    /// <param name="duel">The comparison.</param>
    /// <param name="clientOf">Returns a client over a handler.</param>
    /// <param name="query">The query.</param>
    /// <param name="found">The responses to the query.</param>
    /// <param name="create">The create.</param>
    /// <param name="created">The responses to the create.</param>
    public static void Compare(Duel duel, Func<HttpMessageHandler, ZStackClient> clientOf, QueryVmInstanceAction query, byte[][] found, CreateVmInstanceAction create, byte[][] created)
    {
        string[] networks = [.. create.L3NetworkUuids!];
        string strategy = create.Strategy.ToString()!;
        Task Query(INSwagVms client) => client.QueryAsync(query.Conditions!.Single(), query.Limit!.Value);
        Task Create(INSwagVms client) => client.CreateAsync(create.Name!, create.Description!, create.InstanceOfferingUuid!, create.ImageUuid!, networks, create.DefaultL3NetworkUuid!, strategy);
        Same(clientOf, client => client.CallAsync(query), Query, found[0]);
        Same(clientOf, client => client.CallAsync(create), Create, created[0]);

        using ZStackClient ourQuery = clientOf(new Canned(found));
        INSwagVms theirQuery = NSwagRival.Create(new Canned(found), ByHand.Server);
        duel.Compare("call, query of 10", "client", () => ourQuery.CallAsync(query).GetAwaiter().GetResult(), Peer, () => Query(theirQuery).GetAwaiter().GetResult());
        using ZStackClient ourCreate = clientOf(new Canned(created));
        INSwagVms theirCreate = NSwagRival.Create(new Canned(created), ByHand.Server);
        duel.Compare("call, create of 1", "client", () => ourCreate.CallAsync(create).GetAwaiter().GetResult(), Peer, () => Create(theirCreate).GetAwaiter().GetResult());
    }

    private static void Same(Func<HttpMessageHandler, ZStackClient> clientOf, Func<ZStackClient, Task> our, Func<INSwagVms, Task> their, byte[] json)
    {
        Recording ours = new(json), theirs = new(json);
        using ZStackClient client = clientOf(ours);
        our(client).GetAwaiter().GetResult();
        INSwagVms nswag = NSwagRival.Create(theirs, ByHand.Server);
        Task call = their(nswag);
        call.GetAwaiter().GetResult();

        // NSwag's client sends the type that it accepts, and no UUID of a job.
        if (Without(ours.Asked, "X-Job-UUID") != Without(theirs.Asked, "Accept: application/json"))
            throw new InvalidOperationException($"The client asks\n{ours.Asked}\nand NSwag's client\n{theirs.Asked}");
        if (ours.Body.Length + theirs.Body.Length > 0)
            Parity.SameJson(ours.Body, theirs.Body, "the request");

        // NSwag's classes have collections of other types, so the comparison is of the JSON that they write.
        object result = nswag.ResultOf(call);
        Parity.SameJson(JsonSerializer.SerializeToUtf8Bytes(result, result.GetType(), s_writing), json, "read by NSwag's client");
    }

    private static string Without(string asked, string header) => string.Join('\n', asked.Split('\n').Where(line => line != header));
}
