using System;
using System.ComponentModel;

namespace ZStack;

/// <summary>The exception that is thrown when code reads a required member that the server left out of its response.</summary>
public class ZStackMissingMemberException : ZStackException
{
    /// <summary>Initializes a new instance of the <see cref="ZStackMissingMemberException"/> class.</summary>
    public ZStackMissingMemberException()
        : base("The server left out a member.")
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackMissingMemberException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    public ZStackMissingMemberException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackMissingMemberException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this exception, or null.</param>
    public ZStackMissingMemberException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the name of the type whose member is missing.</summary>
    public string? TypeName { get; private set; }

    /// <summary>Gets the JSON name of the missing member.</summary>
    public string? MemberName { get; private set; }

    /// <summary>Creates the exception for a member. This method is intended for generated code.</summary>
    /// <param name="owner">The object whose member is missing.</param>
    /// <param name="member">The JSON name of the member.</param>
    /// <returns>The exception.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static ZStackMissingMemberException Of(object owner, string member)
    {
        if (owner is null)
            throw new ArgumentNullException(nameof(owner));
        Type type = owner.GetType();
        string name = type.DeclaringType is { } outer ? outer.Name + "." + type.Name : type.Name;
        return new ZStackMissingMemberException($"{name}: the member '{member}' is missing; the server left it out of its response, or it was never set.")
        {
            TypeName = name,
            MemberName = member,
        };
    }
}
