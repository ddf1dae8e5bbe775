using System;

namespace ZStack;

/// <summary>The exception that is thrown when a call needs a later version than the server has. The request was not sent.</summary>
public class ZStackUnsupportedVersionException : ZStackException
{
    /// <summary>Initializes a new instance of the <see cref="ZStackUnsupportedVersionException"/> class.</summary>
    public ZStackUnsupportedVersionException()
        : base("The call needs a later version than the server has.")
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackUnsupportedVersionException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    public ZStackUnsupportedVersionException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackUnsupportedVersionException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this one.</param>
    public ZStackUnsupportedVersionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the wire name of the parameter, or the path of a field such as <c>disks.label</c>; null if the server does not support the API itself.</summary>
    public string? ParameterName { get; init; }

    /// <summary>Gets the version that the call needs.</summary>
    public ZStackVersion? NeededVersion { get; init; }

    /// <summary>Gets the version that the server has.</summary>
    public ZStackVersion? ServerVersion { get; init; }

    internal static ZStackUnsupportedVersionException Of(string api, string? parameter, ZStackVersion needed, ZStackVersion actual)
        => new($"API {api}: {(parameter is null ? "the API" : "parameter '" + parameter + "'")} needs ZStack {needed}, but the server has {actual}. "
            + (parameter is null ? "Check client.ServerVersion before the call." : "Leave the parameter out, or check client.ServerVersion before."))
        {
            ParameterName = parameter,
            NeededVersion = needed,
            ServerVersion = actual,
        };
}
