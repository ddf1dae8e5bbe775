using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Queries;

/// <summary>Result pages with elements that are null, or resources without a UUID, neither end a query nor repeat resources.</summary>
public class IncompletePageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<int[], bool> Elements => new()
    {
        { [5], false },
        { [5], true },
        { [0, 9, 10, 19, 24], false },
        { [0, 9, 10, 19, 24], true },
        // A whole page.
        { [10, 11, 12, 13, 14, 15, 16, 17, 18, 19], false },
        { [10, 11, 12, 13, 14, 15, 16, 17, 18, 19], true },
    };

    [Theory]
    [MemberData(nameof(Elements))]
    public async Task Elements_that_are_null_do_not_end_a_query(int[] nulls, bool isOrdered)
    {
        var vms = new PagedVms(25);
        vms.Write = uuid => nulls.Contains(vms.All.IndexOf(uuid)) ? "null" : $$"""{"uuid":"{{uuid}}"}""";
        await using var client = vms.Client();
        var query = VmInstanceInventory.Query.WithPageSize(10);
        var found = await client.Query(isOrdered ? query.OrderBy(static f => f.Name) : query).ToListAsync(Stop);
        Assert.Equal(vms.All.Where((_, i) => !nulls.Contains(i)), found.Select(static vm => vm.Uuid));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(19)]
    [InlineData(29)]
    public async Task A_resource_without_a_uuid_at_the_end_of_a_page_repeats_no_resource(int place)
    {
        var vms = new PagedVms(45);
        vms.Write = uuid => vms.All.IndexOf(uuid) == place ? """{"name":"without"}""" : $$"""{"uuid":"{{uuid}}"}""";
        await using var client = vms.Client();
        var found = await client.Query(VmInstanceInventory.Query.WithPageSize(10)).ToListAsync(Stop);
        Assert.Equal(vms.All.Select((uuid, i) => i == place ? "without" : uuid), found.Select(static vm => vm.Name ?? vm.Uuid));
    }
}
