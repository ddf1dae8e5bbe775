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
    private const string Administrator = "admin";
    private const string Missing = "no cloud to call; specify --endpoint, set ZSTACK_ENDPOINT, or add a profile";

    /// <summary>
    /// Creates the client: the command line is preferred to the environment, and the environment to the profile. A profile that the command line names
    /// is therefore preferred to the environment.
    /// </summary>
    /// <param name="requiresSession">Whether a credential is needed.</param>
    /// <param name="terminal">The terminal that provides the environment and asks for a password.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ToolException">There is no address or no credential, or one of them is invalid.</exception>
    public async Task<ZStackClient> OpenAsync(bool requiresSession, Terminal terminal, CancellationToken cancellationToken)
    {
        ConnectionProfile profile = ProfileFile.Find(Profile ?? Variable(terminal, "ZSTACK_PROFILE"), terminal);
        string? Choose(string? ofProfile, string variable) => Profile is null ? Variable(terminal, variable) ?? ofProfile : ofProfile ?? Variable(terminal, variable);
        string endpoint = Endpoint ?? Choose(profile.Endpoint, "ZSTACK_ENDPOINT") ?? throw new ToolException(Missing);
        string? authorities = Choose(profile.CertificateAuthorityFile, "ZSTACK_CA_FILE");
        // A secret belongs to the cloud of its profile, unless the command line names both.
        if (Profile is null && profile.Endpoint is { } own && !IsSameOrigin(own, endpoint))
        {
            if (requiresSession && profile.HasSecret)
                terminal.Error.WriteLine($"zstackgen: note: the credential of the profile is for {Origin(own)} and is not sent to {Origin(endpoint)}; to send it, name the profile with --profile");
            profile = new ConnectionProfile();
        }

        var options = new ZStackClientOptions
        {
            BaseAddress = endpoint,
            CertificateAuthorityFile = authorities,
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

    // The parts of a credential come from the same source, so that a secret is never sent for another account.
    private async Task<ZStackCredential> CredentialAsync(ConnectionProfile profile, Terminal terminal, CancellationToken cancellationToken)
    {
        bool prefersProfile = Profile is not null && profile.HasCredential;
        string? Chosen(string variable) => prefersProfile ? null : Variable(terminal, variable);
        try
        {
            // An account on the command line asks for a login, whatever else is set.
            if (Account is null)
            {
                if (Chosen("ZSTACK_SESSION") is { } session)
                    return ZStackCredential.Session(session);
                if ((Chosen("ZSTACK_ACCESS_KEY_ID") ?? profile.AccessKeyId) is { } id)
                    return ZStackCredential.AccessKey(id, Secret(id == profile.AccessKeyId ? profile.AccessKeySecret : null, "ZSTACK_ACCESS_KEY_SECRET") ?? throw new ToolException("the access key has no secret; set ZSTACK_ACCESS_KEY_SECRET"));
            }

            string account = Account ?? Chosen("ZSTACK_ACCOUNT") ?? profile.Account ?? Administrator;
            string? user = Account is null ? Chosen("ZSTACK_USER") ?? (account == (profile.Account ?? Administrator) ? profile.User : null) : null;
            bool isOfProfile = account == (profile.Account ?? Administrator) && user == profile.User;
            string password = Secret(isOfProfile ? profile.Password : null, "ZSTACK_PASSWORD")
                ?? await terminal.AskSecretAsync($"Password of {user ?? account}:", cancellationToken).ConfigureAwait(false)
                ?? throw new ToolException($"no password of {user ?? account}; set ZSTACK_PASSWORD, or add it to a profile");
            return user is null ? ZStackCredential.Password(account, password) : ZStackCredential.User(account, user, password);
        }
        catch (ArgumentException e)
        {
            throw new ToolException($"the credential is invalid: {ToolException.TextOf(e)}");
        }

        string? Secret(string? ofProfile, string variable) => Profile is null ? Variable(terminal, variable) ?? ofProfile : ofProfile ?? Variable(terminal, variable);
    }

    private static bool IsSameOrigin(string left, string right) =>
        Uri.TryCreate(left, UriKind.Absolute, out Uri? first) && Uri.TryCreate(right, UriKind.Absolute, out Uri? second)
            ? Uri.Compare(first, second, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0
            : left == right;

    // An address can contain a credential.
    private static string Origin(string address) => Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) ? uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : "another address";

    private static string? Variable(Terminal terminal, string name) => terminal.Environment(name) is { Length: > 0 } value ? value : null;
}
