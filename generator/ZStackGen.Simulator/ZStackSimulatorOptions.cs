using System;
using System.Collections.Generic;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ZStackGen.Specs.Catalog;

namespace ZStack.Simulation;

/// <summary>The options of a simulated ZStack server.</summary>
public sealed class ZStackSimulatorOptions
{
    /// <summary>The longest delay that the timers of all clocks accept: 24 days.</summary>
    internal static TimeSpan MaxDelay { get; } = TimeSpan.FromDays(24);

    /// <summary>Gets or sets the API pages.</summary>
    public SpecSource Specs { get; set; } = SpecSource.None;

    /// <summary>
    /// Gets or sets the port to listen on: 0 for a free port, <see langword="null"/> for none. Without a port, the simulator responds only in
    /// process,
    /// through <see cref="ZStackSimulator.CreateHandler"/>.
    /// </summary>
    public int? Port { get; set; }

    /// <summary>Gets or sets the address to listen on. The default is the local machine only.</summary>
    public string ListenAddress { get; set; } = "127.0.0.1";

    /// <summary>
    /// Gets further host names and addresses that requests over the port can be sent to; <c>*</c> for any host. By default, the simulator responds to
    /// loopback names and to <see cref="ListenAddress"/> only, and refuses requests that change state if they come from a page of another host.
    /// </summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>Gets or sets the context path of the API.</summary>
    public string ContextPath { get; set; } = "/zstack";

    /// <summary>Gets the accounts that can log in.</summary>
    public IList<SimulatedAccount> Accounts { get; } = [SimulatedAccount.Admin];

    /// <summary>Gets the accepted access keys.</summary>
    public IList<SimulatedAccessKey> AccessKeys { get; } = [];

    /// <summary>Gets or sets the time after its last use until a session expires. A ZStack server has 7,200 s.</summary>
    public TimeSpan SessionTimeout { get; set; } = TimeSpan.FromSeconds(7200);

    /// <summary>Gets or sets the maximum number of concurrent sessions per account.</summary>
    public int SessionLimit { get; set; } = 500;

    /// <summary>Gets or sets the default duration of the jobs of asynchronous APIs.</summary>
    public TimeSpan JobDelay { get; set; }

    /// <summary>Gets or sets the time after its submission for which the result of a job is kept. A ZStack server has 10,800 s.</summary>
    public TimeSpan JobRetention { get; set; } = TimeSpan.FromSeconds(10_800);

    /// <summary>
    /// Gets or sets the maximum number of finished jobs to keep. The oldest results are removed first; running jobs are never removed.
    /// </summary>
    public int JobLimit { get; set; } = 10_000;

    /// <summary>Gets or sets the maximum number of received calls to keep for assertions. The oldest calls are removed first.</summary>
    public int ReceivedCallLimit { get; set; } = 10_000;

    /// <summary>
    /// Gets or sets the maximum number of bytes of the body of a request. Requests without valid credentials are limited to 64 KiB. A longer body is
    /// refused with status 413.
    /// </summary>
    public int RequestBodyLimit { get; set; } = 8 * 1024 * 1024;

    /// <summary>
    /// Gets or sets the maximum number of bytes of each kind of history: received calls, running jobs, finished jobs, and finished long jobs. The
    /// oldest records are removed first. New jobs are refused while the running jobs exceed the limit.
    /// </summary>
    public long HistoryByteLimit { get; set; } = 64 * 1024 * 1024;

    /// <summary>Gets or sets the maximum number of bytes of all resources. Beyond it, resources cannot be created or changed (<c>ID.1003</c>).</summary>
    public long ResourceByteLimit { get; set; } = 256 * 1024 * 1024;

