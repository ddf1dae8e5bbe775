namespace ZStack;

// What all parts of one client share.
internal sealed class ClientContext(ZStackClientOptions options)
{
    // A copy, which nothing changes any more.
    public ZStackClientOptions Options { get; } = options;

    public ServerNodes Nodes { get; } = options.ParseNodes();

    public ServerZone Zone { get; } = new(options.ServerTimeZone, options.TimeProvider);

    public ClientLifetime Lifetime { get; } = new();

    public SecretRedactor Redactor { get; } = new();

    public ObserverGuard Observer { get; } = new(options.Observer);

    public CallBuffers.Pool Buffers { get; } = new();

    // The node in use now.
    public ServerAddress Server => Nodes.Current.Address;
}
