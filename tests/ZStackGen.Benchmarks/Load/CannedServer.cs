using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ZStackGen.Benchmarks.Runtime;

namespace ZStackGen.Benchmarks.Load;

// A server on a loopback port that returns responses from memory: a query of ten VMs, and a job that creates one VM and is done at the first poll.
internal sealed class CannedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly byte[][] _ten = Answers.Lists(10), _one = Answers.One();
    private int _turn;

    private CannedServer()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapGet("/zstack/v1/vm-instances", context => WriteAsync(context, _ten[Turn() % _ten.Length]));
        _app.MapPost("/zstack/v1/vm-instances", async context =>
        {
            await context.Request.Body.CopyToAsync(System.IO.Stream.Null);
            context.Response.StatusCode = 202;
            string id = context.Request.Headers["X-Job-UUID"].FirstOrDefault() ?? Guid.NewGuid().ToString("N");
            await WriteAsync(context, System.Text.Encoding.UTF8.GetBytes($$"""{"location":"{{Address}}/zstack/v1/api-jobs/{{id}}"}"""));
        });
        _app.MapGet("/zstack/v1/api-jobs/{id}", context => WriteAsync(context, _one[Turn() % _one.Length]));
    }

    public string Address { get; private set; } = "";

    public static async Task<CannedServer> StartAsync()
    {
        var server = new CannedServer();
        await server._app.StartAsync();
        server.Address = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private int Turn() => Interlocked.Increment(ref _turn);

    private static Task WriteAsync(HttpContext context, byte[] json)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        return context.Response.Body.WriteAsync(json, 0, json.Length);
    }
}
