using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// What the server is and can do.
public sealed partial class ZStackClient
{
    /// <summary>Asks for the server's version; no session is needed. A patch that leaves the database as it is reports the version before it (protocol §8).</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The version.</returns>
    /// <exception cref="ZStackException">There was no answer, or none that can be understood.</exception>
    public async Task<ZStackVersion> GetServerVersionAsync(CancellationToken cancellationToken = default)
    {
        ProbeResult result = await CallAsync(new ProbeAction(ProbeAction.GetVersion), cancellationToken).ConfigureAwait(false);
        return ZStackVersion.TryParse(result.Version, out ZStackVersion? version) ? version
            : throw CallFault.Protocol(ProbeAction.GetVersion, Server, "the version is '" + result.Version + "', which is none", null, HttpStatusCode.OK, null);
    }

    /// <summary>Asks which APIs the server has, which tells more than its version does; no session is needed.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The APIs.</returns>
    /// <exception cref="ZStackException">There was no answer, or none that can be understood.</exception>
    public async Task<ZStackApiSet> GetSupportedApisAsync(CancellationToken cancellationToken = default)
    {
        ProbeResult result = await CallAsync(new ProbeAction(ProbeAction.GetSupportApis), cancellationToken).ConfigureAwait(false);
        return new ZStackApiSet(result.Apis
            ?? throw CallFault.Protocol(ProbeAction.GetSupportApis, Server, "the answer has no list at $.supportApis", null, HttpStatusCode.OK, null));
    }
}
