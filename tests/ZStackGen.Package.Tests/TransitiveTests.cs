using System;
using System.Threading.Tasks;

namespace ZStackGen.Package.Tests;

/// <summary>An application that gets the package through a library of the same solution.</summary>
public sealed class TransitiveTests(PackedFeed feed)
{
    private const string Properties = "<TargetFramework>net10.0</TargetFramework><TreatWarningsAsErrors>true</TreatWarningsAsErrors>";

    private const string App = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <ZStackGenNamespace>Of.App</ZStackGenNamespace>
          </PropertyGroup>
          <ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /></ItemGroup>
        </Project>
        """;

    [Fact]
    public async Task An_application_without_pages_uses_the_API_and_the_runtime_of_its_library()
    {
        ConsumerFolder folder = feed.NewFolder("through-library").Project("Lib/Lib.csproj", Properties).CopyTree(Repository.Pages(), "Lib/specs")
            .Write("App/App.csproj", App)
            .Write("App/Program.cs", """
                ZStack.Serialization.ApiDescriptor api = new ZStack.Api.StopVmInstanceAction { Uuid = "u" }.Api;
                System.Console.WriteLine(api.Name);
                """);

        (await folder.BuildAsync("App/App.csproj")).Clean();
        CommandResult ran = (await folder.RunAsync(folder.At("App", "bin", "Debug", "net10.0", "App.dll"))).Succeeded();
        Assert.Equal("StopVmInstance", ran.Output.Trim());
    }

    [Fact]
    public async Task A_library_that_passes_the_analyzer_on_allows_pages_in_the_application()
    {
        ConsumerFolder folder = feed.NewFolder("passed-on")
            .Write("Lib/Lib.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>{Properties}</PropertyGroup>
                  <ItemGroup><PackageReference Include="ZStackGen" Version="{feed.Version}" PrivateAssets="none" /></ItemGroup>
                </Project>
                """)
            .CopyTree(Repository.Pages(), "Lib/specs").CopyTree(Repository.Pages(), "App/specs")
            .Write("App/App.csproj", App)
            .Write("App/Program.cs", """
                System.Console.WriteLine(typeof(ZStack.Api.StopVmInstanceAction).Assembly.GetName().Name + " " + typeof(Of.App.StopVmInstanceAction).Assembly.GetName().Name);
                """);

        (await folder.BuildAsync("App/App.csproj")).Clean();
        CommandResult ran = (await folder.RunAsync(folder.At("App", "bin", "Debug", "net10.0", "App.dll"))).Succeeded();
        Assert.Equal("Lib App", ran.Output.Trim());
    }
}
