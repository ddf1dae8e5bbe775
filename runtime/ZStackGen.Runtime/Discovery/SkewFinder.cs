using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Finds out how much the clock of a node is ahead of this machine's.
internal sealed class SkewFinder(ClientContext context, IExchange exchange)
{
    private readonly ResponseReader _reader = new(context);

    // How much a node's clock is ahead of ours; null if it does not tell.
    public async Task<TimeSpan?> FindAsync(ServerNode node, CancellationToken cancellationToken)
    {
        var action = new GetCurrentTimeAction();
        CallBuffers buffers = context.Buffers.Rent();
        try
        {
            buffers.Write(action, false);
            DateTimeOffset before = context.Options.TimeProvider.GetUtcNow();
            RawResponse response = await exchange.SendAsync(
                new ExchangeRequest(node, action.Api, action.Api.HttpMethod, buffers) { HasBody = true }, cancellationToken).ConfigureAwait(false);
            DateTimeOffset after = context.Options.TimeProvider.GetUtcNow();
            if (response.Status != System.Net.HttpStatusCode.OK)
                return null;
            DateTimeOffset? now = ((CurrentTimeResult)_reader.Result<ActionReader>(action.Api, response, new(action), null, TimeZoneInfo.Utc).Value!).Now;
            return now - (before + TimeSpan.FromTicks((after - before).Ticks / 2));
        }
        catch (ZStackException)
        {
            return null;
        }
        finally
        {
            context.Buffers.Return(buffers);
        }
    }
}
