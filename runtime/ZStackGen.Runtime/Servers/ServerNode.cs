namespace ZStack;

// A management node and its state, as known to the client.
internal sealed class ServerNode(ServerAddress address)
{
    private NodeClock? _clock;

    public ServerAddress Address { get; } = address;

    // Guarded by ServerNodes: the number of consecutive failures, the timestamp of the last failure, and the pause after it.
    public int Failures { get; set; }

    public long FailedAt { get; set; }

    public System.TimeSpan Pause { get; set; }

    // Whether the last failure came from the node itself or from a gateway, so that the node can be reached.
    public bool IsReachable { get; set; }

    // The wall clock of the node; null unless it had to be learned.
    public NodeClock? Clock => System.Threading.Volatile.Read(ref _clock);

    // Replaces the clock unless another call has replaced it.
    public void Replace(NodeClock? known, NodeClock better) => System.Threading.Interlocked.CompareExchange(ref _clock, better, known);
}
