using System;

namespace ZStack;

/// <summary>The credential used to authenticate. Its string representation never contains a secret.</summary>
public abstract class ZStackCredential
{
    private readonly string _shown;

    private protected ZStackCredential(string shown) => _shown = shown;

    /// <summary>Creates a credential for an account and its password. The client logs in when a call first needs a session.</summary>
    /// <param name="account">The name of the account, such as <c>admin</c>.</param>
    /// <param name="password">The password in clear text; its SHA-512 hash is sent.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">An argument is empty.</exception>
    public static ZStackCredential Password(string account, string password)
        => new LoginCredential(
            "account '" + NotEmpty(account, nameof(account)) + "'",
            new LoginAction(LoginAction.ByAccount) { Name = account, Hash = LoginAction.Sha512(NotEmpty(password, nameof(password))) });

    /// <summary>Creates a credential for a user of an account.</summary>
    /// <param name="account">The name of the account.</param>
    /// <param name="user">The name of the user.</param>
    /// <param name="password">The password in clear text; its SHA-512 hash is sent.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">An argument is empty.</exception>
    public static ZStackCredential User(string account, string user, string password)
        => new LoginCredential(
            "user '" + NotEmpty(user, nameof(user)) + "' of account '" + NotEmpty(account, nameof(account)) + "'",
            new LoginAction(LoginAction.ByUser) { Name = account, UserName = user, Hash = LoginAction.Sha512(NotEmpty(password, nameof(password))) });

    /// <summary>Creates a credential for a user of an LDAP directory.</summary>
    /// <param name="uid">The uid of the user.</param>
    /// <param name="password">The password; it is sent in clear text, because the directory requires it (PROTOCOL.md §2.1). Use HTTPS.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">An argument is empty.</exception>
    public static ZStackCredential Ldap(string uid, string password)
        => new LoginCredential(
            "LDAP uid '" + NotEmpty(uid, nameof(uid)) + "'",
            new LoginAction(LoginAction.ByLdap) { Name = uid, Clear = NotEmpty(password, nameof(password)) });

    /// <summary>Creates a credential for the generic login (<c>PUT /v1/login</c>).</summary>
    /// <param name="loginType">The type of the login, such as <c>account</c> or <c>ldap</c>.</param>
    /// <param name="userName">The name of the user.</param>
    /// <param name="password">The password in clear text; its SHA-512 hash is sent for the type <c>account</c>, otherwise the password itself.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">An argument is empty.</exception>
    public static ZStackCredential Login(string loginType, string userName, string password)
    {
        bool hashed = string.Equals(NotEmpty(loginType, nameof(loginType)), "account", StringComparison.Ordinal);
        NotEmpty(password, nameof(password));
        return new LoginCredential(
            loginType + " '" + NotEmpty(userName, nameof(userName)) + "'",
            new LoginAction(LoginAction.Generic)
            {
                Name = userName,
                LoginType = loginType,
                Hash = hashed ? LoginAction.Sha512(password) : null,
                Clear = hashed ? null : password,
            });
    }

    /// <summary>Creates a credential for a session that is already open. The client neither renews nor closes it.</summary>
    /// <param name="uuid">The UUID of the session.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">The UUID is empty, or contains white space or a non-ASCII character.</exception>
    public static ZStackCredential Session(string uuid)
    {
        if (!WireText.IsHeaderWord(NotEmpty(uuid, nameof(uuid))))
            throw new ArgumentException("The UUID of the session contains white space or a non-ASCII character.", nameof(uuid));
        return new SessionCredential(uuid);
    }

    /// <summary>Creates a credential for an access key. Every request is signed, and no session is opened (PROTOCOL.md §2.2).</summary>
    /// <param name="id">The id of the access key.</param>
    /// <param name="secret">The secret of the access key; it is never sent.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">An argument is empty, or the id contains a colon, white space or a non-ASCII character.</exception>
    public static ZStackCredential AccessKey(string id, string secret)
    {
        if (NotEmpty(id, nameof(id)).IndexOf(':') >= 0)
            throw new ArgumentException("The id of the access key contains a colon.", nameof(id));
        if (!WireText.IsHeaderWord(id))
            throw new ArgumentException("The id of the access key contains white space or a non-ASCII character.", nameof(id));
        return new AccessKeyCredential(id, NotEmpty(secret, nameof(secret)));
    }

    /// <summary>Returns the type of the credential and its account or user, without any secret.</summary>
    /// <returns>A text such as <c>account 'admin'</c>.</returns>
    public sealed override string ToString() => _shown;

    private static string NotEmpty(string value, string name)
    {
        if (string.IsNullOrEmpty(value))
            throw new ArgumentException("The credential's " + name + " is empty.", name);
        // An encoder would replace it, so that the hash would be of a different text.
        if (SurrogatePairs.FindLone(value) >= 0)
            throw new ArgumentException("The credential's " + name + " contains half of a surrogate pair, which is not a valid character.", name);
        return value;
    }
}

internal sealed class LoginCredential(string shown, LoginAction login) : ZStackCredential(shown)
{
    public LoginAction Action { get; } = login;
}

internal sealed class SessionCredential(string uuid) : ZStackCredential("a session")
{
    public AuthTicket Ticket { get; } = new(uuid);
}

internal sealed class AccessKeyCredential(string id, string secret) : ZStackCredential("access key '" + id + "'")
{
    public AccessKeySigner Signer(AccessKeyClock clock) => new(id, secret, clock);
}
