using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Drops or rejects parameters that the server's version does not support, as the options specify. After a failover, gets the version of the new node.
internal sealed class VersionStage(ClientContext context, ICallStage next) : ICallStage
{
    private const string Question = "GetVersion";

    public ValueTask<Submission> RunAsync(CallRequest call, CancellationToken cancellationToken)
    {
        ApiDescriptor api = call.Api;
        bool isGated = VersionGate.Covers(context, api);
        return (isGated || context.Versions.IsStale(context.Server)) && api.Name != Question
            ? LearnAsync(call, isGated, cancellationToken)
            : next.RunAsync(call, cancellationToken);
    }

    private async ValueTask<Submission> LearnAsync(CallRequest call, bool isGated, CancellationToken cancellationToken)
    {
        try
        {
            ZStackVersion? version = await VersionGate.LearnAsync(context, call.Api, cancellationToken).ConfigureAwait(false);
            if (isGated && version is not null)
                VersionGate.Apply(context, call.Api, version, newer => RequestMembers.Remove(call.Buffers, call.Api.HasBody, newer));
        }
        catch (ZStackException) when (!isGated)
        {
            // The call does not depend on the version, and itself reports an unreachable node.
        }

        return await next.RunAsync(call, cancellationToken).ConfigureAwait(false);
    }
}
