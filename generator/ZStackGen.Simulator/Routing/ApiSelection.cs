using System;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Responses;

namespace ZStack.Simulation.Routing;

/// <summary>
/// Selects the API of a route like a ZStack server: by method, and for PUT by the name of the action in the body. See runtime/PROTOCOL.md §1.
/// </summary>
internal static class ApiSelection
{
    /// <summary>Selects the API.</summary>
    /// <param name="match">The route.</param>
    /// <param name="method">The method of the request.</param>
    /// <param name="path">The path of the request, for messages.</param>
    /// <param name="readBody">A function that parses the body; it returns <see langword="null"/> if there is none.</param>
    /// <exception cref="PlainTextException">No API of the route matches.</exception>
    public static RoutedApi Select(RouteMatch match, string method, string path, Func<JsonObject?> readBody)
    {
        if (match.Route.Apis.Count == 1)
            return match.Route.Apis[0]; // the server does not compare the method
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
                    ?? throw new PlainTextException(400, $"the body contains no action of {path}; its members are [{string.Join(", ", body.Select(static member => member.Key))}]");
            default:
                throw new PlainTextException(405, $"{path} does not support the method {method}");
        }
    }
}
