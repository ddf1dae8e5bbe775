using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Gets the version and the APIs of the server (PROTOCOL.md §8).
internal sealed class ServerProbe(IApiInvoker invoker, ClientContext context)
{
    // Returns null if the server states no valid version, or has no API that states it. Other errors are temporary, or the caller must fix them.
    public async Task<ZStackVersion?> FindVersionAsync(CancellationToken cancellationToken)
    {
        try
        {
            return ZStackVersion.TryParse(await StatedVersionAsync(cancellationToken).ConfigureAwait(false), out ZStackVersion? version) ? version : null;
        }
        catch (ZStackApiException e) when (e.Error.Code is "SYS.1008" or "SYS.1014" or "PORTAL.1000")
        {
            return null;
        }
    }

    // Asks again, also where the version is known: the server may have been upgraded.
    public async Task<ZStackVersion> LearnVersionAsync(CancellationToken cancellationToken)
    {
        string stated = await StatedVersionAsync(cancellationToken).ConfigureAwait(false);
        if (!ZStackVersion.TryParse(stated, out ZStackVersion? version))
            throw CallFault.Protocol(ProbeAction.GetVersion, context.Server, "the version is '" + context.Redactor.Apply(stated) + "', which is not a version", null, HttpStatusCode.OK, null);
        context.Versions.Learn(context.Nodes.Current, version);
        return version;
    }

    public async Task<ZStackApiSet> GetApisAsync(CancellationToken cancellationToken)
    {
        ProbeResult result = await invoker.CallAsync(new ProbeAction(ProbeAction.GetSupportApis), cancellationToken).ConfigureAwait(false);
        return new ZStackApiSet(result.Apis
            ?? throw CallFault.Protocol(ProbeAction.GetSupportApis, context.Server, "the response has no list at $.supportApis", null, HttpStatusCode.OK, null));
    }

    private async Task<string> StatedVersionAsync(CancellationToken cancellationToken)
        => (await invoker.CallAsync(new ProbeAction(ProbeAction.GetVersion), cancellationToken).ConfigureAwait(false)).Version
            ?? throw CallFault.Protocol(ProbeAction.GetVersion, context.Server, "the response has no version at $.version", null, HttpStatusCode.OK, null);
}
