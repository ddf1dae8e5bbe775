using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ZStack.Hosting;

// Reads the options of a client from the configuration without reflection. Messages name the key of each invalid setting.
internal sealed class SettingsReader(string client, IConfiguration? section, ClientNames clients) : IConfigureNamedOptions<ZStackClientOptions>
{
    private const string Failover = nameof(ZStackClientOptions.FailoverAddresses);

    // In the order of ZStackClientOptions.
    private static readonly Dictionary<string, Action<ZStackClientOptions, string>> s_settings = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(ZStackClientOptions.BaseAddress)] = static (o, t) => o.BaseAddress = t,
        [nameof(ZStackClientOptions.ContextPath)] = static (o, t) => o.ContextPath = t,
        [nameof(ZStackClientOptions.ServerTimeZone)] = static (o, t) => o.ServerTimeZone = TimeZone(t),
        [nameof(ZStackClientOptions.RequestTimeout)] = static (o, t) => o.RequestTimeout = Time(t),
        [nameof(ZStackClientOptions.JobTimeout)] = static (o, t) => o.JobTimeout = Time(t),
        [nameof(ZStackClientOptions.PollInterval)] = static (o, t) => o.PollInterval = Time(t),
        [nameof(ZStackClientOptions.MaxPollInterval)] = static (o, t) => o.MaxPollInterval = Time(t),
        [nameof(ZStackClientOptions.MaxPollOutage)] = static (o, t) => o.MaxPollOutage = Time(t),
        [nameof(ZStackClientOptions.MaxRetries)] = static (o, t) => o.MaxRetries = Number(t),
        [nameof(ZStackClientOptions.MaxResponseBytes)] = static (o, t) => o.MaxResponseBytes = Number(t),
        [nameof(ZStackClientOptions.ValidateArguments)] = static (o, t) => o.ValidateArguments = Truth(t),
        [nameof(ZStackClientOptions.UnsupportedParameters)] = static (o, t) => o.UnsupportedParameters = Unsupported(t),
        [nameof(ZStackClientOptions.IncludeSchema)] = static (o, t) => o.IncludeSchema = Truth(t),
        [nameof(ZStackClientOptions.LogOutOnDispose)] = static (o, t) => o.LogOutOnDispose = Truth(t),
        [nameof(ZStackClientOptions.UserAgent)] = static (o, t) => o.UserAgent = t,
        [nameof(ZStackClientOptions.CertificateAuthorityFile)] = static (o, t) => o.CertificateAuthorityFile = t,
        [nameof(ZStackClientOptions.WebhookAddress)] = static (o, t) => o.WebhookAddress = t,
        [nameof(ZStackClientOptions.WebhookPollInterval)] = static (o, t) => o.WebhookPollInterval = Time(t),
    };

    public static IEnumerable<string> Keys => s_settings.Keys.Append(Failover).Concat(ProxySetting.Keys).Concat(CredentialSetting.Keys);

    public void Configure(ZStackClientOptions options) => Configure(Microsoft.Extensions.Options.Options.DefaultName, options);

    public void Configure(string? name, ZStackClientOptions options)
    {
        if (name != client || section is null)
            return;
        var faults = new List<string>();
        var credential = new CredentialSetting();
        var proxy = new ProxySetting();
        foreach (IConfigurationSection setting in section.GetChildren())
        {
            if (string.Equals(setting.Key, Failover, StringComparison.OrdinalIgnoreCase))
                options.FailoverAddresses = Addresses(setting);
            else if (setting.Value is not { } text)
                CheckSection(setting, faults);
            else if (s_settings.TryGetValue(setting.Key, out Action<ZStackClientOptions, string>? set))
                Set(options, set, setting, text, faults);
            else if (!credential.Take(setting.Key, text) && !proxy.Take(setting.Key, text))
                faults.Add(Where(setting) + " is not a setting of a ZStack client. " + Nearest(setting.Key));
        }

        if (credential.Read(Path(section), faults) is { } read)
            options.Credential = read;
        if (proxy.Read(Path(section), faults) is { } through)
            options.Proxy = through;
        if (faults.Count > 0)
            throw new OptionsValidationException(client, typeof(ZStackClientOptions), faults);
    }

    internal static string Path(IConfiguration section) => section is IConfigurationSection { Path: { Length: > 0 } path } ? path + ConfigurationPath.KeyDelimiter : string.Empty;

    // The sections of named clients are siblings of the default client's settings.
    private void CheckSection(IConfigurationSection setting, List<string> faults)
    {
        bool empty = !setting.GetChildren().Any();
        if (empty || clients.Contains(setting.Key))
            return;
        faults.Add(Where(setting) + (s_settings.ContainsKey(setting.Key)
            ? " is a section, but must be a single value."
            : " is a section, but no ZStack client named '" + setting.Key + "' has been added; call AddZStack with the name, or remove the section."));
    }

    private static void Set(ZStackClientOptions options, Action<ZStackClientOptions, string> set, IConfigurationSection setting, string text, List<string> faults)
    {
        try
        {
            set(options, text);
        }
        catch (FormatException e)
        {
            faults.Add(Where(setting) + " is '" + text + "', which is not " + e.Message);
        }
    }

    // Reads a list, or a comma-separated text, as used in environment variables.
    private static string[] Addresses(IConfigurationSection setting)
        => setting.Value is { } text
            ? [.. text.Split(',').Select(static a => a.Trim()).Where(static a => a.Length > 0)]
            : [.. setting.GetChildren().Select(static a => a.Value ?? string.Empty)];

    private static string Where(IConfigurationSection setting) => "Configuration key '" + setting.Path + "'";

    private static string Nearest(string key)
    {
        string? near = Keys.FirstOrDefault(k => k.IndexOf(key, StringComparison.OrdinalIgnoreCase) >= 0 || key.IndexOf(k, StringComparison.OrdinalIgnoreCase) >= 0)
            ?? Keys.FirstOrDefault(k => k.Length > 3 && key.Length > 3 && k.StartsWith(key.Substring(0, 4), StringComparison.OrdinalIgnoreCase));
        return near is null ? "The settings are " + string.Join(", ", Keys) + "." : "Did you mean '" + near + "'?";
    }

    // .NET parses a bare number as days, which would be a surprising meaning of 30.
    private static TimeSpan Time(string text)
        => text.IndexOf(':') >= 0 && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan time) ? time : throw new FormatException("a time such as 00:06:00.");

    private static int Number(string text)
        => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : throw new FormatException("a whole number.");

    // Enum.TryParse would take numbers, too.
    private static ZStackUnsupportedParameters Unsupported(string text)
        => text.ToUpperInvariant() switch
        {
            "SEND" => ZStackUnsupportedParameters.Send,
            "DROP" => ZStackUnsupportedParameters.Drop,
            "THROW" => ZStackUnsupportedParameters.Throw,
            _ => throw new FormatException("Send, Drop or Throw."),
        };

    private static bool Truth(string text)
        => bool.TryParse(text, out bool truth) ? truth : throw new FormatException("true or false.");

    private static TimeZoneInfo TimeZone(string text)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(text);
        }
        // The name of a folder or file of the system's database, such as 'Asia', is not always reported as an unknown id.
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException or SecurityException or UnauthorizedAccessException or IOException)
        {
            throw new FormatException("the id of a time zone of this system, such as Asia/Shanghai.");
        }
    }
}

