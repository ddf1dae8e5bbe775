using System;
using System.Collections.Generic;
using System.Text;

namespace ZStack;

// What all parts of one client share.
internal sealed class ClientContext(ZStackClientOptions options)
{
    // A server could make up names without end.
    private const int MaxMismatches = 1000;

    private readonly HashSet<string> _mismatches = new(StringComparer.Ordinal);

    // A copy, which nothing changes any more.
    public ZStackClientOptions Options { get; } = options;

    public ServerNodes Nodes { get; } = options.ParseNodes();

    public ServerZone Zone { get; } = new(options.ServerTimeZone, options.TimeProvider);

    public ServerVersions Versions { get; } = new();

    public ClientLifetime Lifetime { get; } = new();

    public SecretRedactor Redactor { get; } = new();

    public ObserverGuard Observer { get; } = new(options.Observer);

    public CallBuffers.Pool Buffers { get; } = new();

    // The node in use now.
    public ServerAddress Server => Nodes.Current.Address;

    // Whether a member that cannot be read was not told of before.
    public bool IsNewMismatch(string api, string path)
    {
        var place = new StringBuilder(api).Append(' ');
        bool isIndex = false;
        foreach (char c in path)
        {
            isIndex = c == '[' || (isIndex && c != ']');
            if (!isIndex)
                place.Append(c);
        }

        lock (_mismatches)
            return _mismatches.Count < MaxMismatches && _mismatches.Add(place.ToString());
    }
}
