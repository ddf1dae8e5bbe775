namespace ZStack;

// A management node and what the client has found out about it.
internal sealed class ServerNode(ServerAddress address)
{
    private NodeClock? _clock;

    public ServerAddress Address { get; } = address;

    // Guarded by the list of nodes: how often the node has failed in a row, when it did last, and for how long it is left alone.
    public int Failures { get; set; }

    public long FailedAt { get; set; }

    public System.TimeSpan Pause { get; set; }

    // What its wall clock shows, where that had to be found out.
    public NodeClock? Clock => System.Threading.Volatile.Read(ref _clock);

    // Unless somebody else has found out more meanwhile.
    public void Replace(NodeClock? known, NodeClock better) => System.Threading.Interlocked.CompareExchange(ref _clock, better, known);
}
