using System.Collections.Generic;
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
        bool isGated = context.Options.UnsupportedParameters != ZStackUnsupportedParameters.Send && (api.Since is not null || api.NewerParameters is not null);
        return (isGated || context.Versions.IsStale(context.Nodes.Current)) && api.Name != Question
            ? LearnAsync(call, isGated, cancellationToken)
            : next.RunAsync(call, cancellationToken);
    }

    private async ValueTask<Submission> LearnAsync(CallRequest call, bool isGated, CancellationToken cancellationToken)
    {
        try
        {
            ZStackVersion? version = await context.Versions.FindAsync(() => context.Nodes.Current, cancellationToken).ConfigureAwait(false);
            if (isGated && version is not null)
                Gate(call, version);
        }
        catch (ZStackTransportException) when (!isGated)
        {
            // The call itself reports an unreachable node.
        }
        catch (System.OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw CallFault.Canceled(call.Api, context.Server, e, null, false, cancellationToken);
        }

        return await next.RunAsync(call, cancellationToken).ConfigureAwait(false);
    }

    private void Gate(in CallRequest call, ZStackVersion actual)
    {
        ApiDescriptor api = call.Api;
        bool throws = context.Options.UnsupportedParameters == ZStackUnsupportedParameters.Throw;
        if (throws && ZStackVersion.TryParse(api.Since, out ZStackVersion? since) && actual < since)
            throw ZStackUnsupportedVersionException.Of(api.Name, null, since, actual);
        var newer = new List<ParameterVersion>();
        foreach (ParameterVersion parameter in api.ParameterVersions)
            if (actual < parameter.Version)
                newer.Add(parameter);
        if (newer.Count == 0)
            return;
        foreach (ParameterVersion parameter in RequestMembers.Remove(call.Buffers, api.HasBody, newer))
        {
            if (throws)
                throw ZStackUnsupportedVersionException.Of(api.Name, parameter.Name, parameter.Version, actual);
            if (context.Observer.IsOn)
                context.Observer.ParameterDropped(new ZStackClientEvent(api, context.Server) { Member = parameter.Name, Expected = "ZStack " + parameter.Version });
        }
    }
}
