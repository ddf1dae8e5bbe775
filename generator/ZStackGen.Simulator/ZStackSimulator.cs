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
using ZStack.Simulation.Faults;
using ZStack.Simulation.Handling;
using ZStack.Simulation.Identity;
using ZStack.Simulation.Jobs;
using ZStack.Simulation.LongJobs;
using ZStack.Simulation.Queries;
using ZStack.Simulation.Queries.Zql;
using ZStack.Simulation.Requests;
using ZStack.Simulation.Responses;
using ZStack.Simulation.Routing;
using ZStack.Simulation.Specs;
using ZStack.Simulation.State;
using ZStack.Simulation.Storage;

namespace ZStack.Simulation;

/// <summary>
/// A simulated ZStack server made from API pages. It has the routes, checks and responses of a real server, stores created resources, and runs
/// asynchronous calls as jobs. Use it for tests and for trying out code without a cloud.
/// </summary>
/// <example>
/// <code>
/// await using var zstack = await ZStackSimulator.StartAsync("specs");
/// using var http = zstack.CreateClient();
/// </code>
/// </example>
public sealed class ZStackSimulator : IAsyncDisposable
{
    private const string DefaultVersion = "5.2.1";
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
        _catalog = ApiCatalog.Load(options.Specs, options.Version, logger);
        _storage = options.Storage;
        var stored = new StoredState(options.Storage);
        _store = new ResourceStore(_catalog, options.StartWithExamples, options.ResourceByteLimit, stored);
        _sessions = new SessionStore(clock, options.SessionTimeout, options.SessionLimit, stored);
        _sessions.Load([.. options.Accounts]);
        _jobs = new JobStore(clock, options.JobRetention, options.JobLimit, options.HistoryByteLimit, stored);
        _jobs.Load(_catalog);
        _webHooks = new WebHookDelivery(options.TimeProvider, options.HistoryByteLimit, logger);
        _log = new ReceivedCallLog(options.ReceivedCallLimit, options.HistoryByteLimit);
        _management = new ManagementApis(_catalog, _jobs, clock, options.Version ?? DefaultVersion);
        IApiHandler[] handlers =
        [
            new SessionApis([.. options.Accounts], _sessions, clock),
            _management,
            new LongJobApis(_store, _catalog, _jobs, clock, options.JobLimit, options.HistoryByteLimit, _faults, () => _dispatcher!),
            new ZqlApi(_store, _catalog),
            new QueryApis(_store, _catalog),
            new TagApis(_store, clock, options.CheckReferences),
            new CreateApis(_store, _catalog, clock),
            new DeleteApis(_store, _catalog, clock),
            new ChangeApis(_store, _catalog, clock, options.CheckStates ? new StateRules(_catalog) : null, options.CheckReferences),
            new ExampleResponses(),
        ];
        _dispatcher = new ApiDispatcher(_catalog, handlers, options.CheckReferences ? new ReferenceChecks(_store, _catalog, [.. options.Accounts]) : null, _jobs, _webHooks, clock, options);
        var authentication = new RequestAuthentication(_sessions, new AccessKeyVerification([.. options.AccessKeys], clock, options.CheckTimeZone));
        var server = new RestServer(options.ContextPath, new RouteTable(_catalog.Apis), authentication, _dispatcher, _log, _faults, clock, options.RequestBodyLimit);
        if (options.Port is not null)
            _app.Use(new HostGuard(IPAddress.Parse(options.ListenAddress), options.AllowedHosts).HandleAsync);
        options.Configure?.Invoke(_app);
        _app.Run(server.HandleAsync);
        ContextPath = options.ContextPath;
        BaseAddress = new Uri("http://localhost:8080" + ContextPath);
    }

    /// <summary>Gets the base address for a client, including the context path.</summary>
    public Uri BaseAddress { get; private set; }

    /// <summary>Gets a value indicating whether the simulator listens on a port. Otherwise, it responds only in process.</summary>
    public bool IsListening { get; private set; }

    /// <summary>Gets the names of all APIs, in ordinal order.</summary>
    public IReadOnlyList<string> Apis => [.. _catalog.Apis.Select(static api => api.Name)];

    /// <summary>Gets the pages that could not be read.</summary>
    public IReadOnlyList<SkippedPage> SkippedPages => _catalog.Skipped;

    /// <summary>Gets the latest received calls, oldest first, up to <see cref="ZStackSimulatorOptions.ReceivedCallLimit"/>.</summary>
    public IReadOnlyList<ReceivedCall> ReceivedCalls => _log.Snapshot();

    /// <summary>Gets or sets the default duration of the jobs of asynchronous APIs.</summary>
    public TimeSpan JobDelay
    {
        get => _dispatcher.JobDelay;
        set
        {
            CheckDelay(value);
            _dispatcher.JobDelay = value;
        }
    }

    /// <summary>Gets or sets a value indicating whether the management node is ready. IsReadyToGo returns this value.</summary>
    public bool IsReady
    {
        get => _management.IsReady;
        set => _management.IsReady = value;
    }

    private string ContextPath { get; }

    /// <summary>Starts a simulator in process.</summary>
    /// <param name="specs">The API pages: a folder or a file.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<ZStackSimulator> StartAsync(SpecSource specs, CancellationToken cancellationToken = default) =>
        StartAsync(new ZStackSimulatorOptions { Specs = specs }, cancellationToken);

    /// <summary>Starts a simulator.</summary>
    /// <param name="options">The options of the simulator.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static async Task<ZStackSimulator> StartAsync(ZStackSimulatorOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ZStackSimulator? simulator = null;
        try
        {
            options.Validate();
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

    /// <summary>
    /// Creates a handler for an <see cref="HttpClient"/>: in process without a socket, or over the port if the simulator listens on a port.
    /// </summary>
    public HttpMessageHandler CreateHandler() => IsListening
        ? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }
        : _app.GetTestServer().CreateHandler();

    /// <summary>
    /// Creates a client. Its base address is <see cref="BaseAddress"/> with a trailing slash, so that <c>v1/zones</c> is a relative path.
    /// </summary>
    public HttpClient CreateClient() => new(CreateHandler()) { BaseAddress = new Uri(BaseAddress + "/") };

    /// <summary>Replaces the response of an API.</summary>
    /// <param name="api">The name of the API.</param>
    /// <param name="response">A function that creates the response. For an asynchronous API, it is called when the job ends.</param>
    public void OnCall(string api, Func<SimulatedCall, SimulatedResponse> response)
    {
        ArgumentNullException.ThrowIfNull(response);
        CheckApi(api);
        _dispatcher.Override(api, response);
    }

    /// <summary>Sets the duration of the jobs of an asynchronous API.</summary>
    /// <param name="api">The name of the API.</param>
    /// <param name="delay">The duration.</param>
    public void SetJobDelay(string api, TimeSpan delay)
    {
        CheckApi(api);
        CheckDelay(delay);
        _dispatcher.Delay(api, delay);
    }

    /// <summary>Adds a fault to inject.</summary>
    /// <param name="fault">The fault.</param>
    public void AddFault(SimulatedFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (fault.Api is { } api)
            CheckApi(api);
        _faults.Add(fault);
    }

    /// <summary>Lets the next calls of an API fail.</summary>
    /// <param name="api">The name of the API.</param>
    /// <param name="error">The error.</param>
    /// <param name="times">The number of calls that fail.</param>
    public void FailNext(string api, SimulatedError error, int times = 1) => AddFault(SimulatedFault.Fail(error, times).For(api));

    /// <summary>Removes all pending faults.</summary>
    public void ClearFaults() => _faults.Clear();

    /// <summary>Expires all sessions.</summary>
    public void ExpireSessions() => _sessions.ExpireAll();

    /// <summary>Removes all received calls.</summary>
    public void ClearReceivedCalls() => _log.Clear();

    /// <summary>Adds a resource to the simulated cloud.</summary>
    /// <param name="query">The name of the query API that returns the resource, such as <c>QueryZone</c>.</param>
    /// <param name="inventory">The members of the resource. A missing <c>uuid</c> is generated.</param>
    /// <returns>The UUID of the resource.</returns>
    public string Seed(string query, JsonObject inventory)
    {
        ArgumentNullException.ThrowIfNull(inventory);
        CheckApi(query);
        if (_store.CollectionOf(_catalog.ByName[query]) is not { } collection)
            throw new ArgumentException($"{query} is not a query API, so it returns no resources.", nameof(query));
        var body = (JsonObject)inventory.DeepClone();
        string uuid = Resource.UuidOf(body) ?? Guid.NewGuid().ToString("n");
        body["uuid"] = uuid;
        lock (_store.Gate)
        {
            if (_store.Find(uuid) is not null)
                throw new ArgumentException($"A resource with the UUID {uuid} already exists.", nameof(inventory));
            _store.Save(_store.Add(body, collection.ElementType, collection.Path));
        }

        return uuid;
    }

    /// <summary>Returns a copy of a resource in its current state; <see langword="null"/> if no resource has the UUID.</summary>
    /// <param name="uuid">The UUID of the resource.</param>
    public JsonObject? FindResource(string uuid)
    {
        lock (_store.Gate)
            return (JsonObject?)_store.Find(uuid)?.Body.DeepClone();
    }

    /// <summary>Waits until the simulator is stopped, for instance by Ctrl+C.</summary>
    /// <param name="cancellationToken">A token to stop the simulator.</param>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _app.WaitForShutdownAsync(cancellationToken);

    /// <summary>Stops the simulator.</summary>
    public async ValueTask DisposeAsync()
    {
        _jobs.Dispose();
        _webHooks.Dispose();
        await _app.DisposeAsync().ConfigureAwait(false);
        // All pending requests have ended now.
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
                // The limits of ZStack's own server. See runtime/PROTOCOL.md §1.1.
                kestrel.Limits.MaxRequestLineSize = 65_536;
                kestrel.Limits.MaxRequestHeadersTotalSize = 65_536;
                kestrel.Limits.MaxRequestHeaderCount = 100;
                kestrel.Limits.MaxRequestBodySize = options.RequestBodyLimit;
                kestrel.Listen(address, port);
            });
        }
        else
        {
            builder.WebHost.UseTestServer(static server => server.BaseAddress = new Uri("http://localhost:8080"));
        }

        return builder.Build();
    }

    private static void CheckDelay(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, ZStackSimulatorOptions.MaxDelay);
    }

    private void CheckApi(string api)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(api);
        if (!_catalog.ByName.ContainsKey(api))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The simulator has no API named '{api}'. Its {_catalog.Apis.Count} APIs come from its pages."), nameof(api));
    }
}
