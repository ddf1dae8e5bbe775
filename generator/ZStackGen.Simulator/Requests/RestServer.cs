using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using ZStack.Simulation.Faults;
using ZStack.Simulation.Identity;
using ZStack.Simulation.Responses;
using ZStack.Simulation.Routing;
using ZStack.Simulation.Specs;

namespace ZStack.Simulation.Requests;

/// <summary>
/// Processes a request in the stages and the order of ZStack's own REST server: route, job route, authentication,
/// arguments, job headers, and the API itself. See runtime/PROTOCOL.md §9.
/// </summary>
internal sealed class RestServer(string contextPath, RouteTable routes, RequestAuthentication authentication, ApiDispatcher dispatcher, ReceivedCallLog log, FaultScript faults, ServerClock clock, int bodyLimit)
{
    private const string JobRoute = "/v1/api-jobs/";

    public async Task HandleAsync(HttpContext http)
    {
        HttpRequest request = http.Request;
        string path = DecodedPath(request);
        if (!path.StartsWith(contextPath, StringComparison.Ordinal) || !path.AsSpan(contextPath.Length).StartsWith("/v1/"))
        {
            await ResponseWriter.WriteContainerPageAsync(http, 404, "Not Found").ConfigureAwait(false);
            return;
        }

        if (request.Method is not ("GET" or "POST" or "PUT" or "DELETE" or "HEAD"))
        {
            await ResponseWriter.WriteContainerPageAsync(http, 405, "Method Not Allowed").ConfigureAwait(false);
            return;
        }

        path = path[contextPath.Length..];
        var call = new ReceivedCall(
            clock.Now,
            request.Method,
            path,
            request.QueryString.Value ?? "",
            request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        log.Add(call);
        RestResponse response;
        try
        {
            response = await RespondAsync(request, call).ConfigureAwait(false);
        }
        catch (PlainTextException refused)
        {
            response = RestResponse.PlainText(refused.Status, refused.Text);
        }
        catch (JsonException malformed)
        {
            response = RestResponse.PlainText(500, $"the body is not valid JSON: {malformed.Message}");
        }
#pragma warning disable CA1031 // like ZStack: an unhandled exception is a plain text with status 500
        catch (Exception fault)
#pragma warning restore CA1031
        {
            response = RestResponse.PlainText(500, $"{fault.GetType().Name}: {fault.Message}");
        }

        call.Status = response.Status;
        // Neither the body of a refused request nor its arguments are kept, unless they are short.
        if (response.Json is null && call.Body.Length > RequestBody.AnonymousLimit)
            (call.Body, call.Arguments) = ("", null);
        log.Update(call);
        await WriteAsync(http, call, response).ConfigureAwait(false);
    }

    private async Task<RestResponse> RespondAsync(HttpRequest request, ReceivedCall call)
    {
        if (call.Path.StartsWith(JobRoute, StringComparison.Ordinal))
        {
            call.JobId = call.Path[JobRoute.Length..];
            if (Broken(call) is { } brokenPoll)
                return brokenPoll;
            if (request.Method != "GET")
                return RestResponse.PlainText(405, "a job can only be read with GET");
            return dispatcher.Poll(call.JobId, request.Headers.ContainsKey("X-JSON-Schema"));
        }

        RouteMatch match = routes.Match(call.Path) ?? throw new PlainTextException(404, $"no api mapping to {call.Path}");
        // Read only now, so that the body of a request that matches no API is never in memory.
        call.Body = await RequestBody.ReadAsync(request, authentication.IsKnown(request, call.Path) ? bodyLimit : Math.Min(bodyLimit, RequestBody.AnonymousLimit)).ConfigureAwait(false);
        JsonObject? json = null;
        JsonObject? Body() => json ??= Parse(call.Body);
        RoutedApi routed = ApiSelection.Select(match, request.Method, call.Path, Body);
        SimulatedApi api = routed.Api;
        call.Api = api.Name;
        if (Broken(call) is { } broken)
            return broken;

        Caller caller = api.Action.RequiresSession ? authentication.Authenticate(request, call.Path) : Caller.Anonymous;
        Dictionary<string, string[]> query = ReadQuery(request.QueryString);
        JsonObject arguments = api.Action.IsQuery ? []
            : request.Method is "GET" or "DELETE" or "HEAD" ? ArgumentBinder.FromQuery(api, query)
            : ArgumentBinder.FromBody(api, Body());
        ArgumentBinder.AddPathVariables(arguments, routed, match);
        call.Arguments = (JsonObject)arguments.DeepClone();
        var simulated = new SimulatedCall(api, arguments, caller.Session) { QueryParameters = query };
        SimulatedError? forced = faults.Next(call, business: true)?.Error;
        return dispatcher.Dispatch(simulated, caller.Error, forced, JobHeaders.Read(request), call);
    }

    // Transport faults are injected before the request is executed, except faults that affect only the response.
    private RestResponse? Broken(ReceivedCall call)
    {
        if (faults.Next(call, business: false) is not { } fault)
            return null;
        switch (fault.Kind)
        {
            case FaultKind.Html:
                return RestResponse.Html(fault.Status);
            case FaultKind.PlainText:
                return RestResponse.PlainText(fault.Status, fault.Text);
            case FaultKind.Disconnect:
                return RestResponse.Disconnect;
            default:
                call.Fault = fault;
                return null;
        }
    }

    private async Task WriteAsync(HttpContext http, ReceivedCall call, RestResponse response)
    {
        if (call.Fault is { Kind: FaultKind.Slow } slow)
            await Task.Delay(slow.Delay, clock.Time, http.RequestAborted).ConfigureAwait(false);
        if (response.IsDisconnect || call.Fault is { Kind: FaultKind.DisconnectAfterWork })
        {
            http.Abort();
            return;
        }

        if (response.Json is { } json)
            await ResponseWriter.WriteJsonAsync(http, response.Status, json, truncated: call.Fault is { Kind: FaultKind.Truncated }).ConfigureAwait(false);
        else if (response.IsHtml)
            await ResponseWriter.WriteContainerPageAsync(http, response.Status, "Service Unavailable").ConfigureAwait(false);
        else
            await ResponseWriter.WriteTextAsync(http, response.Status, response.Text ?? "").ConfigureAwait(false);
    }

    // The server decodes the whole path before it splits the segments, so an escaped slash separates segments, too.
    private static string DecodedPath(HttpRequest request) =>
        (request.PathBase + request.Path).Value!.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static JsonObject? Parse(string body)
    {
        if (string.IsNullOrWhiteSpace(body))
            return null;
        return StrictJson.Parse(body) as JsonObject ?? throw new PlainTextException(500, "the body is not a JSON object");
    }

    // Names are compared case-sensitively, unlike in ASP.NET Core's collection.
    private static Dictionary<string, string[]> ReadQuery(QueryString query)
    {
        var read = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (QueryStringEnumerable.EncodedNameValuePair pair in new QueryStringEnumerable(query.Value))
        {
            string name = pair.DecodeName().ToString();
            if (!read.TryGetValue(name, out List<string>? values))
                read[name] = values = [];
            values.Add(pair.DecodeValue().ToString());
        }

        return read.ToDictionary(static item => item.Key, static item => item.Value.ToArray(), StringComparer.Ordinal);
    }
}
