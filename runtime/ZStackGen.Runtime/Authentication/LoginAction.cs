using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;

namespace ZStack;

// The four logins of the open protocol (PROTOCOL.md §2.1), which differ only in path, wrapper and parameter names.
internal sealed class LoginAction(ApiDescriptor api) : ZStackAction<LoginResult>
{
    public static readonly ApiDescriptor ByAccount = new("LogInByAccount", "PUT", "/v1/accounts/login", ApiTraits.Synchronous) { Wrapper = "logInByAccount" };
    public static readonly ApiDescriptor ByUser = new("LogInByUser", "PUT", "/v1/accounts/users/login", ApiTraits.Synchronous) { Wrapper = "logInByUser" };
    public static readonly ApiDescriptor ByLdap = new("LogInByLdap", "PUT", "/v1/ldap/login", ApiTraits.Synchronous) { Wrapper = "logInByLdap" };
    public static readonly ApiDescriptor Generic = new("LogIn", "PUT", "/v1/login", ApiTraits.Synchronous) { Wrapper = "logIn" };

    public string? Name { get; init; }

    public string? UserName { get; init; }

    public string? LoginType { get; init; }

    public string? Hash { get; init; }

    public string? Clear { get; init; }

    public override ApiDescriptor Api => api;

    // A lost response leaves a session behind, which expires on the server.
    internal override bool IsRetryable => true;

    // The secrets that the server could quote in an error.
    public IEnumerable<string> Secrets => [Hash ?? Clear!];

    // Lower-case hex of the UTF-8 text; the server compares it with the stored hash.
    public static string Sha512(string password)
    {
#if NET8_0_OR_GREATER
        byte[] hash = SHA512.HashData(Encoding.UTF8.GetBytes(password));
#else
        using var sha = SHA512.Create();
        byte[] hash = sha.ComputeHash(Encoding.UTF8.GetBytes(password));
#endif
        var text = new StringBuilder(hash.Length * 2);
        foreach (byte b in hash)
            text.Append("0123456789abcdef"[b >> 4]).Append("0123456789abcdef"[b & 15]);
        return text.ToString();
    }

    protected internal override void WriteBody(ref JsonBodyWriter body)
    {
        string password = Hash ?? Clear!;
        if (ReferenceEquals(api, ByLdap))
            body.Member("uid"u8, Name);
        else if (ReferenceEquals(api, Generic))
            body.Member("username"u8, Name);
        else
            body.Member("accountName"u8, Name);
        body.Member("userName"u8, UserName);
        body.Member("password"u8, password);
        body.Member("loginType"u8, LoginType);
    }

    protected internal override LoginResult ReadResult(ref JsonReader reader)
    {
        var value = new LoginResult();
        reader.ReadMembers(value);
        return value;
    }
}

internal sealed class LoginResult : ZStackResult
{
    public SessionInventory? Session { get; private set; }

    protected internal override bool ReadMember(ref JsonReader reader)
    {
        if (!reader.NameIs("inventory"u8))
            return base.ReadMember(ref reader);
        Session = reader.Structure(static (ref JsonReader r) =>
        {
            var value = new SessionInventory();
            r.ReadMembers(value);
            return value;
        });
        return true;
    }
}

internal sealed class SessionInventory : ZStackStructure
{
    public string? Uuid { get; private set; }

    // The digits of the server's wall clock, in the server's time zone.
    public DateTime? ExpiredDate { get; private set; }

    public DateTime? CreateDate { get; private set; }

    protected internal override bool ReadMember(ref JsonReader reader)
    {
        if (reader.NameIs("uuid"u8))
            Uuid = reader.String();
        else if (reader.NameIs("expiredDate"u8))
            ExpiredDate = Digits(ref reader);
        else if (reader.NameIs("createDate"u8))
            CreateDate = Digits(ref reader);
        else
            return base.ReadMember(ref reader);
        return true;
    }

    // The session is valid without its timestamps, so a format that is not known must not end the login.
    private static DateTime? Digits(ref JsonReader reader)
    {
        try
        {
            return ZStackJson.ReadValue<DateTimeOffset?, DelegateReader<DateTimeOffset?>>(
                reader.Raw(), new(static (ref JsonReader r) => r.DateTimeOffset()), TimeZoneInfo.Utc)?.DateTime;
        }
        catch (JsonFault)
        {
            return null;
        }
    }
}

internal sealed class LogOutAction(string sessionId) : ZStackAction<LogOutResult>
{
    private static readonly ApiDescriptor s_api = new("LogOut", "DELETE", "/v1/accounts/sessions/{sessionUuid}", ApiTraits.Synchronous);

    public override ApiDescriptor Api => s_api;

    protected internal override void WritePath(ref PathWriter path) => path.Segment("sessionUuid", sessionId);

    protected internal override LogOutResult ReadResult(ref JsonReader reader)
    {
        var value = new LogOutResult();
        reader.ReadMembers(value);
        return value;
    }
}

internal sealed class LogOutResult : ZStackResult
{
}
