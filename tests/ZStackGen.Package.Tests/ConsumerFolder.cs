using System.IO;
using System.Text;
using System.Threading.Tasks;

namespace ZStackGen.Package.Tests;

/// <summary>A user's folder: projects, pages, sources.</summary>
public sealed class ConsumerFolder(string path, string version)
{
    public string Path { get; } = path;

    public string At(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public string Read(params string[] parts) => File.ReadAllText(At(parts));

    public ConsumerFolder Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public ConsumerFolder Write(string file, byte[] content)
    {
        string full = At(file.Split('/'));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, content);
        return this;
    }

    /// <summary>Adds a project that refers to the package under test.</summary>
    /// <param name="file">The path, such as <c>App/App.csproj</c>.</param>
    /// <param name="properties">Additional properties of the project.</param>
    /// <param name="items">Additional items of the project.</param>
    public ConsumerFolder Project(string file, string properties, string items = "") => Write(file, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="ZStackGen" Version="{version}" />
            {items}
          </ItemGroup>
        </Project>
        """);

    public ConsumerFolder CopyTree(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            Write(to + "/" + System.IO.Path.GetRelativePath(from, file).Replace('\\', '/'), File.ReadAllBytes(file));
        return this;
    }

    public Task<CommandResult> BuildAsync(params string[] arguments) => DotNet.RunAsync(Path, ["build", .. arguments]);

    public Task<CommandResult> RunAsync(params string[] arguments) => DotNet.RunAsync(Path, arguments);
}
