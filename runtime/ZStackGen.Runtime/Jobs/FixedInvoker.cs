using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Returns a fixed response in place of a server, for jobs that are created by tests.
internal sealed class FixedInvoker(ZStackResponse response) : IApiInvoker
{
    public static ClientContext Context { get; } = new(new ZStackClientOptions { BaseAddress = "http://localhost", ServerTimeZone = TimeZoneInfo.Utc });

    public ValueTask<ZStackResponse> InvokeAsync(ZStackAction action, ZStackCallOptions? options, CancellationToken cancellationToken) => new(response);

    public ValueTask<Submission> SubmitAsync(ZStackAction action, ZStackCallOptions? options, CancellationToken cancellationToken) => new(new Submission(response, null));

    public ValueTask<Submission> SubmitBareAsync(ZStackAction action, CancellationToken cancellationToken) => new(new Submission(response, null));

    public ValueTask<ZStackResponse?> PollAsync(PolledJob job, CancellationToken cancellationToken) => new(response);
}
