using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Gets the version and the APIs of the server (PROTOCOL.md §8).
internal sealed class ServerProbe(IApiInvoker invoker, ClientContext context)
{
    // Returns the node that responded, and its version; null if the node states no valid version, or has no API that states it. Other errors are
    // temporary, or the caller must fix them.
    public async Task<(ServerAddress Node, ZStackVersion? Version)> FindVersionAsync(CancellationToken cancellationToken)
    {
        try
        {
            (ServerAddress node, string stated) = await StatedVersionAsync(cancellationToken).ConfigureAwait(false);
            return (node, ZStackVersion.TryParse(stated, out ZStackVersion? version) ? version : null);
        }
        catch (ZStackApiException e) when (e.Error.Code is "SYS.1008" or "SYS.1014" or "PORTAL.1000")
        {
            return (context.Nodes.At(e.Server) ?? context.Server, null);
        }
    }

    // Asks again, also where the version is known: the server may have been upgraded.
    public async Task<ZStackVersion> LearnVersionAsync(CancellationToken cancellationToken)
    {
        (ServerAddress node, string stated) = await StatedVersionAsync(cancellationToken).ConfigureAwait(false);
        if (!ZStackVersion.TryParse(stated, out ZStackVersion? version))
            throw CallFault.Protocol(ProbeAction.GetVersion, node, "the version is '" + context.Redactor.Apply(stated) + "', which is not a version", null, HttpStatusCode.OK, null);
        context.Versions.Learn(node, version);
        return version;
    }

    public async Task<ZStackApiSet> GetApisAsync(CancellationToken cancellationToken)
    {
        ProbeResult result = await invoker.CallAsync(new ProbeAction(ProbeAction.GetSupportApis), cancellationToken).ConfigureAwait(false);
        return new ZStackApiSet(result.Apis
            ?? throw CallFault.Protocol(ProbeAction.GetSupportApis, context.Server, "the response has no list at $.supportApis", null, HttpStatusCode.OK, null));
    }

    private async Task<(ServerAddress Node, string Version)> StatedVersionAsync(CancellationToken cancellationToken)
    {
        ProbeResult result = await invoker.CallAsync(new ProbeAction(ProbeAction.GetVersion), cancellationToken).ConfigureAwait(false);
        ServerAddress node = result.Response?.Node ?? context.Server;
        return (node, result.Version ?? throw CallFault.Protocol(ProbeAction.GetVersion, node, "the response has no version at $.version", null, HttpStatusCode.OK, null));
    }
}
