using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// A stage of the call pipeline: performs its step and calls the next stage.
internal interface ICallStage
{
    ValueTask<Submission> RunAsync(CallRequest call, CancellationToken cancellationToken);
}
