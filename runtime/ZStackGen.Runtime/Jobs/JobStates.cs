using System.Collections.Generic;
using System.Threading;

namespace ZStack;

// The states of a job until it has ended. Not an iterator method, in which the compiler links the tokens of the caller.
internal sealed class JobStates(Job job, CancellationToken token) : IAsyncEnumerable<ZStackJobState>
{
    public async IAsyncEnumerator<ZStackJobState> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        using var tokens = new CallerTokens(token, cancellationToken);
        using var wait = new JobWait(job, isSingle: false, tokens);
        while (true)
        {
            bool ended = await wait.PollAsync().ConfigureAwait(false);
            yield return await wait.StateAsync().ConfigureAwait(false);
            if (ended)
                yield break;
            await wait.PauseAsync().ConfigureAwait(false);
        }
    }
}
