namespace ZStack;

/// <summary>Specifies how a client handles parameters, and fields of structures in them, that the server's version does not support.</summary>
public enum ZStackUnsupportedParameters
{
    /// <summary>Send the parameters. An older server ignores them.</summary>
    Send,

    /// <summary>Leave the parameters out, and report each to <see cref="ZStackClientObserver.ParameterDropped"/>.</summary>
    Drop,

    /// <summary>Throw a <see cref="ZStackUnsupportedVersionException"/> before the request is sent; also for an API that the server does not support.</summary>
    Throw,
}