    /// <summary>
    /// Gets or sets the storage for resources, sessions and finished jobs, so that they survive a restart. By default, they are kept only in memory.
    /// The storage is disposed with the simulator. Jobs that are running when the process ends are lost.
    /// </summary>
    public ISimulatorStorage? Storage { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether the resources in the examples of query APIs exist from the start. With a <see cref="Storage"/>,
    /// they are added at its first use.
    /// </summary>
    public bool StartWithExamples { get; set; } = true;

    /// <summary>
    /// Gets or sets a value indicating whether a call fails with <c>SYS.1003</c> if an argument names a missing resource. The check covers arguments
    /// whose name contains the kind of a resource (<c>zoneUuid</c>, <c>l3NetworkUuids</c>). A query API must return this kind, and a resource of
    /// this kind must have existed. APIs with a replaced response are not checked. Without the check, an API that changes a
    /// missing resource returns the example of its page.
    /// </summary>
    public bool CheckReferences { get; set; } = true;

    /// <summary>
    /// Gets or sets a value indicating whether an action fails with <c>SYS.1006</c> if the state of the resource does not allow it. An example is
    /// resuming a VM instance that is not paused. Only states that the pages show for the resource are checked.
    /// </summary>
    public bool CheckStates { get; set; } = true;

    /// <summary>
    /// Gets or sets the address that the server puts into <c>location</c>. Like the address of a real cloud behind NAT or a proxy,
    /// it differs from the address that the client uses. See runtime/PROTOCOL.md §3.
    /// </summary>
    public string ManagementNodeAddress { get; set; } = "172.20.0.11:8080";

    /// <summary>
    /// Gets or sets the version of the server, such as <c>4.7.0</c>. The server has no APIs, parameters and response fields that the pages state a later
    /// version for, and none that this version or an earlier one removed. With <see langword="null"/>, the default, the server has all elements of the
    /// pages, and GetVersion returns 5.2.1.
    /// </summary>
    public string? Version { get; set; }

    /// <summary>Gets or sets the time zone of the server. Its timestamps carry no time zone.</summary>
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>Gets or sets the Java version of the server, which determines the format of timestamps.</summary>
    public ServerJavaVersion JavaVersion { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether all numbers have the format of Java doubles (<c>1.0</c>, <c>8.589934592E9</c>), as on servers
    /// before October 2022.
    /// </summary>
    public bool NumbersAsDoubles { get; set; }

    /// <summary>Gets or sets a value indicating whether error details are Chinese, as on a server with the default <c>locale</c>.</summary>
    public bool ChineseErrors { get; set; }

    /// <summary>
    /// Gets or sets the global configuration <c>rest/checkTimeZone</c>: whether the server takes the time zone in the date of a signed request
    /// into account.
    /// </summary>
    public bool CheckTimeZone { get; set; }

    /// <summary>Gets or sets the clock. A fake clock lets sessions expire and jobs end without waiting.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gets or sets the logger factory. By default, warnings are written to standard error.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Gets or sets a function that adds the services that <see cref="Configure"/> needs.</summary>
    public Action<IServiceCollection>? ConfigureServices { get; set; }

    /// <summary>Gets or sets a function that configures the web application before the simulator's routes, for instance with middleware.</summary>
    public Action<WebApplication>? Configure { get; set; }

    /// <summary>Validates the options.</summary>
    /// <exception cref="ArgumentException">An option is invalid; the message names the option and the reason.</exception>
    internal void Validate()
    {
        if (ContextPath is not { Length: > 1 } context || context[0] != '/' || context[^1] == '/')
            throw new ArgumentException($"The context path '{ContextPath}' must start with '/' and must not end with '/'.", nameof(ContextPath));
        if (Version is { } version && !SinceVersion.IsValid(version))
            throw new ArgumentException($"The version '{version}' must consist of one to four numbers separated by dots.", nameof(Version));
        // The end of a longer session could exceed the range of a date.
        Require(SessionTimeout > TimeSpan.Zero && SessionTimeout < TimeSpan.FromDays(365_000), nameof(SessionTimeout), "must be greater than zero and less than 365,000 days");
        Require(JobDelay >= TimeSpan.Zero && JobDelay <= MaxDelay, nameof(JobDelay), "must be from 0 to 24 days");
        Require(JobRetention >= TimeSpan.Zero, nameof(JobRetention), "must not be negative");
        Require(SessionLimit > 0, nameof(SessionLimit), "must be greater than zero");
        Require(JobLimit > 0, nameof(JobLimit), "must be greater than zero");
        Require(ReceivedCallLimit >= 0, nameof(ReceivedCallLimit), "must not be negative");
        Require(RequestBodyLimit >= 0, nameof(RequestBodyLimit), "must not be negative");
        Require(HistoryByteLimit >= 0, nameof(HistoryByteLimit), "must not be negative");
        Require(ResourceByteLimit >= 0, nameof(ResourceByteLimit), "must not be negative");
        Require(Port is null or (>= 0 and <= 65_535), nameof(Port), "must be from 0 to 65535");
    }

    private static void Require(bool isValid, string option, string requirement)
    {
        if (!isValid)
            throw new ArgumentException($"{nameof(ZStackSimulatorOptions)}.{option} {requirement}.", option);
    }
}
