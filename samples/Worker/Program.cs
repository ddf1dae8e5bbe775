using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Worker;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
if (builder.Configuration["ZStack:BaseAddress"] is null)
    await Rehearsal.RunAsync(args);
else
    await builder.AddImageWorker().Build().RunAsync();
