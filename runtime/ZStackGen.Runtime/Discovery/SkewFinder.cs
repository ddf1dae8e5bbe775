using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Measures the difference between the clock of a node and the local clock.
internal sealed class SkewFinder(ClientContext context, IExchange exchange)
{
    private readonly ResponseReader _reader = new(context);

    // Returns how far the node's clock is ahead of the local clock; null if the node does not report its time.
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
            return NodeClock.Plausible(now - (before + TimeSpan.FromTicks((after - before).Ticks / 2)));
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
