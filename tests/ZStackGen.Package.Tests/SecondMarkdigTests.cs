using System;
using System.Threading.Tasks;

namespace ZStackGen.Package.Tests;

/// <summary>Another package contains its own Markdig. If two analyzers contain a Markdig.dll, the SDK silently keeps one of them.</summary>
public sealed class SecondMarkdigTests(PackedFeed feed)
{
    private const string Generator = """
        using Microsoft.CodeAnalysis;

        [Generator(LanguageNames.CSharp)]
        public sealed class OtherMarkdown : IIncrementalGenerator
        {
            public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterPostInitializationOutput(output =>
            {
                string html = Markdig.Markdown.ToHtml("*it works*").Trim();
                var markdig = typeof(Markdig.Markdown).Assembly.GetName();
                output.AddSource("OtherMarkdown.g.cs", $"public static class OtherMarkdown {{ public const string Loaded = \"{markdig.Name} {markdig.Version} {html}\"; }}");
            });
        }
        """;

    [Fact]
    public async Task A_package_with_another_Markdig_and_this_package_each_use_their_own()
    {
        ConsumerFolder other = feed.NewFolder("other-package").Write("Generator.cs", Generator).Write("OtherMarkdown.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>netstandard2.0</TargetFramework>
                <LangVersion>latest</LangVersion>
                <Version>{feed.Version}</Version>
                <IncludeBuildOutput>false</IncludeBuildOutput>
                <SuppressDependenciesWhenPacking>true</SuppressDependenciesWhenPacking>
                <NoWarn>$(NoWarn);NU5128;NU1603;RS2008;RS1036</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.CodeAnalysis.CSharp" Version="4.8.0" PrivateAssets="all" />
                <PackageReference Include="Markdig" Version="0.45.0" PrivateAssets="all" GeneratePathProperty="true" />
                <None Include="$(OutputPath)OtherMarkdown.dll" Pack="true" PackagePath="analyzers/dotnet/cs" Visible="false" />
                <None Include="$(PkgMarkdig)/lib/netstandard2.0/Markdig.dll" Pack="true" PackagePath="analyzers/dotnet/cs" Visible="false" />
              </ItemGroup>
            </Project>
            """);
        (await other.RunAsync("pack", "-o", feed.Folder)).Succeeded();

        ConsumerFolder app = feed.NewFolder("two-markdigs")
            .Project("App.csproj", "<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><TreatWarningsAsErrors>true</TreatWarningsAsErrors>",
                $"""<PackageReference Include="OtherMarkdown" Version="{feed.Version}" />""")
            .CopyTree(Repository.Pages(), "specs")
            .Write("Program.cs", """
                System.Console.WriteLine(OtherMarkdown.Loaded);
                System.Console.WriteLine(new ZStack.Api.StartVmInstanceAction { Uuid = "u" }.Api.Path);
                """);

        (await app.BuildAsync()).Clean();
        CommandResult ran = (await app.RunAsync(app.At("bin", "Debug", "net10.0", "App.dll"))).Succeeded();
        Assert.Equal("Markdig 0.45.0.0 <p><em>it works</em></p>\n/v1/vm-instances/{uuid}/actions\n", ran.Output.ReplaceLineEndings("\n"));
    }
}
