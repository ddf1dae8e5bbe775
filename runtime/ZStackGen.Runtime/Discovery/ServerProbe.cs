using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Gets the version and the APIs of the server (PROTOCOL.md §8).
internal sealed class ServerProbe(IApiInvoker invoker, ClientContext context)
{
    public async Task<ZStackVersion> GetVersionAsync(CancellationToken cancellationToken)
    {
        ProbeResult result = await invoker.CallAsync(new ProbeAction(ProbeAction.GetVersion), cancellationToken).ConfigureAwait(false);
        return ZStackVersion.TryParse(result.Version, out ZStackVersion? version) ? version
            : throw CallFault.Protocol(ProbeAction.GetVersion, context.Server, "the version is '" + result.Version + "', which is not a version", null, HttpStatusCode.OK, null);
    }

    // Asks again, also where the version is known: the server may have been upgraded.
    public async Task<ZStackVersion> LearnVersionAsync(CancellationToken cancellationToken)
    {
        ZStackVersion version = await GetVersionAsync(cancellationToken).ConfigureAwait(false);
        context.Versions.Learn(context.Nodes.Current, version);
        return version;
    }

    public async Task<ZStackApiSet> GetApisAsync(CancellationToken cancellationToken)
    {
        ProbeResult result = await invoker.CallAsync(new ProbeAction(ProbeAction.GetSupportApis), cancellationToken).ConfigureAwait(false);
        return new ZStackApiSet(result.Apis
            ?? throw CallFault.Protocol(ProbeAction.GetSupportApis, context.Server, "the response has no list at $.supportApis", null, HttpStatusCode.OK, null));
    }
}
