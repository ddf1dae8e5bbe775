using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Queries;

/// <summary>A canceled query throws an exception with the token of the caller, also if Query and the method have a token each.</summary>
public class CancellationTests
{
    public static TheoryData<string, Func<ZStackPageable<VmInstanceInventory>, CancellationToken, Task>> Methods => new()
    {
        { "ToListAsync", static (q, t) => q.ToListAsync(t) },
        { "CountAsync", static (q, t) => q.CountAsync(t) },
        { "GetPageAsync", static (q, t) => q.GetPageAsync(t) },
        { "FirstOrDefaultAsync", static (q, t) => q.FirstOrDefaultAsync(t) },
        { "foreach", static async (q, t) => { await foreach (VmInstanceInventory _ in q.WithCancellation(t)) { } } },
        { "AsPages", static async (q, t) => { await foreach (ZStackPage<VmInstanceInventory> _ in q.AsPages(t)) { } } },
    };

    [Theory]
    [MemberData(nameof(Methods), DisableDiscoveryEnumeration = true)]
    public async Task The_exception_has_the_token_that_was_canceled(string method, Func<ZStackPageable<VmInstanceInventory>, CancellationToken, Task> run)
    {
        _ = method;
        for (int canceled = 0; canceled < 2; canceled++)
        {
            using var ofQuery = new CancellationTokenSource();
            using var ofMethod = new CancellationTokenSource();
            CancellationTokenSource source = canceled == 0 ? ofQuery : ofMethod;
            var server = new StubServer();
            server.AnswerAsync = async (_, token) =>
            {
                await source.CancelAsync();
                await Task.Delay(Timeout.Infinite, token);
                return new HttpResponseMessage();
            };
            await using var client = server.Client(static o => o.LogOutOnDispose = false);
            var e = await Assert.ThrowsAsync<ZStackCanceledException>(() => run(client.Query(VmInstanceInventory.Query, ofQuery.Token), ofMethod.Token));
            Assert.Equal(source.Token, e.CancellationToken);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_exception_of_a_result_page_has_one_of_three_tokens(int canceled)
    {
        CancellationTokenSource[] sources = [new(), new(), new()];
        var server = new StubServer();
        server.AnswerAsync = async (_, token) =>
        {
            await sources[canceled].CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return new HttpResponseMessage();
        };
        await using var client = server.Client(static o => o.LogOutOnDispose = false);
        var pages = client.Query(VmInstanceInventory.Query, sources[0].Token).AsPages(sources[1].Token).WithCancellation(sources[2].Token);
        var e = await Assert.ThrowsAsync<ZStackCanceledException>(async () => { await foreach (var _ in pages) { } });
        Assert.Equal(sources[canceled].Token, e.CancellationToken);
        Array.ForEach(sources, static s => s.Dispose());
    }
}
