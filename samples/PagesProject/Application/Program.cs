using System;
using System.IO;
using ZStack;
using ZStack.Api;
using ZStack.Simulation;

// Without arguments, the program uses a simulator of the same pages. Usage: pages-application [http://mn.example:8080 account password]
if (args.Length is not (0 or 3))
{
    await Console.Error.WriteLineAsync("Usage: pages-application [ADDRESS ACCOUNT PASSWORD]");
    return 1;
}

await using ZStackSimulator? simulator = args.Length == 0 ? await ZStackSimulator.StartAsync(Path.Combine(AppContext.BaseDirectory, "specs")) : null;
await using ZStackClient client = simulator is null
    ? new ZStackClient(args[0], ZStackCredential.Password(args[1], args[2]))
    : new ZStackClient(new ZStackClientOptions
    {
        BaseAddress = simulator.BaseAddress.ToString(),
        HandlerFactory = simulator.CreateHandler,
        Credential = ZStackCredential.Password("admin", "password"),
    });

await foreach (VmInstanceInventory vm in client.Query(VmInstanceInventory.Query.Where(f => f.State == "Running").OrderBy(f => f.Name)))
    Console.WriteLine($"{vm.Name}: {vm.CpuNum} CPUs, {vm.MemorySize >> 30} GiB");
return 0;
