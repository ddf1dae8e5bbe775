using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

/// <summary>LogInAsync checks an access key and a session, too.</summary>
public class CredentialCheckTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Kinds => ["key", "session"];

    private static ZStackClient Client(StubServer server, string kind)
        => server.Client(o => o.Credential = kind == "key" ? ZStackCredential.AccessKey("ak-id", "the-secret-key") : ZStackCredential.Session("0123456789abcdef"));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_valid_credential_is_checked_by_one_call(string kind)
    {
        var server = new StubServer { Answer = _ => StubServer.Json(200, """{"total":2}""") };
        await using var client = Client(server, kind);
        await client.LogInAsync(Stop);
        Assert.Equal("GET /zstack/v1/zones?count=true", server.Requests.Single().Line);
        Assert.NotNull(server.Requests.Single().Authorization);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_refused_credential_is_an_authentication_exception(string kind)
    {
        var server = new StubServer { Answer = _ => StubServer.Error("ID.1001", "wrong accessKey signature") };
        await using var client = Client(server, kind);
        var e = await Assert.ThrowsAsync<ZStackAuthenticationException>(() => client.LogInAsync(Stop));
        Assert.Contains("the server refused the credential: ID.1001: wrong accessKey signature", e.Message, StringComparison.Ordinal);
        Assert.Equal(("ID.1001", "QueryZone"), (e.Error.Code, e.Api));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_account_without_permission_for_the_check_is_valid(string kind)
    {
        var server = new StubServer { Answer = _ => StubServer.Error("ID.1002") };
        await using var client = Client(server, kind);
        await client.LogInAsync(Stop);
    }

    [Theory]
    [InlineData(200, "{}", typeof(ZStackProtocolException))]
    [InlineData(400, "wrong accessKey", typeof(ZStackHttpException))]
    [InlineData(503, """{"error":{"code":"SYS.1000","details":"d"}}""", typeof(ZStackServerException))]
    public async Task Another_response_does_not_confirm_a_credential(int status, string body, Type exception)
    {
        var server = new StubServer { Answer = _ => StubServer.Text(status, body) };
        await using var client = Client(server, "key");
        await Assert.ThrowsAsync(exception, () => client.LogInAsync(Stop));
    }

    [Fact]
    public async Task A_client_without_a_credential_cannot_log_in()
    {
        var server = new StubServer();
        await using var client = server.Client(static o => o.Credential = null);
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => client.LogInAsync(Stop));
        Assert.Contains("the client has no credential. Set ZStackClientOptions.Credential", e.Message, StringComparison.Ordinal);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task Cancellation_has_the_token_of_the_caller()
    {
        var server = new StubServer();
        await using var client = Client(server, "session");
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        Assert.Equal(cancel.Token, (await Assert.ThrowsAsync<ZStackCanceledException>(() => client.LogInAsync(cancel.Token))).CancellationToken);
    }
}
