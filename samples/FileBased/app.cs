#:project ../../runtime/ZStackGen.Runtime/ZStackGen.Runtime.csproj
#:property PublishAot=false

using System;
using ZStack;
using ZStack.Api;         // generated from the pages in specs/

if (args.Length != 3)
{
    Console.Error.WriteLine("Usage: dotnet run app.cs ADDRESS ACCOUNT PASSWORD");
    return 1;
}

await using var client = new ZStackClient(args[0], ZStackCredential.Password(args[1], args[2]));
CreateZoneAction.Result created = await client.CallAsync(new CreateZoneAction { Name = "lab" });
Console.WriteLine($"created {created.Inventory.Uuid}");

await foreach (ZoneInventory zone in client.Query(ZoneInventory.Query.OrderBy(f => f.Name)))
    Console.WriteLine($"{zone.Name}: {zone.State}");
return 0;
