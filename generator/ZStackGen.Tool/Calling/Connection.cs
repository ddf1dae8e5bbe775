using System;
using System.Threading;
using System.Threading.Tasks;
using ZStack;

namespace ZStackGen.Tool.Calling;

/// <summary>The choices of the command line about the cloud to call.</summary>
/// <param name="Endpoint">The address of the cloud.</param>
/// <param name="Profile">The name of the profile.</param>
/// <param name="Account">The account to log in with.</param>
internal sealed record Connection(string? Endpoint, string? Profile, string? Account)
{
    private const string Missing = "no cloud to call; specify --endpoint, set ZSTACK_ENDPOINT, or add a profile";

    /// <summary>Creates the client: the command line is preferred to the environment, and the environment to the profile.</summary>
    /// <param name="requiresSession">Whether a credential is needed.</param>
    /// <param name="terminal">The terminal that provides the environment and asks for a password.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ToolException">There is no address or no credential, or one of them is invalid.</exception>
    public async Task<ZStackClient> OpenAsync(bool requiresSession, Terminal terminal, CancellationToken cancellationToken)
    {
        ConnectionProfile profile = ProfileFile.Find(Profile ?? Variable(terminal, "ZSTACK_PROFILE"), terminal);
        var options = new ZStackClientOptions
        {
            BaseAddress = Endpoint ?? Variable(terminal, "ZSTACK_ENDPOINT") ?? profile.Endpoint ?? throw new ToolException(Missing),
            CertificateAuthorityFile = Variable(terminal, "ZSTACK_CA_FILE") ?? profile.CertificateAuthorityFile,
            Credential = requiresSession ? await CredentialAsync(profile, terminal, cancellationToken).ConfigureAwait(false) : null,
        };
        try
        {
            return new ZStackClient(options);
        }
        catch (ArgumentException e)
        {
            throw new ToolException(ToolException.TextOf(e));
        }
    }

    private async Task<ZStackCredential> CredentialAsync(ConnectionProfile profile, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            // An account on the command line asks for a login, whatever else is set.
            if (Account is null)
            {
                if (Variable(terminal, "ZSTACK_SESSION") is { } session)
                    return ZStackCredential.Session(session);
                if ((Variable(terminal, "ZSTACK_ACCESS_KEY_ID") ?? profile.AccessKeyId) is { } id)
                    return ZStackCredential.AccessKey(id, Variable(terminal, "ZSTACK_ACCESS_KEY_SECRET") ?? profile.AccessKeySecret ?? throw new ToolException("the access key has no secret; set ZSTACK_ACCESS_KEY_SECRET"));
            }

            string account = Account ?? Variable(terminal, "ZSTACK_ACCOUNT") ?? profile.Account ?? "admin";
            string? user = Account is null ? Variable(terminal, "ZSTACK_USER") ?? profile.User : null;
            string? known = Variable(terminal, "ZSTACK_PASSWORD") ?? (Account is null || Account == profile.Account ? profile.Password : null);
            string password = known ?? await terminal.AskSecretAsync($"Password of {user ?? account}:", cancellationToken).ConfigureAwait(false)
                ?? throw new ToolException($"no password of {user ?? account}; set ZSTACK_PASSWORD, or add it to a profile");
            return user is null ? ZStackCredential.Password(account, password) : ZStackCredential.User(account, user, password);
        }
        catch (ArgumentException e)
        {
            throw new ToolException($"the credential is invalid: {ToolException.TextOf(e)}");
        }
    }

    private static string? Variable(Terminal terminal, string name) => terminal.Environment(name) is { Length: > 0 } value ? value : null;
}
