using System;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Answers;

namespace ZStack.Simulation.Routing;

/// <summary>Picks the API of a route as a ZStack does: by method, and for PUT by the action's name in the body (PROTOCOL.md §1).</summary>
internal static class ApiSelection
{
    /// <summary>Picks the API.</summary>
    /// <param name="match">The route.</param>
    /// <param name="method">The request's method.</param>
    /// <param name="path">The request's path, for messages.</param>
    /// <param name="readBody">Parses the body; <see langword="null"/> when there is none.</param>
    /// <exception cref="PlainTextException">No API of the route fits.</exception>
    public static RoutedApi Select(RouteMatch match, string method, string path, Func<JsonObject?> readBody)
    {
        if (match.Route.Apis.Count == 1)
            return match.Route.Apis[0]; // the method is not compared
        switch (method)
        {
            case "POST":
            case "GET":
            case "DELETE":
                return match.Route.Apis.FirstOrDefault(candidate => candidate.Api.Action.Method == method)
                    ?? throw new PlainTextException(500, $"{path} has no API for the method {method}");
            case "PUT":
                JsonObject body = readBody() ?? throw new PlainTextException(500, "");
                return match.Route.Apis.FirstOrDefault(candidate => candidate.Api.ActionKey is { } key && body.ContainsKey(key))
                    ?? throw new PlainTextException(400, $"the body names no action that {path} knows; its members are [{string.Join(", ", body.Select(static member => member.Key))}]");
            default:
                throw new PlainTextException(405, $"{path} does not take the method {method}");
        }
    }
}
