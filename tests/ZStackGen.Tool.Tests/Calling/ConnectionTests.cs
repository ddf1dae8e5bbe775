using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace ZStackGen.Tool.Tests.Calling;

public sealed class ConnectionTests(SimulatedCloud cloud) : IClassFixture<SimulatedCloud>
{
    [Fact]
    public async Task A_profile_holds_the_endpoint_and_the_credential()
    {
        Assert.Equal(0, (await RunAsync($$"""{"default":"test","profiles":{"test":{"endpoint":"{{cloud.Simulator.BaseAddress}}","account":"admin","password":"password"} } }""")).ExitCode);
        Assert.Equal(0, (await RunAsync($$"""{"profiles":{"test":{"endpoint":"{{cloud.Simulator.BaseAddress}}","password":"password"} } }""", "--profile", "test")).ExitCode);
    }

    [Fact]
    public async Task The_command_line_is_preferred_to_the_environment_and_the_environment_to_the_profile()
    {
        string file = """{"default":"wrong","profiles":{"wrong":{"endpoint":"http://127.0.0.1:1","account":"unknown","password":"wrong"}}}""";
        Assert.Equal(5, (await RunAsync(file)).ExitCode);
        var all = new Dictionary<string, string> { ["ZSTACK_ENDPOINT"] = "http://127.0.0.1:1", ["ZSTACK_ACCOUNT"] = "unknown", ["ZSTACK_PASSWORD"] = "password" };
        Assert.Equal(0, (await RunAsync(file, all, "--endpoint", cloud.Simulator.BaseAddress.AbsoluteUri, "--account", "admin")).ExitCode);
    }

    [Theory]
    [InlineData("ZSTACK_ENDPOINT", "http://127.0.0.1:1")]
    [InlineData("ZSTACK_SESSION", "0123456789abcdef0123456789abcdef")]
    [InlineData("ZSTACK_ACCOUNT", "unknown")]
    [InlineData("ZSTACK_USER", "unknown")]
    [InlineData("ZSTACK_PASSWORD", "wrong")]
    [InlineData("ZSTACK_ACCESS_KEY_ID", "unknown")]
    public async Task A_profile_that_the_command_line_names_is_preferred_to_the_environment(string variable, string value)
    {
        string file = $$"""{"default":"other","profiles":{"other":{},"test":{"endpoint":"{{cloud.Simulator.BaseAddress}}","account":"admin","password":"password"} } }""";
        var environment = new Dictionary<string, string> { ["ZSTACK_ACCESS_KEY_SECRET"] = "wrong", [variable] = value };
        Assert.Equal(0, (await RunAsync(file, environment, "--profile", "test")).ExitCode);
    }

    [Theory]
    [InlineData("account", "admin", "password", "password")]
    [InlineData("accessKeyId", "id", "accessKeySecret", "S3cret!")]
    public async Task The_secret_of_a_profile_is_not_sent_to_another_cloud(string name, string value, string secretName, string secret)
    {
        string file = $$"""{"default":"p","profiles":{"p":{"endpoint":"http://127.0.0.1:1","{{name}}":"{{value}}","{{secretName}}":"{{secret}}"} } }""";
        string address = cloud.Simulator.BaseAddress.AbsoluteUri;
        var chosen = new Dictionary<string, string> { ["ZSTACK_PROFILE"] = "p" };
        foreach (ToolRun run in (ToolRun[])[await RunAsync(file, "--endpoint", address), await RunAsync(file, new Dictionary<string, string> { ["ZSTACK_ENDPOINT"] = address }), await RunAsync(file, chosen, "--endpoint", address)])
        {
            Assert.Equal(2, run.ExitCode);
            Assert.StartsWith($"zstackgen: note: the credential of the profile is for http://127.0.0.1:1 and is not sent to {cloud.Simulator.BaseAddress.GetLeftPart(UriPartial.Authority)}; to send it, name the profile with --profile\n", run.Error, StringComparison.Ordinal);
        }

        // Another path of the same cloud, and a profile that the command line names.
        Assert.Equal(5, (await RunAsync(file, "--endpoint", "http://127.0.0.1:1/zstack")).ExitCode);
        Assert.Equal(name == "account" ? 0 : 4, (await RunAsync(file, "--profile", "p", "--endpoint", address)).ExitCode);
    }

