using System;
using AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using ZStack.Simulation;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
await using ZStackSimulator? simulator = await SimulatedCloud.StartUnlessConfiguredAsync(builder.Configuration);

// The section ZStack of the configuration sets the options; the simulator replaces its address and credential.
builder.Services.AddZStack(options => simulator?.Configure(options));
builder.Services.AddHealthChecks().AddZStack();
builder.Services.AddOpenTelemetry()
    // Without the spans of ASP.NET Core, those of the client would have a parent that is not recorded, and be dropped with it.
    .WithTracing(static tracing => tracing.AddAspNetCoreInstrumentation().AddSource("ZStack").AddConsoleExporter())
    .WithMetrics(static metrics => metrics.AddMeter("ZStack").AddConsoleExporter(static (_, reader) => reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = 60_000));

WebApplication app = builder.Build();
app.MapHealthChecks("/health");
app.MapZStackWebhook("/zstack/webhook");
app.MapVms();
await app.RunAsync();
