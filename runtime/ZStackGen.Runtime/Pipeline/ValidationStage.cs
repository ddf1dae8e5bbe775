using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Checks a call and writes its texts, before anything is sent for it: a wrong argument costs no login.
internal sealed class ValidationStage(ClientContext context, ICallStage next) : ICallStage
{
    private const string DryRunTag = "validationOnly";

    public ValueTask<Submission> RunAsync(CallRequest call, CancellationToken cancellationToken)
    {
        context.Lifetime.ThrowIfClosed();
        call.Options?.Validate(call.Api, context.Options.WebhookAddress is not null);
        // A login is shared with other calls and would outlive its caller.
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
