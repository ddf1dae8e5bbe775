using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using Xunit;
using ZStack.Tests.Model;

namespace ZStack.Tests.Client;

/// <summary>Application code can be tested without a server, with a few lines of setup.</summary>
public class FakeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call()
    {
        var client = Substitute.For<IZStackClient>();
        client.CallAsync(Arg.Any<CreateZoneAction>(), null, Stop).Returns(new ZoneResult { ZoneUuid = "east" });
        Assert.Equal("east", (await client.CallAsync(new CreateZoneAction { Name = "east" }, Stop)).ZoneUuid);
    }

    [Fact]
    public async Task A_failing_call()
    {
        var client = Substitute.For<IZStackClient>();
        client.CallAsync(Arg.Any<CreateZoneAction>(), null, Stop).ThrowsAsync(new ZStackQuotaException("full", new ZStackError { Code = "ID.1003" }));
        Assert.Equal("ID.1003", (await Assert.ThrowsAsync<ZStackQuotaException>(() => client.CallAsync(new CreateZoneAction { Name = "east" }, Stop))).Error.Code);
    }

    [Fact]
    public async Task A_job_that_completes()
    {
        var client = Substitute.For<IZStackClient>();
        client.ResumeJob<ZoneResult>("1a2b").Returns(ZStackJob.Completed(new ZoneResult { ZoneUuid = "east" }, "1a2b"));
        Assert.Equal("east", (await client.ResumeJob<ZoneResult>("1a2b").WaitAsync(Stop)).ZoneUuid);
    }

    [Fact]
    public async Task A_query_of_three_resources()
    {
        var client = Substitute.For<IZStackClient>();
        client.Query(Arg.Any<ZStackQuery<VmInstanceInventory>>(), Stop).Returns(ZStackPageable.FromItems(Vm("a"), Vm("b"), Vm("c")));
        Assert.Equal(3, await client.Query(VmInstanceInventory.Query, Stop).CountAsync(Stop));
    }

    [Fact]
    public async Task A_fixed_sequence_replaces_the_results_of_a_query()
    {
        ZStackPageable<VmInstanceInventory> found = ZStackPageable.FromPages(new ZStackPage<VmInstanceInventory>([Vm("a"), Vm("b")]), new ZStackPage<VmInstanceInventory>([Vm("c")]));
        var names = new List<string?>();
        await foreach (VmInstanceInventory vm in found)
            names.Add(vm.Name);
        Assert.Equal(["a", "b", "c"], names);
        Assert.Equal(["a", "b", "c"], (await found.ToListAsync(Stop)).Select(static vm => vm.Name));
        Assert.Equal("a", (await found.FirstOrDefaultAsync(Stop))!.Name);
        Assert.Equal(3, (await found.GetPageAsync(Stop)).Total);
        int pages = 0;
        await foreach (ZStackPage<VmInstanceInventory> page in found.AsPages(Stop))
            pages += page.Items.Count > 0 ? 1 : 0;
        Assert.Equal(2, pages);
        Assert.Null(await ZStackPageable.FromItems<VmInstanceInventory>().FirstOrDefaultAsync(Stop));
    }

    [Fact]
    public async Task Jobs_long_jobs_and_results_created_by_a_test_behave_like_real_ones()
    {
        var error = new ZStackError { Code = "SYS.1006", Details = "no host" };
        ZStackJob<ZoneResult> failed = ZStackJob.Failed<ZoneResult>(error);
        Assert.Equal("SYS.1006", (await Assert.ThrowsAsync<ZStackApiException>(() => failed.WaitAsync(Stop))).Error.Code);
        Assert.Equal(ZStackJobPhase.Failed, (await failed.GetStateAsync(Stop)).Phase);
        Assert.False((await failed.TryWaitAsync(Stop)).IsSuccess);
        ZStackJob<ZoneResult> completed = ZStackJob.Completed(new ZoneResult());
        Assert.True(completed.IsCompleted);
        Assert.True((await completed.TryWaitAsync(Stop)).IsSuccess);

        var result = new ZoneResult();
        Assert.Same(result, await ZStackLongJob.Completed(result).WaitAsync(Stop));
        Assert.Equal(ZStackLongJobPhase.Succeeded, (await ZStackLongJob.Completed(result).GetStateAsync(Stop)).Phase);
        Assert.Same(result, (await ZStackLongJob.Completed(result).TryWaitAsync(Stop)).Value);
        Assert.Equal("no host", (await ZStackLongJob.Failed<ZoneResult>(error).TryWaitAsync(Stop)).Error!.Details);
        Assert.Equal("no host", (await Assert.ThrowsAsync<ZStackLongJobException>(() => ZStackLongJob.Failed<ZoneResult>(error).WaitAsync(Stop))).Error.Details);

        Assert.Same(result, new ZStackApiResult<ZoneResult>(result).Value);
        Assert.Equal("SYS.1006", Assert.Throws<ZStackApiException>(() => new ZStackApiResult<ZoneResult>(error).GetValueOrThrow()).Error.Code);
    }

    private static VmInstanceInventory Vm(string name) => new() { Name = name, Uuid = name };
}
