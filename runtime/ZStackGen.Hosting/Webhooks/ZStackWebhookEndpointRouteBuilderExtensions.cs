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

/// <summary>Adds the endpoint that ZStack calls when a job has ended.</summary>
public static class ZStackWebhookEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the endpoint for ZStack's callbacks, for all clients of the application. Put its public URL into <see cref="ZStackClientOptions.WebhookAddress"/>.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path.</param>
    /// <returns>
    /// The endpoint, to narrow it down by <c>RequireHost</c> and the like. ZStack sends no credentials: where the application asks for some
    /// everywhere, add <c>AllowAnonymous</c>.
    /// </returns>
    public static IEndpointConventionBuilder MapZStackWebhook(this IEndpointRouteBuilder endpoints, string pattern = "/zstack/webhook")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ZStackWebhookReceiver receiver = endpoints.ServiceProvider.GetService<ZStackWebhookReceiver>()
            ?? throw new InvalidOperationException("MapZStackWebhook needs a ZStack client: call services.AddZStack(…) first.");
        var log = new WebhookLog(endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(ZStackLogEvents.WebhookCategory));
        // Not a lambda of other parameters: that would need generated code or reflection.
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
            // The sender has gone; what its headers said is taken.
        }
    }
}
#endif
