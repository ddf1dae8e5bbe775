using System;
using System.IO;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ZStack;

namespace Worker;

/// <summary>Puts the worker together.</summary>
internal static class ImageWorkerHost
{
    /// <summary>Adds the worker and its client, whose options come from the section <c>ZStack</c> of the configuration.</summary>
    public static HostApplicationBuilder AddImageWorker(this HostApplicationBuilder builder, Action<ZStackClientOptions>? configure = null)
    {
        builder.Services.AddZStack(configure);
        builder.Services.Configure<ImageSettings>(builder.Configuration.GetSection("Image"));
        builder.Services.AddSingleton(new JobFile(Path.GetFullPath(builder.Configuration["JobFile"] ?? "long-job.txt")));
        builder.Services.AddHostedService<ImageWorker>();
        return builder;
    }
}
