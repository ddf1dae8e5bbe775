using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Drops or rejects what the server's version does not support, as the options specify.
internal static class VersionGate
{
    // Determines whether a request of the API can contain anything to drop or to reject.
    public static bool Covers(ClientContext context, ApiDescriptor api) =>
        context.Options.UnsupportedParameters != ZStackUnsupportedParameters.Send && (api.Since is not null || api.NewerParameters is not null);

    public static async ValueTask<ZStackVersion?> LearnAsync(ClientContext context, ApiDescriptor api, CancellationToken cancellationToken)
    {
        try
        {
            return await context.Versions.FindAsync(() => context.Server, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw CallFault.Canceled(api, context.Server, e, null, false, cancellationToken);
        }
        catch (ObjectDisposedException) when (context.Lifetime.IsClosed)
        {
            throw CallFault.Disposed(api, context.Server, null);
        }
    }

    // Removes the unsupported parameters by a function that returns those that the request contained.
    public static void Apply(ClientContext context, ApiDescriptor api, ZStackVersion actual, Func<List<ParameterVersion>, IReadOnlyList<ParameterVersion>> remove)
    {
        bool throws = context.Options.UnsupportedParameters == ZStackUnsupportedParameters.Throw;
        if (throws && ZStackVersion.TryParse(api.Since, out ZStackVersion? since) && actual < since)
            throw ZStackUnsupportedVersionException.Of(api.Name, null, since, actual);
        var newer = new List<ParameterVersion>();
        foreach (ParameterVersion parameter in api.ParameterVersions)
            if (actual < parameter.Version)
                newer.Add(parameter);
        if (newer.Count == 0)
            return;
        foreach (ParameterVersion parameter in remove(newer))
        {
            if (throws)
                throw ZStackUnsupportedVersionException.Of(api.Name, parameter.Name, parameter.Version, actual);
            if (context.Observer.IsOn)
                context.Observer.ParameterDropped(new ZStackClientEvent(api, context.Server) { Member = parameter.Name, Expected = "ZStack " + parameter.Version });
        }
    }
}
