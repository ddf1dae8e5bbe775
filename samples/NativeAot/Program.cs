using System;
using System.Threading;
using NativeAot;
using ZStack;

if (args.Length is < 1 or > 2 || args[0] is "-h" or "--help")
{
    Console.Error.WriteLine("usage: native-aot URL [ACCOUNT]      set the password in ZSTACK_PASSWORD");
    Console.Error.WriteLine("Creates a zone, a VM instance and a volume, calls every API of the basic pages, and deletes them.");
    return 2;
}

if (Environment.GetEnvironmentVariable("ZSTACK_PASSWORD") is not { Length: > 0 } password)
{
    Console.Error.WriteLine("error: ZSTACK_PASSWORD is not set; set it to the password of the account");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};
try
{
    await using var client = new ZStackClient(args[0], ZStackCredential.Password(args.Length == 2 ? args[1] : "admin", password));
    await EveryApi.RunAsync(client, stop.Token);
    return 0;
}
catch (Exception failure) when (failure is ZStackException or ArgumentException)
{
    Console.Error.WriteLine("error: " + failure.Message);
    return 1;
}
