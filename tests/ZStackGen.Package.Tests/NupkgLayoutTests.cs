using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace ZStackGen.Package.Tests;

public sealed class NupkgLayoutTests(PackedFeed feed)
{
    private SortedDictionary<string, byte[]> Package => PackedFeed.Read(feed.PackagePath("ZStackGen"));

    [Fact]
    public void The_package_contains_one_analyzer_slot_the_build_assets_and_nothing_else()
    {
        string[] containers = ["[Content_Types].xml", "_rels/.rels"];
        Assert.Equal(
            [
                "README.md",
                "THIRD-PARTY-NOTICES.txt",
                "ZStackGen.nuspec",
                "analyzers/dotnet/roslyn4.8/cs/ZStackGen.CodeFixes.dll",
                "analyzers/dotnet/roslyn4.8/cs/ZStackGen.Generator.dll",
                "analyzers/dotnet/roslyn4.8/cs/ZStackGen.Markdig.dll",
                "analyzers/dotnet/roslyn4.8/cs/ZStackGen.Specs.dll",
                "build/ZStackGen.props",
                "build/ZStackGen.targets",
                "buildTransitive/ZStackGen.props",
                "buildTransitive/ZStackGen.targets",
                "icon.png",
                "lib/netstandard2.0/_._",
            ],
            Package.Keys.Where(name => !containers.Contains(name) && !name.StartsWith("package/services/", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_nuspec_depends_only_on_the_runtime_of_the_same_version()
    {
        XElement metadata = Nuspec("ZStackGen", Package);
        XElement dependency = Assert.Single(metadata.Descendants(), e => e.Name.LocalName == "dependency");
        Assert.Equal("ZStackGen.Runtime", dependency.Attribute("id")!.Value);
        Assert.Equal(feed.Version, dependency.Attribute("version")!.Value);
        Assert.Equal("Build,Analyzers", dependency.Attribute("exclude")!.Value);
        Assert.Equal(".NETStandard2.0", dependency.Parent!.Attribute("targetFramework")!.Value);
        // A development dependency would keep the runtime from consumers of the project.
        Assert.DoesNotContain(metadata.Elements(), e => e.Name.LocalName == "developmentDependency");
    }

    [Theory]
    [InlineData("ZStackGen")]
    [InlineData("ZStackGen.Runtime")]
    public void The_package_states_its_license_and_its_version(string id)
    {
        XElement metadata = Nuspec(id, PackedFeed.Read(feed.PackagePath(id)));
        XElement license = metadata.Elements().Single(e => e.Name.LocalName == "license");
        Assert.Equal("expression", license.Attribute("type")!.Value);
        Assert.Equal("Apache-2.0", license.Value);
        Assert.Equal(feed.Version, metadata.Elements().Single(e => e.Name.LocalName == "version").Value);
    }

    [Theory]
    [InlineData("ZStackGen", "generator/ZStackGen.Generator")]
    [InlineData("ZStackGen.Pages", "generator/ZStackGen.Pages")]
    [InlineData("ZStackGen.Runtime", "runtime/ZStackGen.Runtime")]
    [InlineData("ZStackGen.Hosting", "runtime/ZStackGen.Hosting")]
    public void The_package_has_the_metadata_that_a_registry_shows_and_its_own_readme(string id, string folder)
    {
        SortedDictionary<string, byte[]> package = PackedFeed.Read(feed.PackagePath(id));
        XElement metadata = Nuspec(id, package);
        Assert.Equal(System.IO.File.ReadAllBytes(Repository.At([.. folder.Split('/'), "README.md"])), package[Text("readme")]);
        Assert.Equal(System.IO.File.ReadAllBytes(Repository.At(".github", "icon.png")), package[Text("icon")]);
        Assert.Contains("zstack", Text("tags").Split(' '));
        Assert.EndsWith("/CHANGELOG.md", Text("releaseNotes"), StringComparison.Ordinal);
        Assert.StartsWith("https://", Text("projectUrl"), StringComparison.Ordinal);
        Assert.InRange(Text("description").Length, 40, 4000);

        string Text(string name) => metadata.Elements().Single(e => e.Name.LocalName == name).Value;
    }

    [Fact]
    public void The_notices_include_the_copyright_of_the_renamed_library() =>
        Assert.Contains("Alexandre Mutel", Encoding.UTF8.GetString(Package["THIRD-PARTY-NOTICES.txt"]), StringComparison.Ordinal);

    [Theory]
    [InlineData("ZStackGen")]
    [InlineData("ZStackGen.Runtime")]
    public void The_package_contains_no_path_of_the_build_machine(string id)
    {
        foreach ((string name, byte[] content) in PackedFeed.Read(feed.PackagePath(id)))
        {
            foreach (string folder in new[] { SourceTree.Root, feed.Root, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) })
            {
                if (folder.Length < 3)
                    continue;
                Assert.True(content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(folder + System.IO.Path.DirectorySeparatorChar)) < 0, $"{name} names {folder}");
            }
        }
    }

    [Fact]
    public async Task Packing_the_same_sources_twice_produces_the_same_bytes()
    {
        string again = await feed.PackAsync("again", "generator/ZStackGen.Generator", "runtime/ZStackGen.Runtime");
        foreach (string id in new[] { "ZStackGen", "ZStackGen.Runtime" })
        {
            SortedDictionary<string, byte[]> first = PackedFeed.Read(feed.PackagePath(id));
            SortedDictionary<string, byte[]> second = PackedFeed.Read(System.IO.Path.Combine(again, $"{id}.{feed.Version}.nupkg"));
            Assert.Equal(first.Keys, second.Keys);
            Assert.Equal([], first.Keys.Where(name => !first[name].AsSpan().SequenceEqual(second[name])));
            Assert.True(
                System.IO.File.ReadAllBytes(feed.PackagePath(id)).AsSpan().SequenceEqual(System.IO.File.ReadAllBytes(System.IO.Path.Combine(again, $"{id}.{feed.Version}.nupkg"))),
                $"{id}: equal entries, but another archive (order or times).");
        }
    }

    private static XElement Nuspec(string id, SortedDictionary<string, byte[]> package)
    {
        using var stream = new System.IO.MemoryStream(package[id + ".nuspec"]);
        return XDocument.Load(stream).Root!.Elements().Single(e => e.Name.LocalName == "metadata");
    }
}
