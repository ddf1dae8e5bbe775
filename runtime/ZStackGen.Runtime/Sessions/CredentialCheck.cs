using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Checks an access key or a session, which are not checked by a login. Every version of the server has the query, and the number of zones is a small response.
internal sealed class CredentialCheck(IApiInvoker invoker, ClientContext context)
{
    private const string PermissionDenied = "ID.1002";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var action = new CountZonesAction();
        ZStackResponse response = await invoker.InvokeAsync(action, null, cancellationToken).ConfigureAwait(false);
        switch (response.Error?.Code)
        {
            case null when response.IsSuccess:
                if (((CountResult)response.Value).Total is null)
                    throw CallFault.Protocol(action.Api, response.Node ?? context.Server, JsonFault.MissingTotal, null, response.Status, null);
                return;
            // The server knows the account, which may not query zones.
            case PermissionDenied:
                return;
            case AuthenticationStage.SessionLost:
                throw CallFault.CredentialRefused(action.Api, response.Node ?? context.Server, response.Error!, response.Status);
            default:
                response.GetValueOrThrow();
                return;
        }
    }

    private sealed class CountZonesAction : ZStackAction<CountResult>
    {
        private static readonly ApiDescriptor s_api = new("QueryZone", "GET", "/v1/zones", ApiTraits.RequiresSession);

        public override ApiDescriptor Api => s_api;

        protected internal override void WriteQuery(ref QueryWriter query) => query.Add("count", true);

        protected internal override CountResult ReadResult(ref JsonReader reader) => reader.ReadMembers(new CountResult());
    }

    private sealed class CountResult : ZStackResult
    {
        public long? Total { get; private set; }

        protected internal override bool ReadMember(ref JsonReader reader)
        {
            if (!reader.NameIs("total"u8))
                return base.ReadMember(ref reader);
            Total = reader.Int64();
            return true;
        }
    }
}
