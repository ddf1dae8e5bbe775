using System;
using System.Collections;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;
using ZStack.Simulation;
using ZStackGen.Tool;
using ZStackGen.Tool.Commands;

namespace ZStackGen.Explorer.Tests;

/// <summary>The options of <c>serve</c> that determine how the simulated cloud behaves.</summary>
public sealed class ServeOptionsTests
{
    private static readonly string[] s_all =
    [
        "--allow-host", "cloud.example", "--account", "guest:secret", "--access-key", "id:key:guest", "--session-timeout", "60", "--session-limit", "2", "--job-delay", "1.5",
        "--job-retention", "70", "--job-limit", "3", "--body-limit", "100000", "--history-limit", "200000", "--resource-limit", "300000000", "--empty", "--no-reference-checks",
        "--no-state-checks", "--management-node", "10.0.0.1:80", "--zstack-version", "4.7.0", "--time-zone", "Asia/Shanghai", "--java-version", "20", "--numbers-as-doubles",
        "--chinese-errors", "--check-time-zone",
    ];

    // Set by the command itself, or of no use in a process of its own.
    private static readonly string[] s_others =
    [
        "Specs", "Port", "ListenAddress", "ContextPath", "Storage", "TimeProvider", "LoggerFactory", "ConfigureServices", "Configure", "ReceivedCallLimit",
    ];

    private static string Specs { get; } = Path.Combine(AppContext.BaseDirectory, "specs");

    [Fact]
    public void Every_option_of_the_simulator_is_an_option_of_the_command()
    {
        var before = new ZStackSimulatorOptions();
        var after = new ZStackSimulatorOptions();
        var behavior = new ServeOptions();

        behavior.Apply(Parse(behavior, s_all), after);

        IEnumerable<string> unchanged = typeof(ZStackSimulatorOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => !s_others.Contains(property.Name) && Text(property.GetValue(before)) == Text(property.GetValue(after)))
            .Select(static property => property.Name);
        Assert.Empty(unchanged);

        static string Text(object? value) => value is IEnumerable items and not string ? string.Join(',', items.Cast<object>()) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
    }

    [Fact]
    public void The_defaults_are_those_of_the_simulator_except_the_delay_of_jobs()
    {
        var before = new ZStackSimulatorOptions();
        var after = new ZStackSimulatorOptions();
        var behavior = new ServeOptions();

        behavior.Apply(Parse(behavior), after);

        Assert.Equal(TimeSpan.FromMilliseconds(300), after.JobDelay);
        after.JobDelay = before.JobDelay;
        foreach (PropertyInfo property in typeof(ZStackSimulatorOptions).GetProperties().Where(static property => property.Name != "Specs"))
            Assert.Equivalent(property.GetValue(before), property.GetValue(after));
    }

