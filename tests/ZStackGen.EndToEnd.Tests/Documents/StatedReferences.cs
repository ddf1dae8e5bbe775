using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace ZStackGen.EndToEnd.Tests.Documents;

/// <summary>The assemblies and usings of the project that a document describes: only those of its templates and packages.</summary>
internal static class StatedReferences
{
    private static readonly string[] s_console = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];
    private static readonly string[] s_hosted = [.. s_console, "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging"];
    private static readonly string[] s_web = [.. s_hosted, "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing"];

    private static readonly string s_program = typeof(StatedReferences).Assembly.Location;
    // Shared by all compilations, so that each assembly is read once.
    private static readonly ConcurrentDictionary<string, MetadataReference> s_references = new(StringComparer.Ordinal);
    private static readonly Lazy<Dictionary<string, Library>> s_libraries = new(ReadLibraries);

    /// <summary>Gets the namespaces that the templates of a document import.</summary>
    public static IEnumerable<string> Usings(Document document) => document.Templates.SelectMany(static template => template switch
    {
        "console" or "classlib" => s_console,
        "worker" => s_hosted,
        "web" => s_web,
        "xunit" => [.. s_console, "Xunit"],
        _ => [],
    }).Distinct(StringComparer.Ordinal);

    /// <summary>Gets the assemblies of a document's packages, including their dependencies.</summary>
    public static IReadOnlyList<MetadataReference> References(Document document)
    {
        var files = new SortedSet<string>(Managed(typeof(object)), StringComparer.Ordinal);
        foreach (string package in document.Packages.Concat(document.Templates.Contains("xunit") ? ["xunit.v3"] : []))
        {
            // The generated API is in the tests' own assembly.
            if (package is "ZStackGen" or "ZStackGen.Api")
                files.Add(s_program);
            Add(package is "ZStackGen" or "ZStackGen.Api" ? "ZStackGen.Runtime" : package, files);
        }

        if (document.Templates.Contains("web") || document.Packages.Any(static package => package.StartsWith("ZStackGen.Simulator", StringComparison.Ordinal)))
            files.UnionWith(Managed(typeof(Microsoft.AspNetCore.Builder.WebApplication)));
        return [.. files.Select(static file => s_references.GetOrAdd(file, static path => MetadataReference.CreateFromFile(path)))];
    }

    private static void Add(string package, SortedSet<string> files)
    {
        // Packages such as the pages and the tool have no assembly to reference.
        if (!s_libraries.Value.TryGetValue(package, out Library? library))
            return;
        foreach (string file in library.Files)
            files.Add(Path.Combine(Path.GetDirectoryName(s_program)!, file));
        foreach (string dependency in library.Dependencies)
            Add(dependency, files);
    }

    // The framework's assemblies, without its native libraries, which also end in .dll on Windows.
    private static IEnumerable<string> Managed(Type type) =>
        Directory.GetFiles(Path.GetDirectoryName(type.Assembly.Location)!, "*.dll").Where(static file => Path.GetFileName(file) is var name
            && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll")
            && !name.Contains(".Native", StringComparison.Ordinal));

    // The assets of every package, from the restore of the tests.
    private static Dictionary<string, Library> ReadLibraries()
    {
        using JsonDocument deps = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(s_program, ".deps.json")));
        return deps.RootElement.GetProperty("targets").EnumerateObject().Single().Value.EnumerateObject().ToDictionary(
            static library => library.Name.Split('/')[0],
            static library => new Library(
                [.. Members(library.Value, "runtime").Select(static file => Path.GetFileName(file))],
                [.. Members(library.Value, "dependencies")]),
            StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Members(JsonElement library, string name) =>
        library.TryGetProperty(name, out JsonElement members) ? members.EnumerateObject().Select(static member => member.Name) : [];

    private sealed record Library(string[] Files, string[] Dependencies);
}
