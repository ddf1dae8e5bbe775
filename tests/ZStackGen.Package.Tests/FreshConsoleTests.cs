using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using System.Xml.Linq;
using ZStack.Simulation;

namespace ZStackGen.Package.Tests;

/// <summary>The first steps of a user: an empty folder, the package, a page, a program, a server.</summary>
public sealed class FreshConsoleTests(PackedFeed feed)
{
    private const string Program = """
        using System;
        using ZStack;
        using ZStack.Api;

        await using var client = new ZStackClient(args[0], ZStackCredential.Password("admin", "password"));
        var action = new GetCandidateVmForAttachingIsoAction { IsoUuid = args[1] };
        GetCandidateVmForAttachingIsoAction.Result result = await client.CallAsync(action);
        foreach (VmInstanceInventory vm in result.Inventories)
            Console.WriteLine($"{vm.Name} {vm.Platform} {vm.MemorySize} {vm.VmNics[0].Ip} {vm.VmNics[0].DeviceId}");
        """;

    [Fact]
    public async Task A_copied_page_becomes_an_API_that_calls_a_server()
    {
        string page = SharedFolder.RequireFile("seeds", "000_be2ab4beae76d701.txt");
        ConsumerFolder folder = NewConsole("seed").Write("specs/anything.md", await File.ReadAllBytesAsync(page, TestContext.Current.CancellationToken));

        await BuildAndRunAsync(folder, page);

        string[] text = await File.ReadAllLinesAsync(page, TestContext.Current.CancellationToken);
        AssertDocumented(folder, "T:ZStack.Api.GetCandidateVmForAttachingIsoAction", text[0]);
        AssertDocumented(folder, "P:ZStack.Api.VmNicInventory.IpVersion", Row(text, "ipVersion", "3.1.0")[^2]);
    }

    [Fact]
    public async Task Pages_in_the_projects_own_format_become_an_API_that_calls_a_server()
    {
        ConsumerFolder folder = NewConsole("own-pages").CopyTree(Repository.Pages(), "specs");
        string page = Repository.Pages("vm", "GetCandidateVmForAttachingIso.md");

        await BuildAndRunAsync(folder, page, Repository.Pages());

        string[] text = await File.ReadAllLinesAsync(page, TestContext.Current.CancellationToken);
        AssertDocumented(folder, "T:ZStack.Api.GetCandidateVmForAttachingIsoAction", text[2]);
        AssertDocumented(folder, "P:ZStack.Api.GetCandidateVmForAttachingIsoAction.IsoUuid", Row(text, "isoUuid", "0.6")[3]);
        string[] nic = await File.ReadAllLinesAsync(Repository.Pages("types", "VmNicInventory.md"), TestContext.Current.CancellationToken);
        AssertDocumented(folder, "P:ZStack.Api.VmNicInventory.IpVersion", Row(nic, "ipVersion", "3.1.0")[^2]);
    }

    private ConsumerFolder NewConsole(string name) => feed.NewFolder(name).Write("Program.cs", Program).Project("Console.csproj", """
        <OutputType>Exe</OutputType>
        <TargetFramework>net10.0</TargetFramework>
        <Nullable>enable</Nullable>
        <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
        <GenerateDocumentationFile>true</GenerateDocumentationFile>
        """);

    private static async Task BuildAndRunAsync(ConsumerFolder folder, string page, string? specs = null)
    {
        (await folder.BuildAsync()).Clean();

        await using (ZStackSimulator zstack = await ZStackSimulator.StartAsync(new ZStackSimulatorOptions { Specs = specs ?? page, Port = 0 }, TestContext.Current.CancellationToken))
        {
            string address = zstack.BaseAddress.GetLeftPart(UriPartial.Authority);
            CommandResult ran = (await folder.RunAsync(folder.At("bin", "Debug", "net10.0", "Console.dll"), address, "2eb43571568e46098cab274d415043da")).Succeeded();
            Assert.Equal(VmsOf(page), ran.Output.ReplaceLineEndings("\n").TrimEnd().Split('\n'));
            Assert.Contains(zstack.ReceivedCalls, call => call.Path.EndsWith("/v1/images/iso/2eb43571568e46098cab274d415043da/vm-candidates", StringComparison.Ordinal));
        }

        ConsumerAssembly assembly = ConsumerAssembly.Open(folder.At("bin", "Debug", "net10.0", "Console.dll"));
        Assert.Equal("3.1.0", assembly.Since("ZStack.Api.VmNicInventory", "IpVersion"));
        // The member is as old as its API, which has the attribute.
        Assert.Null(assembly.Since("ZStack.Api.GetCandidateVmForAttachingIsoAction", "IsoUuid"));
        Assert.True(assembly.IsRequired("ZStack.Api.GetCandidateVmForAttachingIsoAction", "IsoUuid"));
        // The base class has the properties for the tags.
        Assert.StartsWith("ZStack.ZStackTaggedAction`1", assembly.BaseType("ZStack.Api.GetCandidateVmForAttachingIsoAction"), StringComparison.Ordinal);
        // The base class has the property for the list.
        Assert.Contains("VmInstanceInventory", assembly.BaseType("ZStack.Api.GetCandidateVmForAttachingIsoAction/Result"), StringComparison.Ordinal);
    }

    /// <summary>Returns the value that the program prints from the page's example, which is the simulator's response.</summary>
    private static List<string> VmsOf(string page)
    {
        // The first value after the first line with an opening brace.
        string text = string.Join('\n', File.ReadLines(page).SkipWhile(line => line != "{"));
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), isFinalBlock: false, state: default);
        using JsonDocument example = JsonDocument.ParseValue(ref reader);
        var lines = new List<string>();
        foreach (JsonElement vm in example.RootElement.GetProperty("inventories").EnumerateArray())
        {
            JsonElement nic = vm.GetProperty("vmNics")[0];
            lines.Add($"{vm.GetProperty("name")} {vm.GetProperty("platform")} {(long)vm.GetProperty("memorySize").GetDouble()} {nic.GetProperty("ip")} {(long)nic.GetProperty("deviceId").GetDouble()}");
        }

        return lines;
    }

    /// <summary>Returns the cells of the table row with a name.</summary>
    private static string[] Row(IEnumerable<string> lines, string name, string since) => lines
        .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries))
        .First(cells => cells[0] == name && cells.Contains(since)) is var row ? [.. row.Where((cell, i) => cell.Length > 0 || i < 3)] : [];

    /// <summary>IntelliSense reads the documentation file, so the member's summary must contain the description from the page.</summary>
    private static void AssertDocumented(ConsumerFolder folder, string member, string words)
    {
        Assert.NotEmpty(words);
        XDocument documentation = XDocument.Load(folder.At("bin", "Debug", "net10.0", "Console.xml"));
        XElement found = Assert.Single(documentation.Descendants("member"), m => m.Attribute("name")?.Value == member);
        Assert.Contains(words, found.Element("summary")!.Value, StringComparison.Ordinal);
    }
}
