using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading.Tasks;
using ZStackGen.Package.Tests;

[assembly: AssemblyFixture(typeof(PackedFeed))]

namespace ZStackGen.Package.Tests;

/// <summary>
/// A folder feed with the packages as <c>dotnet pack</c> creates them. They have a unique version, so that the package cache of the machine
/// never contains an older one. Packed outside of the source tree's obj and bin, twice, so that the results can be compared.
/// </summary>
public sealed class PackedFeed : IAsyncLifetime
{
    private static readonly string[] s_projects =
    [
        "generator/ZStackGen.Generator", "runtime/ZStackGen.Runtime", "runtime/ZStackGen.Hosting", "generator/ZStackGen.Pages", "generator/ZStackGen.Templates",
        "generator/ZStackGen.Simulator", "generator/ZStackGen.Simulator.Sqlite",
    ];

    private const string ArtifactsSuffix = "-artifacts";
    private CompilerServer? _compiler;

    public string Version { get; } = "0.2.0-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);

    public string Root { get; } = Directory.CreateTempSubdirectory("zstackgen-package-").FullName;

    public string Folder => Path.Combine(Root, "feed");

    /// <summary>Gets the folder of the build output for the packages, in the configuration Release.</summary>
    public string Artifacts => Folder + ArtifactsSuffix;

    public string PackagePath(string id) => Path.Combine(Folder, $"{id}.{Version}.nupkg");

    public async ValueTask InitializeAsync()
    {
        _compiler = await CompilerServer.StartAsync();
        await PackAsync("feed", s_projects);
    }

    /// <summary>Packs projects into a folder next to the feed, from scratch. One process packs all of them, because they share most of the work.</summary>
    public async Task<string> PackAsync(string name, params string[] projects)
    {
        string folder = Path.Combine(Root, name), solution = Path.Combine(Root, name + ".slnx");
        await File.WriteAllTextAsync(solution, "<Solution>" + string.Concat(projects.Select(static project => $"<Project Path=\"{Repository.At(project.Split('/'))}/{project[(project.LastIndexOf('/') + 1)..]}.csproj\" />")) + "</Solution>");
        // A solution builds references outside of it in their default configuration unless the last property says otherwise. Analyzers change no package.
        (await DotNet.RunAsync(Repository.At(), "pack", solution, "-c", "Release", "-o", folder, "--artifacts-path", folder + ArtifactsSuffix, $"-p:PackageVersion={Version}", "-p:RunAnalyzers=false", "-p:ShouldUnsetParentConfigurationAndPlatform=false")).Succeeded();
        return folder;
    }

    public static SortedDictionary<string, byte[]> Read(string package)
    {
        var entries = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        using ZipArchive archive = ZipFile.OpenRead(package);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using var content = new MemoryStream();
            using Stream stream = entry.Open();
            stream.CopyTo(content);
            entries.Add(entry.FullName, content.ToArray());
        }

        return entries;
    }

    /// <summary>Creates an empty folder outside of the source tree, with a nuget.config that adds the feed to the machine's configuration.</summary>
    public ConsumerFolder NewFolder(string name)
    {
        string path = Path.Combine(Root, "consumers", name);
        Directory.CreateDirectory(path);
        var folder = new ConsumerFolder(path, Version);
        folder.Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="zstackgen-test-feed" value="{Folder}" />
              </packageSources>
            </configuration>
            """);
        return folder;
    }

    public async ValueTask DisposeAsync()
    {
        _compiler?.Dispose();
        CommandResult locals = await DotNet.RunAsync(Root, "nuget", "locals", "global-packages", "--list");
        int at = locals.Output.IndexOf("global-packages: ", StringComparison.Ordinal);
        if (locals.ExitCode == 0 && at >= 0)
        {
            string cache = locals.Output[(at + "global-packages: ".Length)..].Trim();
            foreach (string id in new[] { "zstackgen", "zstackgen.runtime", "zstackgen.hosting", "zstackgen.simulator", "zstackgen.simulator.sqlite", "othermarkdown" })
                Remove(Path.Combine(cache, id, Version));
        }

        Remove(Root);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
