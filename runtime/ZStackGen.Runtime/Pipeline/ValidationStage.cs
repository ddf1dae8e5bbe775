using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Validates a call and writes its request before anything is sent, so that an invalid argument does not cause a login.
internal sealed class ValidationStage(ClientContext context, ICallStage next) : ICallStage
{
    private const string DryRunTag = "validationOnly";

    public ValueTask<Submission> RunAsync(CallRequest call, CancellationToken cancellationToken)
    {
        context.Lifetime.ThrowIfClosed();
        call.Options?.Validate(call.Api, context.Options.WebhookAddress is not null);
        // Check cancellation first: a shared login outlives its caller.
        if (cancellationToken.IsCancellationRequested)
            throw CallFault.Canceled(call.Api, context.Server, null, null, false, cancellationToken);
        Write(context, call);
        return next.RunAsync(call, cancellationToken);
    }

    public static void Write(ClientContext context, in CallRequest call)
    {
        call.Buffers.Write(call.Action, context.Options.ValidateArguments);
        if (call.Options is { DryRun: true })
            call.Buffers.AddSystemTag(DryRunTag, call.Api.HasBody);
        RequestHead.Check(call.Api, context.Server.Base.Length + call.Buffers.Url.Length);
    }
}
