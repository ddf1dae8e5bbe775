using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

public sealed class WebHookRetryTests
{
    [Fact]
    public async Task A_refusing_web_hook_is_called_15_times_2_seconds_apart_by_the_virtual_clock_and_then_dropped()
    {
        int attempts = 0;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using WebApplication receiver = builder.Build();
        receiver.Run(context =>
        {
            Interlocked.Increment(ref attempts);
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        await receiver.StartAsync(TestContext.Current.CancellationToken);
        string hook = receiver.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/hook";
        var time = new RecordingClock();
        using var log = new DropLog();
        await using ZStackSimulator zstack = await Simulators.StartAsync(time, options => options.LoggerFactory = log);
        using RawClient client = await new RawClient(zstack).LogInAsync();

        DateTimeOffset begin = time.GetUtcNow();
        await client.PostAsync("v1/zones", """{"params":{"name":"z"}}""", ("X-Web-Hook", hook));
        for (int pause = 1; pause <= 14; pause++)
        {
            await time.NextPauseAsync();
            time.Advance(TimeSpan.FromSeconds(2));
        }

        string dropped = await log.Dropped.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Contains(hook, dropped, StringComparison.Ordinal);
        Assert.Equal(15, attempts);
        Assert.Equal(Enumerable.Repeat(TimeSpan.FromSeconds(2), 14), time.Pauses);
        Assert.Equal(TimeSpan.FromSeconds(28), time.GetUtcNow() - begin);
    }

    /// <summary>A virtual clock that records the requested pauses.</summary>
    private sealed class RecordingClock : FakeTimeProvider
    {
        private readonly Channel<TimeSpan> _asked = Channel.CreateUnbounded<TimeSpan>();

        /// <summary>Gets the pauses requested so far.</summary>
        public List<TimeSpan> Pauses { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ITimer timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime > TimeSpan.Zero)
                _asked.Writer.TryWrite(dueTime);
            return timer;
        }

        /// <summary>Waits until the next pause is requested.</summary>
        public async Task NextPauseAsync() =>
            Pauses.Add(await _asked.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
    }

    private sealed class DropLog : ILoggerFactory, ILogger
    {
        public TaskCompletionSource<string> Dropped { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Name == "WebHookDropped")
                Dropped.TrySetResult(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
