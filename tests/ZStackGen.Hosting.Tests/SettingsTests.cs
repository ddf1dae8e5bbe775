using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;
using ZStack;

namespace ZStackGen.Hosting.Tests;

public class SettingsTests
{
    [Fact]
    public void Every_option_that_text_can_express_is_a_setting()
    {
        ZStackClientOptions o = Read(
            ("ZStack:BaseAddress", "http://mn.example:8080"),
            ("ZStack:FailoverAddresses:0", "http://a.example"),
            ("ZStack:FailoverAddresses:1", "http://b.example"),
            ("ZStack:ContextPath", "cloud"),
            ("ZStack:ServerTimeZone", "UTC"),
            ("ZStack:RequestTimeout", "00:01:00"),
            ("ZStack:JobTimeout", "1.00:00:00"),
            ("ZStack:PollInterval", "00:00:02"),
            ("ZStack:MaxPollInterval", "00:00:03"),
            ("ZStack:MaxPollOutage", "00:00:04"),
            ("ZStack:MaxRetries", "7"),
            ("ZStack:MaxResponseBytes", "1000"),
            ("ZStack:ValidateArguments", "false"),
            ("ZStack:IncludeSchema", "false"),
            ("ZStack:LogOutOnDispose", "False"),
            ("ZStack:UnsupportedParameters", "drop"),
            ("ZStack:UserAgent", "me"),
            ("ZStack:WebhookAddress", "https://app.example/hook"),
            ("ZStack:WebhookPollInterval", "00:00:45"));
        Assert.Equal("http://mn.example:8080", o.BaseAddress);
        Assert.Equal(["http://a.example", "http://b.example"], o.FailoverAddresses);
        Assert.Equal("cloud", o.ContextPath);
        Assert.Equal(TimeZoneInfo.Utc, o.ServerTimeZone);
        Assert.Equal(TimeSpan.FromMinutes(1), o.RequestTimeout);
        Assert.Equal(TimeSpan.FromDays(1), o.JobTimeout);
        Assert.Equal([2, 3, 4, 45], new[] { o.PollInterval, o.MaxPollInterval, o.MaxPollOutage, o.WebhookPollInterval }.Select(t => t.TotalSeconds));
        Assert.Equal(7, o.MaxRetries);
        Assert.Equal(1000, o.MaxResponseBytes);
        Assert.False(o.ValidateArguments);
        Assert.False(o.IncludeSchema);
        Assert.False(o.LogOutOnDispose);
        Assert.Equal(ZStackUnsupportedParameters.Drop, o.UnsupportedParameters);
        Assert.Equal("me", o.UserAgent);
        Assert.Equal("https://app.example/hook", o.WebhookAddress);
        Assert.NotNull(o.WebhookReceiver);
    }

