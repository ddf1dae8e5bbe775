using System;
using System.Collections.Generic;
using System.Linq;
using ZStack.Simulation.Specs;

namespace ZStack.Simulation.Routing;

/// <summary>
/// Finds the APIs at a path. From left to right, a literal segment takes precedence over a variable segment. See runtime/PROTOCOL.md §1.
/// </summary>
internal sealed class RouteTable
{
    private readonly Node _root = new();

    public RouteTable(IEnumerable<SimulatedApi> apis)
    {
        foreach (SimulatedApi api in apis)
        {
            foreach (string path in api.Paths.Distinct(StringComparer.Ordinal))
                Add(path, api);
        }
    }

    /// <summary>Matches a decoded path such as <c>/v1/zones/…</c>.</summary>
    /// <returns>The match; <see langword="null"/> if no API has this path.</returns>
    public RouteMatch? Match(string path)
    {
        string[] segments = path.Split('/');
        var values = new string[segments.Length];
        Route? route = Find(_root, segments, 1, values, 0, out int count);
        return route is null ? null : new RouteMatch(route, values[..count]);
    }

    private void Add(string path, SimulatedApi api)
    {
        Node node = _root;
        var variables = new List<string>();
        string[] segments = path.Split('/');
        for (int i = 1; i < segments.Length; i++)
        {
            string segment = segments[i];
            if (segment.Length > 2 && segment[0] == '{' && segment[^1] == '}')
            {
                variables.Add(segment[1..^1]);
                node = node.Variable ??= new Node();
            }
            else
            {
                if (!node.Literals.TryGetValue(segment, out Node? next))
                    node.Literals[segment] = next = new Node();
                node = next;
            }
        }

        node.Route ??= new Route();
        node.Route.Add(new RoutedApi(api, [.. variables]));
    }

    private static Route? Find(Node node, string[] segments, int at, string[] values, int used, out int count)
    {
        count = used;
        if (at == segments.Length)
            return node.Route;
        if (node.Literals.TryGetValue(segments[at], out Node? literal) && Find(literal, segments, at + 1, values, used, out count) is { } found)
            return found;
        if (node.Variable is null || segments[at].Length == 0)
            return null;
        values[used] = segments[at];
        return Find(node.Variable, segments, at + 1, values, used + 1, out count);
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Literals { get; } = new(StringComparer.Ordinal);

        public Node? Variable { get; set; }

        public Route? Route { get; set; }
    }
}

/// <summary>The APIs of a path, irrespective of the names of its variables.</summary>
internal sealed class Route
{
    private readonly List<RoutedApi> _apis = [];

    public IReadOnlyList<RoutedApi> Apis => _apis;

    public void Add(RoutedApi api) => _apis.Add(api);
}

/// <summary>An API at one of its paths.</summary>
/// <param name="Api">The API.</param>
/// <param name="Variables">The API's names of the path variables.</param>
internal sealed record RoutedApi(SimulatedApi Api, string[] Variables);

/// <summary>A route and the values of its path variables.</summary>
internal sealed record RouteMatch(Route Route, string[] Values);
