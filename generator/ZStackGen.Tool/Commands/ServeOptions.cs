using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using ZStack.Simulation;

namespace ZStackGen.Tool.Commands;

/// <summary>The options of <c>serve</c> that determine how the simulated cloud behaves.</summary>
internal sealed class ServeOptions
{
    // Long enough to watch a job run.
    private const string DefaultJobDelay = "0.3";
    private readonly Option<string[]> _allowHost = Several("--allow-host", "A further host that requests may name, '*' for any. Loopback names and the address of --host are always allowed.", "HOST");
    private readonly Option<string[]> _account = Several("--account", "An account that can log in. The account admin exists with the password 'password', unless it is given here.", "NAME:PASSWORD");
    private readonly Option<string[]> _accessKey = Several("--access-key", "An access key. Without an account, it belongs to admin.", "ID:SECRET[:ACCOUNT]");
    private readonly Option<string> _sessionTimeout = Text("--session-timeout", "The time after its last use until a session expires.", "SECONDS", "7200");
    private readonly Option<int> _sessionLimit = Number("--session-limit", "The maximum number of sessions of an account.", 500);
    private readonly Option<string[]> _jobDelay = Several("--job-delay", $"The duration of asynchronous calls, of all APIs or of one. The default is {DefaultJobDelay} s.", "[API=]SECONDS");
    private readonly Option<string> _jobRetention = Text("--job-retention", "The time for which the result of a job is kept.", "SECONDS", "10800");
    private readonly Option<int> _jobLimit = Number("--job-limit", "The maximum number of finished jobs to keep.", 10_000);
    private readonly Option<int> _bodyLimit = Number("--body-limit", "The maximum number of bytes of a request's body.", 8 * 1024 * 1024);
    private readonly Option<int> _historyLimit = Number("--history-limit", "The maximum number of bytes of the jobs, and of the log.", 64 * 1024 * 1024);
    private readonly Option<int> _resourceLimit = Number("--resource-limit", "The maximum number of bytes of all resources.", 256 * 1024 * 1024);
    private readonly Option<bool> _empty = Flag("--empty", "Start without the resources of the pages' examples.");
    private readonly Option<bool> _noReferenceChecks = Flag("--no-reference-checks", "Accept arguments that name missing resources.");
    private readonly Option<bool> _noStateChecks = Flag("--no-state-checks", "Accept actions that the state of a resource does not allow.");
    private readonly Option<string?> _managementNode = new("--management-node") { Description = "The address that the server puts into the location of jobs.", HelpName = "ADDRESS" };
    private readonly Option<string?> _version = new("--zstack-version") { Description = "The version of the server, such as 4.7.0. Newer APIs and members do not exist, nor do those that were removed by then. The default is everything that the pages describe.", HelpName = "VERSION" };
    private readonly Option<string?> _timeZone = new("--time-zone") { Description = "The time zone of the server's timestamps. The default is UTC.", HelpName = "ID" };
    private readonly Option<string> _java = new("--java-version") { Description = "The Java version of the server, which determines how timestamps are spelled.", DefaultValueFactory = static _ => "8" };
    private readonly Option<bool> _numbersAsDoubles = Flag("--numbers-as-doubles", "Write numbers like 8.589934592E9, as servers before October 2022 do.");
    private readonly Option<bool> _chineseErrors = Flag("--chinese-errors", "Write the details of errors in Chinese.");
    private readonly Option<bool> _checkTimeZone = Flag("--check-time-zone", "Take the time zone in the date of signed requests into account.");
    private readonly Option<string[]> _fault = Several("--fault", "A fault to inject: an error such as CreateZone=SYS.1006:details, or API=html, text:STATUS:TEXT, truncated, disconnect, lost-response or slow:SECONDS. The API 'any' stands for all requests.", FaultArgument.Form);

    public ServeOptions() => _java.AcceptOnlyFromAmong("8", "9", "20");

    /// <summary>Gets all options, for the command.</summary>
    public IEnumerable<Option> All =>
    [
        _allowHost, _account, _accessKey, _sessionTimeout, _sessionLimit, _jobDelay, _jobRetention, _jobLimit, _bodyLimit, _historyLimit, _resourceLimit, _empty,
        _noReferenceChecks, _noStateChecks, _managementNode, _version, _timeZone, _java, _numbersAsDoubles, _chineseErrors, _checkTimeZone, _fault,
    ];

