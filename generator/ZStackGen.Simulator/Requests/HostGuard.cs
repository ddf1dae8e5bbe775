using System;
using System.Collections.Generic;
using System.Net;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using ZStack.Simulation.Responses;

namespace ZStack.Simulation.Requests;

/// <summary>
/// Responds only to the hosts that the simulator was started for. A page of another site in the user's browser can neither reach the simulator
/// under a name of its own that resolves to the loopback address (DNS rebinding), nor send requests that change state (cross-site requests).
/// </summary>
internal sealed class HostGuard
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase) { "localhost" };
    private readonly IPAddress _bound;
    private readonly bool _any;

    public HostGuard(IPAddress bound, IEnumerable<string> allowed)
    {
        _bound = bound;
        foreach (string host in allowed)
        {
            _any |= host == "*";
            _names.Add(host.Trim('[', ']'));
        }
    }

    public async Task HandleAsync(HttpContext http, RequestDelegate next)
    {
        HttpRequest request = http.Request;
        if (!IsAllowed(request.Host.Host, http.Connection.LocalIpAddress))
        {
            await ResponseWriter.WriteTextAsync(http, 400, "the host of the request is not one that the simulator was started for; add it to AllowedHosts, or to --allow-host of 'zstackgen serve'").ConfigureAwait(false);
            return;
        }

        if (request.Method is not ("GET" or "HEAD") && IsForeignOrigin(request))
        {
            await ResponseWriter.WriteTextAsync(http, 403, "the origin of the request is not a host that the simulator was started for; add it to AllowedHosts, or to --allow-host of 'zstackgen serve'").ConfigureAwait(false);
            return;
        }

        await next(http).ConfigureAwait(false);
    }

    /// <summary>Determines whether the page that sent a request belongs to another host. Only browsers send an origin.</summary>
    private bool IsForeignOrigin(HttpRequest request)
    {
        foreach (string? origin in request.Headers.Origin)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out Uri? page) || !IsAllowed(page.Host, request.HttpContext.Connection.LocalIpAddress))
                return true;
        }

        return false;
    }

    private bool IsAllowed(string host, IPAddress? local)
    {
        host = host.Trim('[', ']');
        if (_any || _names.Contains(host))
            return true;
        // An address that is not a name cannot be rebound: it is the address that the connection was made to.
        return IPAddress.TryParse(host, out IPAddress? address)
            && (IPAddress.IsLoopback(address) || address.Equals(_bound) || (local is not null && IsAny(_bound) && Plain(address).Equals(Plain(local))));
    }

    private static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
