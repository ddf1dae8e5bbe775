namespace ZStack;

/// <summary>Specifies what a client does with parameters that the server's version does not have yet.</summary>
public enum ZStackUnsupportedParameters
{
    /// <summary>Send them. An older server ignores them.</summary>
    Send,

    /// <summary>Leave them out, and tell <see cref="ZStackClientObserver.ParameterDropped"/>.</summary>
    Drop,

    /// <summary>Throw a <see cref="ZStackUnsupportedVersionException"/> before anything is sent; also for an API that the server does not have yet.</summary>
    Throw,
}
