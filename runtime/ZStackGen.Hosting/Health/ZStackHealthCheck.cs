using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ZStack.Serialization;

namespace ZStack.Hosting;

// Asks the management node whether it is ready. The API requires no session (PROTOCOL.md §9), so the check neither logs in nor extends a session.
internal sealed class ZStackHealthCheck(ZStackClient client) : IHealthCheck
{
    private const string NotReady = "SYS.1010";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>(System.StringComparer.Ordinal) { ["server"] = client.BaseAddress.ToString() };
        try
        {
            var action = new ZStackRawAction("IsReadyToGo", "GET", "/v1/management-nodes/ready", traits: ApiTraits.None);
            ZStackApiResult<ZStackRawResult> result = await client.TryCallAsync(action, cancellationToken).ConfigureAwait(false);
            if (result.IsSuccess)
                return HealthCheckResult.Healthy("The management node at " + client.BaseAddress + " is ready.", data);
            // The text of an error without details is its code, in a form that is safe for logs.
            data["error"] = result.Error.Code is { Length: > 0 } code ? new ZStackError { Code = code }.ToString() : string.Empty;
            string state = result.Error.Code == NotReady ? " is not ready: " : " did not report that it is ready: ";
            return new HealthCheckResult(context.Registration.FailureStatus, "The management node at " + client.BaseAddress + state + result.Error, null, data);
        }
        catch (ZStackException e)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, e.Message, e, data);
        }
    }
}
