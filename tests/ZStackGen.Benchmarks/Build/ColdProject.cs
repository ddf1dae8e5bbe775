using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ZStackGen.Benchmarks.Build;

/// <summary>A project on disk and its compile times, each in a new process of the compiler.</summary>
/// <param name="Name">The name in the output.</param>
/// <param name="Folder">The folder of the project.</param>
internal sealed record ColdProject(string Name, string Folder)
{
    public List<double> Times { get; } = [];

    public List<double> Costs { get; } = [];

    public string Response { get; private set; } = "";

    public long AssemblyBytes => new FileInfo(Path.Combine(Folder, "obj", "Debug", "net10.0", Path.GetFileName(Folder) + ".dll")).Length;

    private static (string Name, string Value)[] Variables => [("MSBUILDDISABLENODEREUSE", "1"), ("UseSharedCompilation", "false"), ("DOTNET_CLI_UI_LANGUAGE", "en"), ("MSBUILDTERMINALLOGGER", "off")];

    /// <summary>Gets the paths of the generator and the assemblies that it loads.</summary>
    public static string[] Generator => [.. new[] { "ZStackGen.Generator", "ZStackGen.Specs", "ZStackGen.Markdig" }.Select(assembly => Path.Combine(AppContext.BaseDirectory, assembly + ".dll"))];

    /// <summary>Writes and restores a project with pages and the assemblies of a generator. Returns its folder.</summary>
    public static string Write(string root, string name, string[] pages, string[] generator)
    {
        string folder = Path.Combine(root, name);
        Directory.CreateDirectory(Path.Combine(folder, "specs"));
        foreach (string page in pages)
            File.Copy(page, Path.Combine(folder, "specs", Path.GetFileName(page)));
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable></PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(ZStack.ZStackAction).Assembly.Location}" />
                <AdditionalFiles Include="specs/*" />
                {string.Concat(generator.Select(assembly => $"<Analyzer Include=\"{assembly}\" />"))}
                <CompilerVisibleProperty Include="ProjectDir;TargetFrameworkIdentifier;TargetFrameworkVersion" />
              </ItemGroup>
            </Project>
            """);
        // Files above the folder must not affect the project.
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
        ChildProcess.Run(folder, ChildProcess.DotNet, ["restore", "-v:q"], Variables);
        return folder;
    }

    public void Prepare()
    {
        File.WriteAllText(Path.Combine(Folder, "Edit.cs"), "internal static class Edit;");
        Response = SdkCompiler.ResponseOf(Folder, Variables);
    }

    /// <summary>Compiles the project. Returns the elapsed time.</summary>
    public TimeSpan Compile(SdkCompiler compiler) => compiler.Run(Folder, Response).Time;

    /// <summary>Compiles the project. Negative rounds warm up the disk cache and do not count.</summary>
    public void Compile(SdkCompiler compiler, int round)
    {
        TimeSpan used = ChildProcess.ProcessorTime ?? default;
        double time = Compile(compiler).TotalMilliseconds;
        if (round < 0)
            return;
        Times.Add(time);
        Costs.Add(((ChildProcess.ProcessorTime ?? default) - used).TotalMilliseconds);
    }
}
