using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace ZStackGen.Package.Tests;

/// <summary>
/// Projects of many kinds in one solution, with the strictest settings: warnings as errors, every analyzer rule, documentation required.
/// A single build covers all of them, because starting the SDK costs more than compiling.
/// </summary>
public sealed class ConsumerMatrixTests(PackedFeed feed)
{
    /// <summary>C# 9 without annotations, so that it compiles in every project.</summary>
    private const string Uses = """
        using System;
        using System.Collections.Generic;
        using ZStack;
        using ZStack.Api;

        namespace Consumer
        {
            /// <summary>The code of a user.</summary>
            PUBLIC static class Uses
            {
                /// <summary>An action with an object initializer.</summary>
                PUBLIC static StartVmInstanceAction Start(string uuid)
                {
                    return new StartVmInstanceAction { Uuid = uuid, HostUuid = "h", SystemTags = new List<string> { "a::b" } };
                }

                /// <summary>A result read by property.</summary>
                PUBLIC static string Describe(StartVmInstanceAction.Result result)
                {
                    VmInstanceInventory vm = result?.Inventory ?? new VmInstanceInventory();
                    DateTimeOffset? created = vm.CreateDate;
                    return vm.Name + vm.MemorySize + vm.VmNics.Count + created + vm.UnknownMembers.Count;
                }

                /// <summary>A typed query.</summary>
                PUBLIC static ZStackQuery<VmInstanceInventory> Find(string name)
                {
                    return VmInstanceInventory.Query.Where(f => f.Name == name & (f.CpuNum > 2 | !f.VmNics.Ip.In("10.0.0.1"))).OrderBy(f => f.CreateDate).Take(10);
                }

                /// <summary>An action is an action of the runtime.</summary>
                PUBLIC static ZStackAction<StartVmInstanceAction.Result> Any()
                {
                    return Start("u");
                }
            }
        }
        """;

    private static readonly (string Name, string Frameworks, string Properties)[] s_projects =
    [
        ("Frameworks", "net10.0;net8.0;netstandard2.0;net472", "<LangVersion>latest</LangVersion><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings>"),
        ("CSharp9", "net8.0;netstandard2.0", "<LangVersion>9</LangVersion><Nullable>disable</Nullable><ImplicitUsings>disable</ImplicitUsings>"),
        ("CSharp10", "net10.0;net472", "<LangVersion>10</LangVersion><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings>"),
        ("CSharp11", "net8.0;netstandard2.0", "<LangVersion>11</LangVersion><Nullable>disable</Nullable><ImplicitUsings>disable</ImplicitUsings>"),
        ("Internal", "net10.0", "<LangVersion>latest</LangVersion><Nullable>enable</Nullable><ImplicitUsings>disable</ImplicitUsings><ZStackGenAccessibility>internal</ZStackGenAccessibility><ZStackGenNamespace>Own.Api</ZStackGenNamespace>"),
    ];

    [Fact]
    public async Task Every_kind_of_project_compiles_without_a_warning_under_the_strictest_settings()
    {
        ConsumerFolder folder = feed.NewFolder("matrix").CopyTree(Repository.Pages(), "specs")
            .Write("Directory.Build.props", StrictSettings.Properties("<ZStackGenSpecs>../specs/**/*.md</ZStackGenSpecs>"))
            .Write("AssemblyInfo.cs", StrictSettings.AssemblyInfo);
        foreach ((string name, string frameworks, string properties) in s_projects)
        {
            bool isInternal = name == "Internal";
            folder.Project($"{name}/{name}.csproj", $"<TargetFrameworks>{frameworks}</TargetFrameworks>{properties}", """
                <Compile Include="../AssemblyInfo.cs" />
                <Reference Include="System.Net.Http" Condition="'$(TargetFramework)' == 'net472'" />
                """).Write($"{name}/Uses.cs", Uses.Replace("PUBLIC", isInternal ? "internal" : "public", StringComparison.Ordinal).Replace("ZStack.Api;", isInternal ? "Own.Api;" : "ZStack.Api;", StringComparison.Ordinal));
        }

        folder.Write("All.slnx", "<Solution>" + string.Concat(s_projects.Select(p => $"<Project Path=\"{p.Name}/{p.Name}.csproj\" />")) + "</Solution>");

        (await folder.BuildAsync("All.slnx")).Clean();

        foreach ((string name, string frameworks, _) in s_projects)
        {
            foreach (string framework in frameworks.Split(';'))
                AssertGenerated(folder, name, framework);
        }
    }

    private static void AssertGenerated(ConsumerFolder folder, string project, string framework)
    {
        var assembly = ConsumerAssembly.Open(folder.At(project, "bin", "Debug", framework, project + ".dll"));
        string ns = project == "Internal" ? "Own.Api" : "ZStack.Api";
        Assert.Equal(project != "Internal", assembly.IsPublic(ns + ".StartVmInstanceAction"));
        // C# 11 and .NET 7 introduce 'required'.
        bool hasRequired = framework is "net8.0" or "net10.0" && project is "Frameworks" or "CSharp11" or "Internal";
        Assert.Equal(hasRequired && framework.StartsWith("net", StringComparison.Ordinal) && !framework.StartsWith("netst", StringComparison.Ordinal) && framework != "net472", assembly.IsRequired(ns + ".StartVmInstanceAction", "Uuid"));
        Assert.True(File.Exists(folder.At(project, "bin", "Debug", framework, project + ".xml")));
    }
}