    /// <summary>Applies the options to the options of the simulator.</summary>
    /// <exception cref="ToolException">A value is not valid.</exception>
    public void Apply(ParseResult parsed, ZStackSimulatorOptions options)
    {
        foreach (string host in Values(parsed, _allowHost))
            options.AllowedHosts.Add(host);
        foreach (string account in Values(parsed, _account))
            AddAccount(options, account);
        foreach (string key in Values(parsed, _accessKey))
            options.AccessKeys.Add(AccessKey(options, key));
        options.SessionTimeout = FaultArgument.Seconds("--session-timeout", parsed.GetRequiredValue(_sessionTimeout)) is { Ticks: > 0 } timeout
            ? timeout
            : throw new ToolException($"--session-timeout {parsed.GetRequiredValue(_sessionTimeout)} is out of range; use a value greater than zero");
        options.SessionLimit = parsed.GetValue(_sessionLimit);
        options.JobDelay = FaultArgument.Delay("--job-delay", Values(parsed, _jobDelay).LastOrDefault(static delay => !delay.Contains('=', StringComparison.Ordinal)) ?? DefaultJobDelay);
        options.JobRetention = FaultArgument.Seconds("--job-retention", parsed.GetRequiredValue(_jobRetention));
        options.JobLimit = parsed.GetValue(_jobLimit);
        options.RequestBodyLimit = parsed.GetValue(_bodyLimit);
        options.HistoryByteLimit = parsed.GetValue(_historyLimit);
        options.ResourceByteLimit = parsed.GetValue(_resourceLimit);
        options.StartWithExamples = !parsed.GetValue(_empty);
        options.CheckReferences = !parsed.GetValue(_noReferenceChecks);
        options.CheckStates = !parsed.GetValue(_noStateChecks);
        options.ManagementNodeAddress = parsed.GetValue(_managementNode) ?? options.ManagementNodeAddress;
        options.Version = Version(parsed.GetValue(_version));
        options.TimeZone = Zone(parsed.GetValue(_timeZone));
        options.JavaVersion = parsed.GetRequiredValue(_java) switch { "9" => ServerJavaVersion.Java9, "20" => ServerJavaVersion.Java20, _ => ServerJavaVersion.Java8 };
        options.NumbersAsDoubles = parsed.GetValue(_numbersAsDoubles);
        options.ChineseErrors = parsed.GetValue(_chineseErrors);
        options.CheckTimeZone = parsed.GetValue(_checkTimeZone);
        foreach (string fault in Values(parsed, _fault))
            FaultArgument.Parse(fault); // reports an invalid fault before the pages are read
    }

    /// <summary>Applies the options that name APIs, which are known once the simulator has started.</summary>
    /// <exception cref="ToolException">An API does not exist.</exception>
    public void Apply(ParseResult parsed, ZStackSimulator simulator)
    {
        try
        {
            foreach (string delay in Values(parsed, _jobDelay))
            {
                int equals = delay.IndexOf('=', StringComparison.Ordinal);
                if (equals >= 0)
                    simulator.SetJobDelay(delay[..equals], FaultArgument.Delay("--job-delay", delay[(equals + 1)..]));
            }

            foreach (string fault in Values(parsed, _fault))
                simulator.AddFault(FaultArgument.Parse(fault));
        }
        catch (ArgumentException e)
        {
            throw new ToolException(ToolException.TextOf(e));
        }
    }

    private static void AddAccount(ZStackSimulatorOptions options, string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
            throw new ToolException("--account: the value is not of the form NAME:PASSWORD");
        string name = text[..colon];
        SimulatedAccount? known = options.Accounts.FirstOrDefault(account => account.Name == name);
        if (known is not null)
            options.Accounts.Remove(known);
        options.Accounts.Add(known is null ? new SimulatedAccount(name, text[(colon + 1)..]) : new SimulatedAccount(name, text[(colon + 1)..]) { Uuid = known.Uuid });
    }

    // The message does not repeat the value, which contains a secret.
    private static SimulatedAccessKey AccessKey(ZStackSimulatorOptions options, string text)
    {
        string[] parts = text.Split(':');
        if (parts.Length is < 2 or > 3 || parts.Contains(""))
            throw new ToolException("--access-key: the value is not of the form ID:SECRET[:ACCOUNT]");
        string account = parts.Length == 3 ? parts[2] : SimulatedAccount.Admin.Name;
        return new SimulatedAccessKey(parts[0], parts[1], options.Accounts.FirstOrDefault(candidate => candidate.Name == account)
            ?? throw new ToolException($"--access-key: there is no account '{account}'; add it with --account"));
    }

    private static string? Version(string? version) => version is null || ZStackGen.Specs.Catalog.SinceVersion.IsValid(version)
        ? version
        : throw new ToolException($"--zstack-version '{version}' is not a version; use one such as 4.7.0");

    private static TimeZoneInfo Zone(string? id) => id is null ? TimeZoneInfo.Utc
        : TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? zone) ? zone
        : throw new ToolException($"--time-zone '{id}' is not a time zone; use one such as Asia/Shanghai");

    private static string[] Values(ParseResult parsed, Option<string[]> option) => parsed.GetValue(option) ?? [];

    private static Option<string[]> Several(string name, string description, string form) => new(name) { Description = description, HelpName = form };

    private static Option<string> Text(string name, string description, string form, string value) => new(name) { Description = description, HelpName = form, DefaultValueFactory = _ => value };

    private static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    private static Option<int> Number(string name, string description, int value)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "NUMBER", DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.Tokens.SingleOrDefault()?.Value is { } text && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int given) && given < 1)
                result.AddError($"{name} {given} is out of range; use a value greater than zero.");
        });
        return option;
    }
}
