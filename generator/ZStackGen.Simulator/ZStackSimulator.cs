using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ZStack.Simulation.Answers;
using ZStack.Simulation.Faults;
using ZStack.Simulation.Handling;
using ZStack.Simulation.Identity;
using ZStack.Simulation.Jobs;
using ZStack.Simulation.LongJobs;
using ZStack.Simulation.Queries;
using ZStack.Simulation.Queries.Zql;
using ZStack.Simulation.Requests;
using ZStack.Simulation.Routing;
using ZStack.Simulation.Specs;
using ZStack.Simulation.State;
using ZStack.Simulation.Storage;

namespace ZStack.Simulation;

/// <summary>
/// A ZStack made from API pages: it has their routes, checks and answers as a real one does, keeps what is created, and runs
/// asynchronous calls as jobs. For tests and for trying things out without a cloud.
/// </summary>
/// <example>
/// <code>
/// await using var zstack = await ZStackSimulator.StartAsync("specs");
/// using var http = zstack.CreateClient();
/// </code>
/// </example>
public sealed class ZStackSimulator : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ApiCatalog _catalog;
    private readonly ResourceStore _store;
    private readonly SessionStore _sessions;
    private readonly JobStore _jobs;
    private readonly WebHookDelivery _webHooks;
    private readonly ApiDispatcher _dispatcher;
    private readonly ManagementApis _management;
    private readonly ReceivedCallLog _log;
    private readonly FaultScript _faults = new();
    private readonly ISimulatorStorage? _storage;

    private ZStackSimulator(ZStackSimulatorOptions options)
    {
        _app = CreateApp(options);
        ILogger logger = _app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("ZStack.Simulation");
        var clock = new ServerClock(options.TimeProvider, options.TimeZone, options.JavaVersion);
        _catalog = ApiCatalog.Load(options.Specs, logger);
        _storage = options.Storage;
        var stored = new StoredState(options.Storage);
        _store = new ResourceStore(_catalog, options.StartWithExamples, stored);
        _sessions = new SessionStore(clock, options.SessionTimeout, options.SessionLimit, stored);
        _sessions.Load([.. options.Accounts]);
        _jobs = new JobStore(clock, options.JobRetention, options.JobLimit, stored);
        _jobs.Load(_catalog);
        _webHooks = new WebHookDelivery(options.TimeProvider, logger);
        _log = new ReceivedCallLog(options.ReceivedCallLimit);
        _management = new ManagementApis(_catalog, _jobs, clock, options.Version);
        IApiHandler[] handlers =
        [
            new SessionApis([.. options.Accounts], _sessions, clock),
            _management,
            new LongJobApis(_store, _catalog, _jobs, clock, () => _dispatcher!),
            new ZqlApi(_store, _catalog),
            new QueryApis(_store, _catalog),
            new CreateApis(_store, _catalog, clock),
            new DeleteApis(_store, _catalog, clock),
            new ChangeApis(_store, _catalog, clock, options.CheckStates ? new StateRules(_catalog) : null, options.CheckReferences),
            new ExampleAnswers(),
        ];
        _dispatcher = new ApiDispatcher(_catalog, handlers, options.CheckReferences ? new ReferenceChecks(_store, [.. options.Accounts]) : null, _jobs, _webHooks, clock, options);
        var authentication = new RequestAuthentication(_sessions, new AccessKeyVerification([.. options.AccessKeys], clock, options.CheckTimeZone));
        var server = new RestServer(options.ContextPath, new RouteTable(_catalog.Apis), authentication, _dispatcher, _log, _faults, clock);
        options.Configure?.Invoke(_app);
        _app.Run(server.HandleAsync);
        ContextPath = options.ContextPath;
        BaseAddress = new Uri("http://localhost:8080" + ContextPath);
    }

    /// <summary>The address for a client, context path included.</summary>
    public Uri BaseAddress { get; private set; }

    /// <summary>Whether the simulator listens on a port, or answers in process only.</summary>
    public bool IsListening { get; private set; }

    /// <summary>The names of all APIs that are answered, in ordinal order.</summary>
    public IReadOnlyList<string> Apis => [.. _catalog.Apis.Select(static api => api.Name)];

    /// <summary>The pages that could not be used.</summary>
    public IReadOnlyList<SkippedPage> SkippedPages => _catalog.Skipped;

    /// <summary>The calls received so far, oldest first; the latest <see cref="ZStackSimulatorOptions.ReceivedCallLimit"/> of them.</summary>
    public IReadOnlyList<ReceivedCall> ReceivedCalls => _log.Snapshot();

    /// <summary>How long an asynchronous API works, for those without a delay of their own.</summary>
    public TimeSpan JobDelay
    {
        get => _dispatcher.JobDelay;
        set => _dispatcher.JobDelay = value;
    }

    /// <summary>Whether the management node is ready; answers IsReadyToGo.</summary>
    public bool IsReady
    {
        get => _management.IsReady;
        set => _management.IsReady = value;
    }

    private string ContextPath { get; }

    /// <summary>Starts a simulator in process.</summary>
    /// <param name="specs">The API pages: a folder or a file.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static Task<ZStackSimulator> StartAsync(SpecSource specs, CancellationToken cancellationToken = default) =>
        StartAsync(new ZStackSimulatorOptions { Specs = specs }, cancellationToken);

    /// <summary>Starts a simulator.</summary>
    /// <param name="options">How it is made.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static async Task<ZStackSimulator> StartAsync(ZStackSimulatorOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.ContextPath is not { Length: > 1 } context || context[0] != '/' || context[^1] == '/')
            throw new ArgumentException($"The context path '{options.ContextPath}' has to begin with '/' and must not end with it.", nameof(options));
        ZStackSimulator? simulator = null;
        try
        {
            simulator = new ZStackSimulator(options);
            await simulator._app.StartAsync(cancellationToken).ConfigureAwait(false);
            if (options.Port is not null)
            {
                string address = simulator._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
                simulator.BaseAddress = new Uri(address + options.ContextPath);
                simulator.IsListening = true;
            }

            return simulator;
        }
        catch
        {
            if (simulator is not null)
                await simulator.DisposeAsync().ConfigureAwait(false);
            else
                options.Storage?.Dispose();
            throw;
        }
    }

    /// <summary>A handler for an <see cref="HttpClient"/>: without a socket in process, else over the port.</summary>
    public HttpMessageHandler CreateHandler() => IsListening
        ? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }
        : _app.GetTestServer().CreateHandler();

    /// <summary>A client whose base address is <see cref="BaseAddress"/> with a slash behind it, so that <c>v1/zones</c> is a relative path.</summary>
    public HttpClient CreateClient() => new(CreateHandler()) { BaseAddress = new Uri(BaseAddress + "/") };

    /// <summary>Answers an API in a way of your own.</summary>
    /// <param name="api">The API's name.</param>
    /// <param name="answer">Makes the answer; for an asynchronous API when its job ends.</param>
    public void OnCall(string api, Func<SimulatedCall, SimulatedAnswer> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        CheckApi(api);
        _dispatcher.Override(api, answer);
    }

    /// <summary>Sets how long one asynchronous API works.</summary>
    /// <param name="api">The API's name.</param>
    /// <param name="delay">How long.</param>
    public void SetJobDelay(string api, TimeSpan delay)
    {
        CheckApi(api);
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        _dispatcher.Delay(api, delay);
    }

    /// <summary>Lets something go wrong.</summary>
    /// <param name="fault">What, and with which requests.</param>
    public void AddFault(SimulatedFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (fault.Api is { } api)
            CheckApi(api);
        _faults.Add(fault);
    }

    /// <summary>Lets the next calls of an API fail.</summary>
    /// <param name="api">The API's name.</param>
    /// <param name="error">The error.</param>
    /// <param name="times">How many calls.</param>
    public void FailNext(string api, SimulatedError error, int times = 1) => AddFault(SimulatedFault.Fail(error, times).For(api));

    /// <summary>Forgets the faults that have not struck yet.</summary>
    public void ClearFaults() => _faults.Clear();

    /// <summary>Ends all sessions, as a ZStack does with unused ones after a while.</summary>
    public void ExpireSessions() => _sessions.ExpireAll();

    /// <summary>Forgets the received calls.</summary>
    public void ClearReceivedCalls() => _log.Clear();

    /// <summary>Puts a resource into the simulated cloud.</summary>
    /// <param name="query">The query API that shows it, such as <c>QueryZone</c>.</param>
    /// <param name="inventory">Its members; a missing <c>uuid</c> is made up.</param>
    /// <returns>The resource's UUID.</returns>
    public string Seed(string query, JsonObject inventory)
    {
        ArgumentNullException.ThrowIfNull(inventory);
        CheckApi(query);
        if (_store.CollectionOf(_catalog.ByName[query]) is not { } collection)
            throw new ArgumentException($"{query} is not a query API, so it shows no resources.", nameof(query));
        var body = (JsonObject)inventory.DeepClone();
        string uuid = Resource.UuidOf(body) ?? Guid.NewGuid().ToString("n");
        body["uuid"] = uuid;
        lock (_store.Gate)
        {
            if (_store.Find(uuid) is not null)
                throw new ArgumentException($"There is a resource with the UUID {uuid} already.", nameof(inventory));
            _store.Save(_store.Add(body, collection.ElementType, collection.Path));
        }

        return uuid;
    }

    /// <summary>A copy of a resource as it is now; <see langword="null"/> when there is none of that UUID.</summary>
    /// <param name="uuid">The resource's UUID.</param>
    public JsonObject? FindResource(string uuid)
    {
        lock (_store.Gate)
            return (JsonObject?)_store.Find(uuid)?.Body.DeepClone();
    }

    /// <summary>Completes when the simulator has been told to stop, such as by Ctrl+C.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _app.WaitForShutdownAsync(cancellationToken);

    /// <summary>Stops the simulator.</summary>
    public async ValueTask DisposeAsync()
    {
        _jobs.Dispose();
        _webHooks.Dispose();
        await _app.DisposeAsync().ConfigureAwait(false);
        // Requests that were on their way have ended now.
        _sessions.Dispose();
        _storage?.Dispose();
    }

    private static WebApplication CreateApp(ZStackSimulatorOptions options)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(ZStackSimulator).Assembly.GetName().Name });
        if (options.LoggerFactory is { } factory)
            builder.Services.AddSingleton(factory);
        else
            builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        options.ConfigureServices?.Invoke(builder.Services);
        if (options.Port is { } port)
        {
            if (!IPAddress.TryParse(options.ListenAddress, out IPAddress? address))
                throw new ArgumentException($"The listen address '{options.ListenAddress}' is not an IP address.", nameof(options));
            builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                // What ZStack's own server takes (PROTOCOL.md §1.1).
                kestrel.Limits.MaxRequestLineSize = 65_536;
                kestrel.Limits.MaxRequestHeadersTotalSize = 65_536;
                kestrel.Listen(address, port);
            });
        }
        else
        {
            builder.WebHost.UseTestServer(static server => server.BaseAddress = new Uri("http://localhost:8080"));
        }

        return builder.Build();
    }

    private void CheckApi(string api)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(api);
        if (!_catalog.ByName.ContainsKey(api))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The simulator has no API named '{api}'; its {_catalog.Apis.Count} APIs come from its pages."), nameof(api));
    }
}
