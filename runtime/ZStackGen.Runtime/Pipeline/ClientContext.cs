using System;
using System.Collections.Generic;
using System.Text;

namespace ZStack;

// The state that all components of a client share.
internal sealed class ClientContext
{
    // A server could invent names without limit.
    private const int MaxMismatches = 1000;

    private readonly HashSet<string> _mismatches = new(StringComparer.Ordinal);

    public ClientContext(ZStackClientOptions options)
    {
        Options = options;
        Nodes = options.ParseNodes();
        Zone = new ServerZone(options.ServerTimeZone, options.TimeProvider);
        Versions = new ServerVersions(Lifetime, options.TimeProvider);
        Observer = new ObserverGuard(options.Observer);
    }

    // The client's own copy of the options, which does not change.
    public ZStackClientOptions Options { get; }

    public ServerNodes Nodes { get; }

    public ServerZone Zone { get; }

    public ServerVersions Versions { get; }

    public ClientLifetime Lifetime { get; } = new();

    public SecretRedactor Redactor { get; } = new();

    public ObserverGuard Observer { get; }

    public CallBuffers.Pool Buffers { get; } = new();

    // The management node in use.
    public ServerAddress Server => Nodes.Current.Address;

    // Returns true if a mismatched member has not been reported before.
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
