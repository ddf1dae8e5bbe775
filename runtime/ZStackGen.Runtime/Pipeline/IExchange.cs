using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Sends one HTTP request and reads its whole response.
internal interface IExchange
{
    ValueTask<RawResponse> SendAsync(ExchangeRequest request, CancellationToken cancellationToken);
}
