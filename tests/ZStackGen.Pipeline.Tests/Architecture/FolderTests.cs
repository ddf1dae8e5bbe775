using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace ZStack.Tests.Architecture;

/// <summary>The folders of the runtime are stages without cyclic uses. Read from the symbols of the runtime's source.</summary>
public class FolderTests
{
    private const string Root = "(client)";

    private static readonly Lazy<SortedDictionary<string, SortedDictionary<string, string>>> s_uses = new(Uses);

    [Fact]
    public void No_two_folders_use_each_other()
    {
        var cycles = new List<string>();
        foreach (string folder in s_uses.Value.Keys)
            if (Way(folder, folder) is { } way)
                cycles.Add(way);
        Assert.True(cycles.Count == 0, string.Join("\n", cycles));
    }

    [Fact]
    public void No_folder_uses_the_client()
        => Assert.DoesNotContain(s_uses.Value, folder => folder.Key != Root && folder.Value.ContainsKey(Root));

    // The test would prove nothing if it read no source.
    [Fact]
    public void The_client_uses_the_pipeline_and_the_features_above_it()
        => Assert.Superset(new HashSet<string> { "Pipeline", "Jobs", "LongJobs", "Queries", "Discovery" }, new HashSet<string>(s_uses.Value[Root].Keys));

    [Fact]
    public void The_client_is_a_short_facade()
        => Assert.InRange(File.ReadAllLines(Path.Combine(Source(), "ZStackClient.cs")).Length, 50, 250);

    // Returns the shortest path of uses, with the place of each; null if there is none.
    private static string? Way(string from, string to)
    {
        var ways = new Dictionary<string, string>();
        var queue = new Queue<string>([from]);
        while (queue.TryDequeue(out string? at))
        {
            foreach ((string used, string place) in s_uses.Value.TryGetValue(at, out var uses) ? uses : [])
            {
                string way = ways.GetValueOrDefault(at, at) + " -> " + used + " (" + place + ")";
                if (used == to)
                    return way;
                if (ways.TryAdd(used, way))
                    queue.Enqueue(used);
            }
        }

        return null;
    }

    private static SortedDictionary<string, SortedDictionary<string, string>> Uses()
    {
        string source = Source();
        var parsing = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NET5_0_OR_GREATER"]);
        List<SyntaxTree> trees = [.. Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(source, f).Split(Path.DirectorySeparatorChar)[0].Equals("obj", StringComparison.Ordinal) && !Path.GetRelativePath(source, f).StartsWith("bin", StringComparison.Ordinal))
            .Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), parsing, f))];
        var compilation = CSharpCompilation.Create("ZStackGen.Runtime", trees, RunningFramework.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var uses = new SortedDictionary<string, SortedDictionary<string, string>>(StringComparer.Ordinal);
        foreach (SyntaxTree tree in trees)
        {
            string folder = Folder(source, tree.FilePath);
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                ISymbol? symbol = model.GetSymbolInfo(name).Symbol;
                INamedTypeSymbol? type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
                if (type?.DeclaringSyntaxReferences is not { Length: > 0 } declarations)
                    continue;
                string used = Folder(source, declarations[0].SyntaxTree.FilePath);
                if (used == folder)
                    continue;
                if (!uses.TryGetValue(folder, out SortedDictionary<string, string>? places))
                    uses.Add(folder, places = new(StringComparer.Ordinal));
                places.TryAdd(used, Path.GetFileName(tree.FilePath) + ": " + type.Name);
            }
        }

        return uses;
    }

    private static string Folder(string source, string file)
        => Path.GetRelativePath(source, file).Split(Path.DirectorySeparatorChar) is { Length: > 1 } parts ? parts[0] : Root;

    private static string Source([CallerFilePath] string file = "")
        => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../runtime/ZStackGen.Runtime"));
}
