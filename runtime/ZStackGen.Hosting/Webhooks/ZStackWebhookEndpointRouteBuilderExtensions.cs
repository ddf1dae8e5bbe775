#if NET8_0_OR_GREATER
using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ZStack;
using ZStack.Hosting;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Provides extension methods that map the endpoint for ZStack's callbacks.</summary>
public static class ZStackWebhookEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the endpoint for ZStack's callbacks, for all clients of the application. Set its public URL as <see cref="ZStackClientOptions.WebhookAddress"/>.
    /// </summary>
    /// <param name="endpoints">The endpoint route builder.</param>
    /// <param name="pattern">The route pattern. The default is <c>/zstack/webhook</c>.</param>
    /// <returns>
    /// The convention builder of the endpoint, for example to restrict it by <c>RequireHost</c>. ZStack sends no credentials: if the application requires
    /// authentication for all endpoints, add <c>AllowAnonymous</c>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/> is null.</exception>
    /// <exception cref="InvalidOperationException">No ZStack client has been added to the services.</exception>
    public static IEndpointConventionBuilder MapZStackWebhook(this IEndpointRouteBuilder endpoints, string pattern = "/zstack/webhook")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ZStackWebhookReceiver receiver = endpoints.ServiceProvider.GetService<ZStackWebhookReceiver>()
            ?? throw new InvalidOperationException("MapZStackWebhook requires a ZStack client; call services.AddZStack(…) first.");
        var log = new WebhookLog(endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(ZStackLogEvents.WebhookCategory));
        // A RequestDelegate, because other delegates need generated code or reflection.
        RequestDelegate receive = context => ReceiveAsync(context, receiver, log);
        return endpoints.MapPost(pattern, receive).WithDisplayName("ZStack webhook");
    }

    private static async Task ReceiveAsync(HttpContext context, ZStackWebhookReceiver receiver, WebhookLog log)
    {
        HttpRequest request = context.Request;
        try
        {
            ZStackWebhookResult result = await receiver
                .ReceiveAsync(name => request.Headers.TryGetValue(name, out var value) ? value.ToString() : null, request.Body, context.RequestAborted).ConfigureAwait(false);
            context.Response.StatusCode = result.StatusCode;
            log.Write(result);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // The sender disconnected; its headers have been processed.
        }
    }
}
#endif