    // A new option of the client must have a setting.
    [Fact]
    public void Every_option_has_a_setting_unless_only_code_can_set_it()
    {
        string[] code = ["Credential", "Proxy", "CertificateAuthorities", "HandlerFactory", "WebhookReceiver", "Observer", "TimeProvider"];
        foreach (PropertyInfo option in typeof(ZStackClientOptions).GetProperties().Where(p => p.CanWrite && !code.Contains(p.Name)))
        {
            // A value that fits no type. Unknown settings have a different message.
            var e = Record.Exception(() => Read(("ZStack:BaseAddress", "http://mn.example"), ("ZStack:" + option.Name, "\u0001")));
            Assert.DoesNotContain("is not a setting", e?.Message ?? string.Empty, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("account 'admin'", "AccountName=admin", "Password=p4ssw0rd")]
    [InlineData("user 'joe' of account 'acc'", "AccountName=acc", "UserName=joe", "Password=p4ssw0rd")]
    [InlineData("LDAP uid 'joe'", "LdapUid=joe", "Password=p4ssw0rd")]
    [InlineData("iam2 'joe'", "LoginType=iam2", "UserName=joe", "Password=p4ssw0rd")]
    [InlineData("access key 'key'", "AccessKeyId=key", "AccessKeySecret=p4ssw0rd")]
    [InlineData("a session", "SessionUuid=p4ssw0rd")]
    [InlineData("account 'admin'", "accountname=admin", "PASSWORD=p4ssw0rd", "SessionUuid=")]
    [InlineData(null)]
    public void The_settings_determine_the_kind_of_credential(string? expected, params string[] settings)
        => Assert.Equal(expected, Read([("ZStack:BaseAddress", "http://mn.example"), .. Split(settings)]).Credential?.ToString());

    [Theory]
    [InlineData("Configuration key 'ZStack:Password' is missing: 'ZStack:AccountName' alone is not a credential.", "AccountName=admin")]
    [InlineData("Configuration key 'ZStack:AccessKeyId' is missing: 'ZStack:AccessKeySecret' alone is not a credential.", "AccessKeySecret=p4ssw0rd")]
    [InlineData("Configuration keys 'ZStack:AccountName', 'ZStack:AccessKeySecret' together are not a credential.", "AccountName=admin", "AccessKeySecret=p4ssw0rd")]
    [InlineData("Configuration key 'ZStack:RequestTimeout' is 'soon', which is not a time such as 00:06:00.", "RequestTimeout=soon")]
    [InlineData("Configuration key 'ZStack:JobTimeout' is '30', which is not a time such as 00:06:00.", "JobTimeout=30")]
    [InlineData("ZStackClientOptions.CertificateAuthorityFile 'nowhere.pem' cannot be read", "CertificateAuthorityFile=nowhere.pem")]
    [InlineData("Configuration key 'ZStack:MaxRetries' is 'two', which is not a whole number.", "MaxRetries=two")]
    [InlineData("Configuration key 'ZStack:IncludeSchema' is '1', which is not true or false.", "IncludeSchema=1")]
    [InlineData("Configuration key 'ZStack:ServerTimeZone' is 'Mars/Base', which is not the id of a time zone of this system", "ServerTimeZone=Mars/Base")]
    [InlineData("Configuration key 'ZStack:ServerTimeZone' is 'Asia', which is not the id of a time zone of this system", "ServerTimeZone=Asia")]
    [InlineData("Configuration key 'ZStack:Adress' is not a setting of a ZStack client. The settings are BaseAddress, ContextPath,", "Adress=http://mn.example")]
    [InlineData("Configuration key 'ZStack:Address' is not a setting of a ZStack client. Did you mean 'BaseAddress'?", "Address=http://mn.example")]
    [InlineData("Configuration key 'ZStack:west' is a section, but no ZStack client named 'west' has been added;", "west:BaseAddress=http://mn.example")]
    [InlineData("Configuration key 'ZStack:UserAgent' is a section, but must be a single value.", "UserAgent:x=y")]
    [InlineData("Configuration key 'ZStack:Proxy' is not a URL such as http://proxy.example:3128;", "Proxy=http://joe:p4ssw0rd@proxy.example")]
    [InlineData("Configuration key 'ZStack:Proxy' is missing", "ProxyPassword=p4ssw0rd")]
    [InlineData("Configuration key 'ZStack:ProxyUserName' is missing", "Proxy=http://proxy.example", "ProxyPassword=p4ssw0rd")]
    [InlineData("PollInterval: ZStackClientOptions.PollInterval must be greater than zero.", "PollInterval=00:00:00")]
    [InlineData("The base address contains a user or password", "BaseAddress=http://joe:p4ssw0rd@mn.example")]
    public async Task An_invalid_setting_stops_the_start_and_is_reported_with_key_and_cause(string message, params string[] settings)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["ZStack:BaseAddress"] = "http://mn.example";
        foreach ((string key, string value) in Split(settings))
            builder.Configuration[key] = value;
        builder.Services.AddZStack();
        builder.Services.AddZStack("east", o => o.BaseAddress = "http://east.example");
        using IHost host = builder.Build();
        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("p4ssw0rd", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_invalid_settings_are_reported_together()
    {
        var e = Assert.Throws<OptionsValidationException>(() => Read(("ZStack:MaxRetries", "x"), ("ZStack:Foo", "y"), ("ZStack:AccountName", "z")));
        Assert.Equal(3, e.Failures.Count());
    }

    [Fact]
    public void Named_clients_have_their_own_sections_next_to_the_first_clients_settings()
    {
        using ServiceProvider provider = Services(
            [("ZStack:BaseAddress", "http://main.example"), ("ZStack:East:BaseAddress", "http://east.example"), ("ZStack:East:MaxRetries", "5"), ("Elsewhere:BaseAddress", "http://west.example")],
            (services, configuration) =>
            {
                services.AddZStack();
                services.AddZStack("east");
                services.AddZStack("west", configuration.GetSection("Elsewhere"), o => o.MaxRetries = 9);
            });
        var options = provider.GetRequiredService<IOptionsMonitor<ZStackClientOptions>>();
        Assert.Equal(("http://main.example", 2), (options.CurrentValue.BaseAddress, options.CurrentValue.MaxRetries));
        Assert.Equal(("http://east.example", 5), (options.Get("east").BaseAddress, options.Get("east").MaxRetries));
        Assert.Equal(("http://west.example", 9), (options.Get("west").BaseAddress, options.Get("west").MaxRetries));
        Assert.Equal("http://east.example/zstack", provider.GetRequiredKeyedService<ZStackClient>("east").BaseAddress.ToString());
    }

    [Fact]
    public void Code_takes_precedence_over_settings()
    {
        using ServiceProvider provider = Services([("ZStack:BaseAddress", "http://a.example"), ("ZStack:MaxRetries", "5")], (s, _) => s.AddZStack(o => o.MaxRetries = 6));
        ZStackClientOptions options = provider.GetRequiredService<IOptions<ZStackClientOptions>>().Value;
        Assert.Equal(("http://a.example", 6), (options.BaseAddress, options.MaxRetries));
    }

    [Fact]
    public void A_proxy_has_its_credentials_next_to_its_address()
    {
        ZStackClientOptions options = Read(("ZStack:BaseAddress", "http://a.example"), ("ZStack:Proxy", "http://proxy.example:3128"), ("ZStack:ProxyUserName", "joe"), ("ZStack:ProxyPassword", "p4ssw0rd"));
        var proxy = Assert.IsType<WebProxy>(options.Proxy);
        Assert.Equal("http://proxy.example:3128/", proxy.Address!.ToString());
        Assert.Equal("p4ssw0rd", Assert.IsType<NetworkCredential>(proxy.Credentials).Password);
    }

    [Fact]
    public void Additional_addresses_can_be_listed_in_one_text()
        => Assert.Equal(["http://a.example", "http://b.example"], Read(("ZStack:BaseAddress", "http://c.example"), ("ZStack:FailoverAddresses", "http://a.example, http://b.example")).FailoverAddresses);

    private static IEnumerable<(string Key, string Value)> Split(IEnumerable<string> settings) => settings.Select(s => ("ZStack:" + s[..s.IndexOf('=')], s[(s.IndexOf('=') + 1)..]));

    private static ZStackClientOptions Read(params (string Key, string Value)[] settings)
    {
        using ServiceProvider provider = Services(settings, (s, _) => s.AddZStack());
        return provider.GetRequiredService<IOptions<ZStackClientOptions>>().Value;
    }

    private static ServiceProvider Services((string Key, string Value)[] settings, Action<IServiceCollection, IConfiguration> add)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        add(services, configuration);
        return services.BuildServiceProvider();
    }
}