// Reads the settings of a proxy.
internal sealed class ProxySetting
{
    private string? _address;
    private string? _userName;
    private string? _password;

    public static IEnumerable<string> Keys => ["Proxy", "ProxyUserName", "ProxyPassword"];

    public bool Take(string key, string text)
    {
        switch (key.ToUpperInvariant())
        {
            case "PROXY":
                _address = text;
                return true;
            case "PROXYUSERNAME":
                _userName = text;
                return true;
            case "PROXYPASSWORD":
                _password = text;
                return true;
            default:
                return false;
        }
    }

    public WebProxy? Read(string path, List<string> faults)
    {
        if (_address is null)
        {
            if (_userName is not null || _password is not null)
                faults.Add("Configuration key '" + path + "Proxy' is missing: ProxyUserName and ProxyPassword require it.");
            return null;
        }

        // The value may contain a password, so the message does not quote it.
        if (!Uri.TryCreate(_address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0)
        {
            faults.Add("Configuration key '" + path + "Proxy' is not a URL such as http://proxy.example:3128; set the user and password as ProxyUserName and ProxyPassword.");
            return null;
        }

        if (_userName is null != _password is null)
        {
            faults.Add("Configuration key '" + path + (_userName is null ? "ProxyUserName" : "ProxyPassword") + "' is missing: set both ProxyUserName and ProxyPassword, or neither.");
            return null;
        }

        return new WebProxy(uri) { Credentials = _userName is null ? null : new NetworkCredential(_userName, _password) };
    }
}
