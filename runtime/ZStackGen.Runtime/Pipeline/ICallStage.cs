using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// A stage on the way of a call to the server: it does its own step and leaves the rest to the stage after it.
internal interface ICallStage
{
    ValueTask<Submission> RunAsync(CallRequest call, CancellationToken cancellationToken);
}