    [Theory]
    [InlineData("--account: the value is not of the form NAME:PASSWORD", "--account", "guest")]
    [InlineData("--access-key: the value is not of the form ID:SECRET[:ACCOUNT]", "--access-key", "id")]
    [InlineData("--access-key: there is no account 'missing'", "--access-key", "id:key:missing")]
    [InlineData("--zstack-version 'new' is not a version", "--zstack-version", "new")]
    [InlineData("--time-zone 'Mars' is not a time zone", "--time-zone", "Mars")]
    [InlineData("--session-timeout: 'long' is not a number of seconds", "--session-timeout", "long")]
    [InlineData("--job-delay: '-1' is not a number of seconds", "--job-delay", "-1")]
    [InlineData("--job-limit 0 is out of range", "--job-limit", "0")]
    [InlineData("--fault 'CreateZone' is not of the form API[*TIMES]=FAULT", "--fault", "CreateZone")]
    [InlineData("--fault 'CreateZone*0=html' is not of the form", "--fault", "CreateZone*0=html")]
    [InlineData("--fault 'CreateZone=odd' is not of the form", "--fault", "CreateZone=odd")]
    [InlineData("The simulator has no API named 'Nothing'", "--fault", "Nothing=html")]
    [InlineData("The simulator has no API named 'Nothing'", "--job-delay", "Nothing=1")]
    public async Task An_invalid_value_is_reported_in_one_sentence(string message, params string[] options)
    {
        var error = new StringWriter { NewLine = "\n" };

        int code = await ZStackGenCommand.RunAsync(["serve", Specs, "--port", "0", .. options], new Terminal(TextWriter.Null, error), TestContext.Current.CancellationToken);

        Assert.Equal(2, code);
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("key", options.Contains("--access-key") ? error.ToString().Replace("--access-key", "", StringComparison.Ordinal) : "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_served_cloud_behaves_as_the_options_say()
    {
        await using ServedSite site = await ServedSite.StartAsync(
            Specs, "--account", "guest:secret", "--account", "admin:other", "--zstack-version", "4.7.0", "--job-delay", "0", "--java-version", "9", "--fault", "CreateZone*2=SYS.1006:no room", "--fault", "QueryZone=html:502");
        using var http = new HttpClient { BaseAddress = new Uri(site.Url + "zstack/v1/") };

        (int refused, _) = await SendAsync(http, HttpMethod.Put, "accounts/login", LogIn("admin", "password"));
        (_, JsonNode? login) = await SendAsync(http, HttpMethod.Put, "accounts/login", LogIn("guest", "secret"));
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "OAuth " + (string)login!["inventory"]!["uuid"]!);
        (_, JsonNode? version) = await SendAsync(http, HttpMethod.Put, "management-nodes/actions", """{"getVersion":{}}""");
        (int broken, _) = await SendAsync(http, HttpMethod.Get, "zones", null);
        string[] created = [await CreateAsync(), await CreateAsync(), await CreateAsync()];

        Assert.Equal(503, refused);
        Assert.Matches(@"^\w{3} \d+, \d{4}, \d+:\d\d:\d\d [AP]M$", (string)login["inventory"]!["createDate"]!);
        Assert.Equal("4.7.0", (string?)version!["version"]);
        Assert.Equal(502, broken);
        Assert.Equal(["no room", "no room", "ok"], created);
        Assert.Contains("(account guest, admin)", site.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", site.Printed, StringComparison.Ordinal);

        async Task<string> CreateAsync()
        {
            (_, JsonNode? accepted) = await SendAsync(http, HttpMethod.Post, "zones", """{"params":{"name":"z"}}""");
            (_, JsonNode? ended) = await SendAsync(http, HttpMethod.Get, "api-jobs/" + ((string)accepted!["location"]!).Split('/')[^1], null);
            return (string?)ended!["error"]?["details"] ?? "ok";
        }
    }

    [Fact]
    public async Task A_signed_request_is_accepted_with_the_access_key_of_the_option()
    {
        await using ServedSite site = await ServedSite.StartAsync(Specs, "--access-key", "the-id:the-secret");
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, site.Url + "zstack/v1/zones");
        string date = DateTime.UtcNow.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " GMT";
#pragma warning disable CA5350 // required by the protocol
        string signature = Convert.ToBase64String(HMACSHA1.HashData("the-secret"u8, Encoding.UTF8.GetBytes($"GET\n{date}\n/v1/zones")));
#pragma warning restore CA5350
        request.Headers.TryAddWithoutValidation("Date", date);
        request.Headers.TryAddWithoutValidation("Authorization", $"ZStack the-id:{signature}");

        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(200, (int)response.StatusCode);
    }

    private static ParseResult Parse(ServeOptions behavior, params string[] args)
    {
        var command = new Command("serve");
        foreach (Option option in behavior.All)
            command.Options.Add(option);
        ParseResult parsed = command.Parse(args);
        Assert.Empty(parsed.Errors);
        return parsed;
    }

    private static string LogIn(string account, string password)
    {
#pragma warning disable CA1308 // the hash is lower case on the wire
        string hash = Convert.ToHexString(SHA512.HashData(Encoding.UTF8.GetBytes(password))).ToLowerInvariant();
#pragma warning restore CA1308
        return $$$"""{"logInByAccount":{"accountName":"{{{account}}}","password":"{{{hash}}}"}}""";
    }

    private static async Task<(int Status, JsonNode? Json)> SendAsync(HttpClient http, HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : null);
    }
}
