using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// The stages of a call and of a poll: validate -> authenticate -> send -> retry and fail over -> read.
internal sealed class CallPipeline
{
    private readonly ClientContext _context;
    private readonly Authenticator _authenticator;
    private readonly RetryingExchange _exchange;
    private readonly ResponseReader _reader;
    private readonly JobIdStage _send;
    private readonly ValidationStage _validate;

    public CallPipeline(ClientContext context, Authenticator authenticator, IExchange exchange)
    {
        _context = context;
        _authenticator = authenticator;
        _exchange = new RetryingExchange(context, exchange);
        _reader = new ResponseReader(context);
        _send = new JobIdStage(context, new ExchangeStage(context, _exchange, _reader));
        _validate = new ValidationStage(context, new VersionStage(context, new AuthenticationStage(context, authenticator, _send)));
    }

    public async ValueTask<Submission> SubmitAsync(ZStackAction action, ZStackCallOptions? options, CancellationToken cancellationToken)
    {
        if (action is null)
            throw new ArgumentNullException(nameof(action));
        CallBuffers buffers = _context.Buffers.Rent();
        buffers.Headers = options?.Headers;
        try
        {
            return await _validate.RunAsync(new CallRequest(action, options, buffers), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _context.Buffers.Return(buffers);
        }
    }

    // Sends a call without a credential, also while the client closes.
    public async ValueTask<Submission> SubmitBareAsync(ZStackAction action, CancellationToken cancellationToken)
    {
        CallBuffers buffers = _context.Buffers.Rent();
        try
        {
            var call = new CallRequest(action, null, buffers);
            ValidationStage.Write(_context, call);
            return await _send.RunAsync(call, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _context.Buffers.Return(buffers);
        }
    }

    // Polls a job once; returns null while it runs.
    public async ValueTask<ZStackResponse?> PollAsync(PolledJob job, CancellationToken cancellationToken)
    {
        _context.Lifetime.ThrowIfClosed();
        CallBuffers buffers = _context.Buffers.Rent();
        try
        {
            buffers.JobSecrets = job.Secrets;
            buffers.Url.Append("/v1/api-jobs/");
            buffers.Url.Append(job.Id);
            // Polls need no authentication (PROTOCOL.md §3), so no session is opened.
            AuthTicket? ticket = job.Ticket ?? _authenticator.Present;
            var request = new ExchangeRequest(_context.Nodes.Current, job.Api, System.Net.Http.HttpMethod.Get, buffers)
            {
                Ticket = ticket,
                JobId = job.Id,
                JobAccepted = true,
                Schema = _context.Options.IncludeSchema,
            };
            // Every node knows the job, so a poll moves on to the next node at once. The job itself waits between its polls.
            RawResponse response = await _exchange.SendAsync(request, _context.Nodes.Count - 1, mayPause: false, cancellationToken).ConfigureAwait(false);
            ZStackResponse? ended = await _reader.JobAsync(job, response, cancellationToken).ConfigureAwait(false);
            if (ended?.Error?.Code == AuthenticationStage.SessionLost && ticket is not null)
                _authenticator.Forget(ticket);
            return ended;
        }
        finally
        {
            _context.Buffers.Return(buffers);
        }
    }
}
