using System;
using System.Collections.Generic;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ZStack.Simulation;

/// <summary>How a simulated ZStack is made.</summary>
public sealed class ZStackSimulatorOptions
{
    /// <summary>The API pages.</summary>
    public SpecSource Specs { get; set; } = SpecSource.None;

    /// <summary>
    /// The port to listen on: 0 for a free one, <see langword="null"/> for none. Without a port the simulator answers only in process,
    /// through <see cref="ZStackSimulator.CreateHandler"/>.
    /// </summary>
    public int? Port { get; set; }

    /// <summary>The address to listen on; this machine only, unless set.</summary>
    public string ListenAddress { get; set; } = "127.0.0.1";

    /// <summary>The context path under which the API lives.</summary>
    public string ContextPath { get; set; } = "/zstack";

    /// <summary>The accounts that can log in.</summary>
    public IList<SimulatedAccount> Accounts { get; } = [SimulatedAccount.Admin];

    /// <summary>The access keys that are known.</summary>
    public IList<SimulatedAccessKey> AccessKeys { get; } = [];

    /// <summary>How long a session lives after its last use; 7,200 s on a ZStack.</summary>
    public TimeSpan SessionTimeout { get; set; } = TimeSpan.FromSeconds(7200);

    /// <summary>How many sessions an account may have at once.</summary>
    public int SessionLimit { get; set; } = 500;

    /// <summary>How long an asynchronous API works before its job ends.</summary>
    public TimeSpan JobDelay { get; set; }

    /// <summary>How long a job's result is kept, from its submission; 10,800 s on a ZStack.</summary>
    public TimeSpan JobRetention { get; set; } = TimeSpan.FromSeconds(10_800);

    /// <summary>How many finished jobs are kept at most; those that ended first go first. Running ones are never forgotten.</summary>
    public int JobLimit { get; set; } = 10_000;

    /// <summary>How many received calls are kept for assertions; the oldest go first.</summary>
    public int ReceivedCallLimit { get; set; } = 10_000;

    /// <summary>
    /// Where resources, sessions and ended jobs are kept, so that they survive the simulator; only in memory, unless set. It is
    /// disposed with the simulator. A job that runs when the process ends is lost.
    /// </summary>
    public ISimulatorStorage? Storage { get; set; }

    /// <summary>Whether the resources that the queries' examples show exist from the start; of a <see cref="Storage"/>, from its first use.</summary>
    public bool StartWithExamples { get; set; } = true;

    /// <summary>
    /// Whether resources that arguments name have to exist, else the call fails with <c>SYS.1003</c>. Checked are arguments whose name
    /// tells the kind (<c>zoneUuid</c>, <c>l3NetworkUuids</c>) of a resource that a query of the pages shows, once there was one of the
    /// kind. APIs with an answer of your own are not checked. Without the check, an API that changes an absent resource returns the
    /// example of its page.
    /// </summary>
    public bool CheckReferences { get; set; } = true;

    /// <summary>
    /// Whether an action that a resource's state does not allow fails with <c>SYS.1006</c>, such as to resume what was not paused. Only states
    /// that the pages show for the resource count.
    /// </summary>
    public bool CheckStates { get; set; } = true;

    /// <summary>
    /// The address that the server believes to have and puts into <c>location</c>. As at a real cloud behind NAT or a proxy
    /// it is not the one that the client used (PROTOCOL.md §3).
    /// </summary>
    public string ManagementNodeAddress { get; set; } = "172.20.0.11:8080";

    /// <summary>The version that GetVersion answers.</summary>
    public string Version { get; set; } = "5.2.1";

    /// <summary>The server's time zone, in which it prints times without naming it.</summary>
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>The server's Java, which decides how times are spelled.</summary>
    public ServerJavaVersion JavaVersion { get; set; }

    /// <summary>Whether all numbers come as Java's doubles (<c>1.0</c>, <c>8.589934592E9</c>), as from servers before October 2022.</summary>
    public bool NumbersAsDoubles { get; set; }

    /// <summary>Whether error details are Chinese, as on a ZStack whose <c>locale</c> was never changed.</summary>
    public bool ChineseErrors { get; set; }

    /// <summary>The global configuration <c>rest/checkTimeZone</c>: whether the zone of an access key's date counts.</summary>
    public bool CheckTimeZone { get; set; }

    /// <summary>The clock; a fake one lets sessions expire and jobs end without waiting.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where the simulator logs; standard error for warnings, unless set.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Adds the services that what <see cref="Configure"/> adds needs.</summary>
    public Action<IServiceCollection>? ConfigureServices { get; set; }

    /// <summary>Adds to the web application, before the simulator's own routes: pages of your own, middleware.</summary>
    public Action<WebApplication>? Configure { get; set; }
}
