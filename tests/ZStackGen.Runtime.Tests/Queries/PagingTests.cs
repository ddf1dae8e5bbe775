using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Queries;

public sealed class PagingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ZStackQuery<VmInstanceInventory, VmInstanceInventory.QueryFields> PagesOf(int size) => VmInstanceInventory.Query.WithPageSize(size);

    [Fact]
    public async Task Result_pages_continue_after_the_last_uuid_and_end_with_a_short_page()
    {
        var vms = new PagedVms(25);
        await using var client = vms.Client();

        IReadOnlyList<VmInstanceInventory> all = await client.Query(PagesOf(10)).ToListAsync(Token);

        Assert.Equal(vms.All, all.Select(static vm => vm.Uuid));
        Assert.Equal(
            [(null, "10", null), ("uuid>" + vms.All[9], "10", null), ("uuid>" + vms.All[19], "10", null)],
            vms.Server.Calls.Select(static call => PagedVms.Parameters(call)).Select(static p => (p["q"], p["limit"], p["start"])));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 2)]
    [InlineData(20, 3)]
    public async Task A_full_page_is_followed_by_another_even_if_it_is_empty(int count, int pages)
    {
        var vms = new PagedVms(count);
        await using var client = vms.Client();

        Assert.Equal(count, (await client.Query(PagesOf(10)).ToListAsync(Token)).Count);
        Assert.Equal(pages, vms.Pages);
    }

    [Fact]
    public async Task The_next_page_is_prefetched_but_no_further_one()
    {
        var vms = new PagedVms(30);
        await using var client = vms.Client();
        var asked = new[] { new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource() };
        vms.Before = (page, _) =>
        {
            asked[page].SetResult();
            return Task.CompletedTask;
        };

        await using IAsyncEnumerator<VmInstanceInventory> walk = client.Query(PagesOf(10), Token).GetAsyncEnumerator(Token);
        Assert.True(await walk.MoveNextAsync());
        // After the first item, the second page arrives and no other page is requested.
        await asked[1].Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
        Assert.False(asked[2].Task.IsCompleted);
        for (int i = 1; i < 10; i++)
            Assert.True(await walk.MoveNextAsync());
        Assert.False(asked[2].Task.IsCompleted);
        Assert.True(await walk.MoveNextAsync());
        await asked[2].Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
        Assert.False(asked[3].Task.IsCompleted);
    }

    [Fact]
    public async Task Stopping_early_cancels_the_pending_page_without_an_unobserved_exception()
    {
        var vms = new PagedVms(30);
        await using var client = vms.Client();
        var canceled = new TaskCompletionSource();
        vms.Before = async (page, cancellationToken) =>
        {
            if (page == 0)
                return;
            cancellationToken.Register(canceled.SetResult);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        };
        Exception? unobserved = null;
        EventHandler<UnobservedTaskExceptionEventArgs> watch = (_, e) => unobserved = e.Exception.ToString().Contains("QueryVmInstance", StringComparison.Ordinal) ? e.Exception : unobserved;
        TaskScheduler.UnobservedTaskException += watch;
        try
        {
            await foreach (VmInstanceInventory vm in client.Query(PagesOf(10), Token))
            {
                Assert.NotNull(vm.Uuid);
                break;
            }

            Assert.True(canceled.Task.IsCompleted);
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Assert.Null(unobserved);
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= watch;
        }
    }

    [Fact]
    public async Task A_failed_page_throws_when_it_is_reached()
    {
        var vms = new PagedVms(30);
        await using var client = vms.Client();
        vms.Before = (page, _) => page == 1 ? throw new HttpRequestException("broken") : Task.CompletedTask;
        int seen = 0;

        await Assert.ThrowsAsync<ZStackTransportException>(async () =>
        {
            await foreach (VmInstanceInventory vm in client.Query(PagesOf(10), Token))
                seen++;
        });

        Assert.Equal(10, seen);
    }

    [Fact]
    public async Task Canceling_stops_between_two_resources_with_the_callers_token()
    {
        var vms = new PagedVms(30);
        await using var client = vms.Client();
        using var stop = new CancellationTokenSource();
        int seen = 0;

        var e = await Assert.ThrowsAsync<ZStackCanceledException>(async () =>
        {
            await foreach (VmInstanceInventory vm in client.Query(PagesOf(10), Token).WithCancellation(stop.Token))
            {
                if (++seen == 3)
                    await stop.CancelAsync();
            }
        });

        Assert.Equal(3, seen);
        Assert.True(stop.IsCancellationRequested && e.CancellationToken.IsCancellationRequested);
    }

    [Fact]
    public async Task Canceling_stops_a_pending_page()
    {
        var vms = new PagedVms(30);
        await using var client = vms.Client();
        using var stop = new CancellationTokenSource();
        vms.Before = async (_, cancellationToken) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        };

        var e = await Assert.ThrowsAsync<ZStackCanceledException>(() => client.Query(PagesOf(10)).ToListAsync(stop.Token));

        Assert.Equal(("QueryVmInstance", stop.Token), (e.Api, e.CancellationToken));
    }

    [Fact]
    public async Task Take_and_Skip_request_no_more_than_needed()
    {
        var vms = new PagedVms(100);
        await using var client = vms.Client();

        IReadOnlyList<VmInstanceInventory> some = await client.Query(PagesOf(10).Skip(5).Take(23)).ToListAsync(Token);
        VmInstanceInventory? first = await client.Query(PagesOf(10).Skip(5)).FirstOrDefaultAsync(Token);
        IReadOnlyList<VmInstanceInventory> none = await client.Query(PagesOf(10).Take(0)).ToListAsync(Token);

        Assert.Equal(vms.All.Skip(5).Take(23), some.Select(static vm => vm.Uuid));
        Assert.Equal(vms.All[5], first!.Uuid);
        Assert.Empty(none);
        Assert.Equal(["10", "10", "3", "1"], vms.Server.Calls.Select(static call => PagedVms.Parameters(call)["limit"]));
    }

    [Fact]
    public async Task In_uuid_order_concurrent_creations_and_deletions_shift_nothing()
    {
        var vms = new PagedVms(50);
        List<string> kept = [.. vms.All.Where(static (_, i) => i is not (0 or 1 or 2 or 45))];
        await using var client = vms.Client();
        vms.Before = (page, _) =>
        {
            if (page == 1)
            {
                vms.All.RemoveAll(uuid => !kept.Contains(uuid));
                vms.All.Add("0" + new string('0', 30) + "!");
            }

            return Task.CompletedTask;
        };

        List<string?> seen = [.. (await client.Query(PagesOf(10)).ToListAsync(Token)).Select(static vm => vm.Uuid)];

        Assert.Equal(seen.Distinct(), seen);
        Assert.Empty(kept.Except(seen!));
    }

    [Fact]
    public async Task In_any_other_order_pages_are_counted_and_duplicates_are_removed()
    {
        var vms = new PagedVms(25);
        await using var client = vms.Client();
        vms.Before = (page, _) =>
        {
            // Before the second page, two new resources at the start shift two old ones into it.
            if (page == 1)
                vms.All.AddRange(["!1", "!2"]);
            return Task.CompletedTask;
        };

        IReadOnlyList<VmInstanceInventory> all = await client.Query(PagesOf(10).OrderBy(f => f.Name)).ToListAsync(Token);

        Assert.Equal([null, "10", "20"], vms.Server.Calls.Select(static call => PagedVms.Parameters(call)["start"]));
        Assert.Equal(25, all.Count);
        Assert.Equal(25, all.Select(static vm => vm.Uuid).Distinct().Count());
    }

    [Fact]
    public async Task Counting_fetches_no_resource_and_honors_Skip_and_Take()
    {
        var vms = new PagedVms(25);
        await using var client = vms.Client();

        Assert.Equal(25, await client.Query(VmInstanceInventory.Query.OrderBy(f => f.Name)).CountAsync(Token));
        Assert.Equal(5, await client.Query(VmInstanceInventory.Query.Skip(20)).CountAsync(Token));
        Assert.Equal(10, await client.Query(VmInstanceInventory.Query.Take(10)).CountAsync(Token));
        Assert.Equal(0, await client.Query(VmInstanceInventory.Query.Skip(30)).CountAsync(Token));
        Assert.All(vms.Server.Calls, static call => Assert.EndsWith("/vm-instances?count=true", call.Line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_includes_the_total_count()
    {
        var vms = new PagedVms(25);
        await using var client = vms.Client();

        ZStackPage<VmInstanceInventory> page = await client.Query(VmInstanceInventory.Query.Skip(20).Take(10)).GetPageAsync(Token);
        ZStackPage<VmInstanceInventory> none = await client.Query(VmInstanceInventory.Query.Take(0)).GetPageAsync(Token);

        Assert.Equal((5, 25L), (page.Items.Count, page.Total));
        Assert.Equal((0, 25L), (none.Items.Count, none.Total));
    }

    [Theory]
    [InlineData("""{"inventories":[]}""")]
    [InlineData("""{"inventories":[],"total":null}""")]
    [InlineData("""{"inventories":[],"total":-1}""")]
    public async Task A_missing_or_negative_total_count_is_an_error(string json)
    {
        var server = new StubServer { Answer = _ => StubServer.Json(200, json) };
        await using var client = server.Client();

        await Assert.ThrowsAsync<ZStackProtocolException>(() => client.Query(VmInstanceInventory.Query).CountAsync(Token));
        await Assert.ThrowsAsync<ZStackProtocolException>(() => client.Query(VmInstanceInventory.Query).GetPageAsync(Token));
    }

    [Fact]
    public async Task A_list_too_long_for_one_request_is_split_into_several_with_the_same_result()
    {
        var vms = new PagedVms(5000);
        await using var client = vms.Client();
        List<string> wanted = [.. vms.All.Where(static (_, i) => i % 2 == 0), .. Enumerable.Range(0, 2500).Select(static i => "f" + i.ToString("x31"))];
        wanted.Add(wanted[0].ToUpperInvariant());
        var query = VmInstanceInventory.Query.Where(f => f.Uuid.In(wanted)).Select(f => f.Name);

        IReadOnlyList<VmInstanceInventory> found = await client.Query(query).ToListAsync(Token);
        int requests = vms.Pages;
        long count = await client.Query(query).CountAsync(Token);

        Assert.Equal(wanted.Take(2500).Order(StringComparer.Ordinal), found.Select(static vm => vm.Uuid!).Order(StringComparer.Ordinal));
        Assert.Equal(2500, count);
        Assert.InRange(requests, 5, 20);
        Assert.All(vms.Server.Requests, static request => Assert.InRange(request.Url.AbsoluteUri.Length, 1, 61_000));
        Assert.Equal(7, (await client.Query(query.Take(7)).ToListAsync(Token)).Count);
    }

    [Fact]
    public async Task Two_lists_that_are_too_long_are_both_split()
    {
        var vms = new PagedVms(10);
        await using var client = vms.Client();
        string[] names = [.. Enumerable.Range(0, 1500).Select(static i => i.ToString("x32"))];
        int[] numbers = [.. Enumerable.Range(1_000_000, 6000)];

        await client.Query(VmInstanceInventory.Query.Where(f => f.Name.In(names) & f.CpuNum.In(numbers))).CountAsync(Token);

        var pairs = new HashSet<(string, string)>();
        int sum = 0;
        foreach (Request call in vms.Server.Calls)
        {
            string[] conditions = PagedVms.Parameters(call).GetValues("q")!;
            string[] left = ServerReading.Condition(conditions[0]).Value.Split(',');
            string[] right = ServerReading.Condition(conditions[1]).Value.Split(',');
            sum += left.Length * right.Length;
            pairs.UnionWith(left.Where(static (_, i) => i % 50 == 0).SelectMany(l => right.Where(static (_, i) => i % 50 == 0).Select(r => (l, r))));
        }

        // Every pair once: as many as there are, and no value twice.
        Assert.Equal(1500 * 6000, sum);
        Assert.Equal(vms.Server.Calls.Sum(call =>
        {
            string[] conditions = PagedVms.Parameters(call).GetValues("q")!;
            return ((ServerReading.Condition(conditions[0]).Value.Split(',').Length + 49) / 50) * ((ServerReading.Condition(conditions[1]).Value.Split(',').Length + 49) / 50);
        }), pairs.Count);
    }

    [Fact]
    public async Task A_long_list_that_cannot_be_split_is_refused_with_the_reason()
    {
        var vms = new PagedVms(10);
        await using var client = vms.Client();
        string[] many = [.. Enumerable.Range(0, 5000).Select(static i => i.ToString("x32"))];

        Assert.Contains("cannot be split over several requests with OrderBy or Skip", await RefusedAsync(VmInstanceInventory.Query.Where(f => f.Uuid.In(many)).OrderBy(f => f.Name)), StringComparison.Ordinal);
        Assert.Contains("cannot be split", await RefusedAsync(VmInstanceInventory.Query.Where(f => f.Uuid.In(many)).Skip(1)), StringComparison.Ordinal);
        Assert.Contains("only the values of In", await RefusedAsync(VmInstanceInventory.Query.Where(f => f.Uuid.NotIn(many))), StringComparison.Ordinal);
        Assert.Contains("only the values of In", await RefusedAsync(VmInstanceInventory.Query.Where(f => f.VmNics.Ip.In(many))), StringComparison.Ordinal);
        Assert.Contains("only the values of In", await RefusedAsync(VmInstanceInventory.Query.Where(f => f.Tags.In(many))), StringComparison.Ordinal);
        Assert.Contains("only the values of In", await RefusedAsync(VmInstanceInventory.Query.Where(f => f.SystemTag.In(many))), StringComparison.Ordinal);
        Assert.Contains("only the values of In", await RefusedAsync(VmInstanceInventory.Query.Where(f => f.Field("x").In(many))), StringComparison.Ordinal);
        Assert.Contains("only the values of In", await RefusedAsync(VmInstanceInventory.Query.Where(f => f.Uuid.In(many) | f.Name == "a")), StringComparison.Ordinal);
        Assert.Contains("only the values of In", await RefusedAsync(VmInstanceInventory.Query.Where(f => f.Name == new string('a', 70_000))), StringComparison.Ordinal);
        Assert.Contains("contains a space or a non-ASCII character", await RefusedAsync(VmInstanceInventory.Query.Where(f => f.Name.In(many.Append("名")))), StringComparison.Ordinal);
        Assert.Contains("has no single result page", (await Assert.ThrowsAsync<ArgumentException>(() => client.Query(VmInstanceInventory.Query.Where(f => f.Uuid.In(many))).GetPageAsync(Token))).Message, StringComparison.Ordinal);
        Assert.Empty(vms.Server.Requests);

        async Task<string> RefusedAsync(ZStackQuery<VmInstanceInventory> query)
            => (await Assert.ThrowsAsync<ArgumentException>(() => client.Query(query).ToListAsync(Token))).Message;
    }

    [Fact]
    public async Task More_conditions_than_the_server_accepts_as_parameters_are_sent_as_ZQL()
    {
        var server = new StubServer { Answer = _ => StubServer.Json(200, """{"results":[{"inventories":[{"uuid":"u"}]}]}""") };
        await using var client = server.Client();
        ZStackQuery<VmInstanceInventory, VmInstanceInventory.QueryFields> query = VmInstanceInventory.Query;
        for (int i = 0; i < 1000; i++)
        {
            int number = i;
            query = query.Where(f => f.CpuNum != number);
        }

        Assert.Equal("u", Assert.Single(await client.Query(query).ToListAsync(Token)).Uuid);
        Assert.EndsWith("/zql", server.Calls.Single().Url.AbsolutePath, StringComparison.Ordinal);
    }
}
