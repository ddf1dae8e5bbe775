using System;
using System.Threading;
using NativeAot;
using ZStack;

if (args.Length is < 1 or > 2 || args[0] is "-h" or "--help")
{
    Console.Error.WriteLine("usage: native-aot URL [ACCOUNT]      the password is read from ZSTACK_PASSWORD");
    Console.Error.WriteLine("Walks through the life of a zone, a VM instance and a volume of its own, and deletes them at the end.");
    return 2;
}

if (Environment.GetEnvironmentVariable("ZSTACK_PASSWORD") is not { Length: > 0 } password)
{
    Console.Error.WriteLine("error: ZSTACK_PASSWORD is not set");
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
    await Walk.RunAsync(client, stop.Token);
    return 0;
}
catch (Exception failure) when (failure is ZStackException or ArgumentException)
{
    Console.Error.WriteLine("error: " + failure.Message);
    return 1;
}
