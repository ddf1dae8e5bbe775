using System;
using System.IO;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Tool;
using ZStackGen.Tool.Commands;

namespace ZStackGen.Explorer.Tests;

/// <summary><c>zstackgen serve --database</c>: completed work survives a killed process.</summary>
public sealed class ServeDatabaseTests
{
    private const string Password = "b109f3bbbc244eb82441917ed06d618b9008dd09b3befd1b5e07394c706a8bb980b1d7785e5976ec049b46df5f1326af5a2ea6d103fd07c95385ffab0cacbc86";
    private const string Job = "4f1c0a5be1d24f1db4f2a6d1c7e83b90";

    private static string Specs { get; } = Path.Combine(AppContext.BaseDirectory, "specs");

    [Fact]
    public async Task Resources_sessions_and_ended_jobs_survive_a_killed_process()
    {
        using var folder = new TemporaryFolder();
        string database = Path.Combine(folder.Path, "zstack.db"), session, ended;
        using (var first = new Served(database))
        {
            string url = await first.UrlAsync();
            session = (string)JsonNode.Parse(await CallAsync("PUT", url + "accounts/login", $$$"""{"logInByAccount":{"accountName":"admin","password":"{{{Password}}}"}}""", null))!["inventory"]!["uuid"]!;
            await CallAsync("POST", url + "zones", """{"params":{"name":"kept"}}""", session);
            for (ended = "{}"; ended == "{}"; await Task.Delay(50, TestContext.Current.CancellationToken))
                ended = await CallAsync("GET", url + "api-jobs/" + Job, null, session);
        }

        using var second = new Served(database);
        string address = await second.UrlAsync();
        JsonNode found = JsonNode.Parse(await CallAsync("GET", address + "zones?q=name=kept", null, session))!;

        Assert.Equal((string)JsonNode.Parse(ended)!["inventory"]!["uuid"]!, (string)Assert.Single(found["inventories"]!.AsArray())!["uuid"]!);
        Assert.Equal(ended, await CallAsync("GET", address + "api-jobs/" + Job, null, session));
    }

    [Fact]
    public async Task A_file_that_is_not_a_database_is_reported_in_one_sentence()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("text.db", new string('x', 5000));
        var error = new StringWriter { NewLine = "\n" };

        int code = await ZStackGenCommand.RunAsync(["serve", Specs, "--port", "0", "--database", "text.db"], new Terminal(TextWriter.Null, error) { WorkingDirectory = folder.Path }, TestContext.Current.CancellationToken);

        Assert.Equal((2, $"zstackgen: error: --database: '{file}' is not a database.\n"), (code, error.ToString()));
    }

    [Fact]
    public async Task A_damaged_database_is_named_in_one_sentence()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "zstack.db");
        await (await ServedSite.StartAsync(Specs, "--database", file)).DisposeAsync();
        byte[] bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes.AsSpan(4096).Fill(0x5A);
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        var error = new StringWriter { NewLine = "\n" };

        int code = await ZStackGenCommand.RunAsync(["serve", Specs, "--port", "0", "--database", file], new Terminal(TextWriter.Null, error), TestContext.Current.CancellationToken);

        Assert.Equal(2, code);
        Assert.StartsWith($"zstackgen: error: --database: '{file}' is damaged", error.ToString(), StringComparison.Ordinal);
        Assert.Single(error.ToString().TrimEnd().Split('\n'));
    }

    private static async Task<string> CallAsync(string method, string url, string? body, string? session)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (session is not null)
            request.Headers.TryAddWithoutValidation("Authorization", "OAuth " + session);
        if (method == "POST")
            request.Headers.TryAddWithoutValidation("X-Job-UUID", Job);
        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return text;
    }

    /// <summary>The command in a separate process that is killed.</summary>
    private sealed class Served(string database) : IDisposable
    {
        private readonly ChildProcess _child = ChildProcess.Start(
            ChildProcess.DotNet, [Path.Combine(AppContext.BaseDirectory, "zstackgen.dll"), "serve", Specs, "--port", "0", "--database", database]);

        /// <summary>Gets the address of the API, with a slash at the end.</summary>
        public async Task<string> UrlAsync()
        {
            string line = await _child.Process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
            return line[line.IndexOf("http", StringComparison.Ordinal)..] + "zstack/v1/";
        }

        public void Dispose() => _child.Dispose();
    }
}
