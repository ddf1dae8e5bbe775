using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ZStackGen.Tool.Tests.Importing;

/// <summary>A web site on this machine, for one test.</summary>
internal sealed class LoopbackSite : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LoopbackSite(WebApplication application) => _application = application;

    /// <summary>Gets the pages by path. Other paths are a 404.</summary>
    public ConcurrentDictionary<string, RequestDelegate> Pages { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the requested paths.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Gets the address, without a slash at the end.</summary>
    public string Address => _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<LoopbackSite> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication application = builder.Build();
        var site = new LoopbackSite(application);
        application.Run(context =>
        {
            string path = context.Request.Path + context.Request.QueryString;
            site.Requests.Enqueue(path);
            if (site.Pages.TryGetValue(path, out RequestDelegate? page))
                return page(context);
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        await application.StartAsync();
        return site;
    }

    public void Add(string path, string text, string type = "text/html; charset=utf-8") => Add(path, Encoding.UTF8.GetBytes(text), type);

    public void Add(string path, byte[] content, string type) => Pages[path] = context =>
    {
        context.Response.ContentType = type;
        return context.Response.Body.WriteAsync(content).AsTask();
    };

    public void AddRedirect(string path, string target) => Pages[path] = context =>
    {
        context.Response.Redirect(target);
        return Task.CompletedTask;
    };

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
