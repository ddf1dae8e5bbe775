using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ZStack;
using ZStack.Api;

namespace Testing;

/// <summary>A fake of the client, with the members that the code under test calls. A mocking library saves the others.</summary>
internal sealed class FakeClient : IZStackClient
{
    /// <summary>Gets the VM instances that queries return.</summary>
    public IList<VmInstanceInventory> Vms { get; } = [];

    /// <summary>Gets the received calls.</summary>
    public IList<ZStackAction> Calls { get; } = [];

    /// <summary>Gets the error of all calls, or null if they succeed.</summary>
    public ZStackError? Error { get; init; }

    public Uri BaseAddress { get; } = new("http://fake.example:8080/zstack");

    public ZStackVersion? ServerVersion => null;

    public ZStackServerTimeZone? ServerTimeZone => null;

    public Task<ZStackApiResult<T>> TryCallAsync<T>(ZStackAction<T> action, ZStackCallOptions? options, CancellationToken cancellationToken = default)
        where T : ZStackResult
    {
        Calls.Add(action);
        if (Error is not null)
            return Task.FromResult(new ZStackApiResult<T>(Error));
        ZStackResult result = action switch
        {
            StopVmInstanceAction stop => new StopVmInstanceAction.Result { Inventory = new VmInstanceInventory { Uuid = stop.Uuid, State = "Stopped" } },
            _ => throw new NotSupportedException(action.ToString()),
        };
        return Task.FromResult(new ZStackApiResult<T>((T)result));
    }

    public ZStackPageable<T> Query<T>(ZStackQuery<T> query, CancellationToken cancellationToken = default)
        where T : ZStackStructure
        => ZStackPageable.FromItems([.. Vms.Cast<T>()]);

    public Task<T> CallAsync<T>(ZStackAction<T> action, ZStackCallOptions? options, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => throw new NotSupportedException();

    public Task<ZStackJob<T>> StartAsync<T>(ZStackAction<T> action, ZStackCallOptions? options, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => throw new NotSupportedException();

    public Task DryRunAsync<T>(ZStackAction<T> action, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => throw new NotSupportedException();

    public ZStackJob<T> ResumeJob<T>(string jobId)
        where T : ZStackResult, new()
        => throw new NotSupportedException();

    public Task<ZStackLongJob<T>> SubmitLongJobAsync<T>(ZStackAction<T> action, ZStackLongJobOptions? options, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => throw new NotSupportedException();

    public ZStackLongJob<T> ResumeLongJob<T>(string uuid)
        where T : ZStackResult, new()
        => throw new NotSupportedException();

    public Task<T?> GetAsync<T>(ZStackQuery<T> query, string uuid, CancellationToken cancellationToken = default)
        where T : ZStackStructure
        => throw new NotSupportedException();

    public Task<ZqlResult> QueryZqlAsync(ZqlStatement statement, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<ZqlResult>> QueryZqlAsync(IReadOnlyList<ZqlStatement> statements, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task LogInAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<ZStackVersion> GetServerVersionAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<ZStackApiSet> GetSupportedApisAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<ZStackServerTimeZone> LearnServerTimeZoneAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
