using System;

namespace ZStack;

/// <summary>With what a client authenticates. Its text form never shows a secret.</summary>
public abstract class ZStackCredential
{
    private readonly string _shown;

    private protected ZStackCredential(string shown) => _shown = shown;

    /// <summary>An account and its password; the client logs in when it first needs a session.</summary>
    /// <param name="account">The account's name, such as <c>admin</c>.</param>
    /// <param name="password">The password in clear; its SHA-512 is sent.</param>
    /// <returns>The credential.</returns>
    public static ZStackCredential Password(string account, string password)
        => new LoginCredential(
            "account '" + NotEmpty(account, nameof(account)) + "'",
            new LoginAction(LoginAction.ByAccount) { Name = account, Hash = LoginAction.Sha512(NotEmpty(password, nameof(password))) });

    /// <summary>A user of an account.</summary>
    /// <param name="account">The account's name.</param>
    /// <param name="user">The user's name.</param>
    /// <param name="password">The password in clear; its SHA-512 is sent.</param>
    /// <returns>The credential.</returns>
    public static ZStackCredential User(string account, string user, string password)
        => new LoginCredential(
            "user '" + NotEmpty(user, nameof(user)) + "' of account '" + NotEmpty(account, nameof(account)) + "'",
            new LoginAction(LoginAction.ByUser) { Name = account, UserName = user, Hash = LoginAction.Sha512(NotEmpty(password, nameof(password))) });

    /// <summary>A user of the LDAP directory.</summary>
    /// <param name="uid">The user's uid.</param>
    /// <param name="password">The password; it is sent in clear, because the directory needs it (PROTOCOL.md §2.1). Use https.</param>
    /// <returns>The credential.</returns>
    public static ZStackCredential Ldap(string uid, string password)
        => new LoginCredential(
            "LDAP uid '" + NotEmpty(uid, nameof(uid)) + "'",
            new LoginAction(LoginAction.ByLdap) { Name = uid, Clear = NotEmpty(password, nameof(password)) });

    /// <summary>The generic login of newer servers (<c>PUT /v1/login</c>).</summary>
    /// <param name="loginType">The kind of login, such as <c>account</c> or <c>ldap</c>.</param>
    /// <param name="userName">The user's name.</param>
    /// <param name="password">The password in clear; for the type <c>account</c> its SHA-512 is sent, otherwise the password itself.</param>
    /// <returns>The credential.</returns>
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

    /// <summary>A session that somebody else opened. The client neither renews nor closes it.</summary>
    /// <param name="uuid">The session's UUID.</param>
    /// <returns>The credential.</returns>
    public static ZStackCredential Session(string uuid)
    {
        if (!WireText.IsHeaderWord(NotEmpty(uuid, nameof(uuid))))
            throw new ArgumentException("The session's UUID has white space in it, or a character other than ASCII's.", nameof(uuid));
        return new SessionCredential(uuid);
    }

    /// <summary>An access key: every request is signed, there is no session (PROTOCOL.md §2.2).</summary>
    /// <param name="id">The key's id.</param>
    /// <param name="secret">The key's secret; it is never sent.</param>
    /// <returns>The credential.</returns>
    public static ZStackCredential AccessKey(string id, string secret)
    {
        if (NotEmpty(id, nameof(id)).IndexOf(':') >= 0)
            throw new ArgumentException("The access key's id has a colon in it.", nameof(id));
        if (!WireText.IsHeaderWord(id))
            throw new ArgumentException("The access key's id has white space in it, or a character other than ASCII's.", nameof(id));
        return new AccessKeyCredential(id, NotEmpty(secret, nameof(secret)));
    }

    /// <summary>Names the kind of credential and who it is for, without any secret.</summary>
    /// <returns>Such as <c>account 'admin'</c>.</returns>
    public sealed override string ToString() => _shown;

    private static string NotEmpty(string value, string name)
    {
        if (string.IsNullOrEmpty(value))
            throw new ArgumentException("The credential's " + name + " is empty.", name);
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