    [Fact]
    public async Task The_password_of_a_profile_is_not_sent_for_another_account()
    {
        string user = $$"""{"default":"p","profiles":{"p":{"endpoint":"{{cloud.Simulator.BaseAddress}}","account":"admin","user":"test","password":"password"} } }""";
        Assert.Equal(2, (await RunAsync(user, "--account", "admin")).ExitCode);
        Assert.Equal(2, (await RunAsync(user, new Dictionary<string, string> { ["ZSTACK_ACCOUNT"] = "other" })).ExitCode);
        ToolRun run = await RunAsync($$"""{"default":"p","profiles":{"p":{"endpoint":"{{cloud.Simulator.BaseAddress}}","account":"admin","password":"password"} } }""", "--account", "other");
        Assert.Equal((2, "zstackgen: error: no password of other; set ZSTACK_PASSWORD, or add it to a profile\n"), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("""{"profiles":{"test":{}}}""", "tset", "has no profile 'tset'; did you mean 'test'?")]
    [InlineData("""{"profiles":{"test":{"pasword":"S3cret!"}}}""", "test", "is not a file of profiles: see line 1, at $.profiles.test")]
    [InlineData("""{"profiles":{"test":{"password":12345}}}""", "test", "is not a file of profiles: see line 1, at $.profiles.test.password")]
    [InlineData("S3cret!", "test", "is not a file of profiles")]
    [InlineData("null", "test", "is empty")]
    [InlineData("""{"profiles":null}""", "test", "has no profile 'test'")]
    [InlineData("""{"profiles":{"test":null}}""", "test", "has no profile 'test'")]
    [InlineData("""{"profiles":{"test":{"endpoint":"x","password":"S3cret!"}}}""", "test", "base address")]
    [InlineData("""{"profiles":{"test":{"endpoint":"http://127.0.0.1:1","accessKeyId":"id"}}}""", "test", "the access key has no secret; set ZSTACK_ACCESS_KEY_SECRET")]
    public async Task A_wrong_profile_is_explained_without_its_secrets(string file, string profile, string message)
    {
        ToolRun run = await RunAsync(file, "--profile", profile);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("S3cret!", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("12345", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_that_other_users_can_read_are_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        ToolRun run = await RunAsync("""{"default":"p","profiles":{"p":{"password":"password"}}}""", [], UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("contains secrets that other users can read; run 'chmod 600 ", run.Error, StringComparison.Ordinal);
        Assert.Equal(5, (await RunAsync("""{"default":"p","profiles":{"p":{"endpoint":"http://127.0.0.1:1"}}}""", new() { ["ZSTACK_PASSWORD"] = "x" }, UnixFileMode.UserRead | UnixFileMode.OtherRead)).ExitCode);
    }

    [Fact]
    public async Task Without_a_cloud_the_message_says_how_to_name_one()
    {
        ToolRun run = await RunAsync("{}");
        Assert.Equal((2, "zstackgen: error: no cloud to call; specify --endpoint, set ZSTACK_ENDPOINT, or add a profile\n"), (run.ExitCode, run.Error));
    }

    private Task<ToolRun> RunAsync(string profiles, params string[] args) => RunAsync(profiles, new Dictionary<string, string>(), args);

    private Task<ToolRun> RunAsync(string profiles, Dictionary<string, string> environment, params string[] args) =>
        RunAsync(profiles, environment, UnixFileMode.UserRead | UnixFileMode.UserWrite, args);

    private async Task<ToolRun> RunAsync(string profiles, Dictionary<string, string> environment, UnixFileMode mode, params string[] args)
    {
        using var folder = new TemporaryFolder();
        folder.Write("profiles.json", profiles);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(folder.Path, "profiles.json"), mode);
        environment.TryAdd("ZSTACK_ENDPOINT", "");
        return await cloud.RunAsync(folder, environment, "", ["call", "QueryZone", .. args]);
    }
}
