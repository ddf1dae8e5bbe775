using ZStack;
using ZStack.Api;

string endpoint = args is [var given, ..] ? given : "http://127.0.0.1:8080";
string password = Environment.GetEnvironmentVariable("ZSTACK_PASSWORD") ?? "password";

await using var client = new ZStackClient(endpoint, ZStackCredential.Password("admin", password));
await foreach (ZoneInventory zone in client.Query(ZoneInventory.Query.OrderBy(f => f.Name)))
    Console.WriteLine($"{zone.Name} is {zone.State}");
