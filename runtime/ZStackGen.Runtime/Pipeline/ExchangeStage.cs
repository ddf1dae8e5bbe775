using System;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Sends the request of a call and reads the response.
internal sealed class ExchangeStage(ClientContext context, RetryingExchange exchange, ResponseReader reader) : ICallStage
{
    public async ValueTask<Submission> RunAsync(CallRequest call, CancellationToken cancellationToken)
    {
        ApiDescriptor api = call.Api;
        var request = new ExchangeRequest(context.Nodes.Current, api, api.HttpMethod, call.Buffers)
        {
            HasBody = api.HasBody,
            Ticket = call.Ticket,
            // The server ignores the id of a synchronous call, so no message names it (PROTOCOL.md §3.1).
            JobId = (api.Traits & ApiTraits.Synchronous) == 0 ? call.JobId : null,
            SentJobId = api.Method == "GET" ? null : call.JobId,
            Webhook = call.Webhook,
            // The response to a query always has a schema (PROTOCOL.md §5.3).
            Schema = context.Options.IncludeSchema && !api.IsQuery,
            Options = call.Options,
        };
        RawResponse response = await exchange
            .SendAsync(request, call.Action.IsRetryable ? context.Options.MaxRetries : 0, mayPause: true, cancellationToken).ConfigureAwait(false);
        if (call.JobId is { } jobId && (response.MayHaveArrivedBefore || call.Options?.JobId is not null) && IsDuplicate(response, jobId))
            return new Submission(jobId, null, call.Ticket);
        return await reader.SubmissionAsync(call, response, cancellationToken).ConfigureAwait(false);
    }

    // 400 `Duplicate job uuid[…]`: the first request arrived (PROTOCOL.md §3.1).
    private static bool IsDuplicate(in RawResponse response, string jobId)
    {
        if (response.Status != HttpStatusCode.BadRequest || response.Body.Length > 4096)
            return false;
        string text = response.Body.ToText();
        return text.IndexOf("duplicate job uuid", StringComparison.OrdinalIgnoreCase) >= 0 && text.IndexOf(jobId, StringComparison.OrdinalIgnoreCase) >= 0;
    }
}
