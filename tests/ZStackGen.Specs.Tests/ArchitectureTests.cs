using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Specs.Tests;

/// <summary>
/// The arrows of the house: which folder's types a folder may mention. Symbols are asked and not usings, since a parent's types are seen
/// without one.
/// </summary>
public sealed class ArchitectureTests
{
    private const string Root = "ZStackGen.Specs";

    /// <summary>
    /// What each folder may refer to besides itself. Model and Findings are leaves that all stages share. The catalog's stages hand
    /// each other records, so each may read those of all stages before it; Catalog itself holds the result's types, which every stage
    /// may mention, and the one class that runs the stages, which none may.
    /// </summary>
    private static readonly Dictionary<string, string[]> s_allowed = new(StringComparer.Ordinal)
    {
        ["Model"] = [],
        ["Findings"] = ["Text", "Model"],
        ["Text"] = ["Model"],
        ["Parsing"] = ["Text", "Model", "Findings"],
        ["Layouts"] = ["Parsing", "Text", "Model", "Findings"],
        ["Assembly"] = ["Layouts", "Parsing", "Text", "Model", "Findings"],
        ["Catalog"] = ["Text", "Model", "Findings", "Catalog.Collecting", "Catalog.Naming", "Catalog.Resolving", "Catalog.Planning"],
        ["Catalog.Collecting"] = ["Catalog", "Model", "Findings"],
        ["Catalog.Naming"] = ["Catalog.Collecting", "Catalog", "Model", "Findings"],
        ["Catalog.Resolving"] = ["Catalog.Naming", "Catalog.Collecting", "Catalog", "Model", "Findings"],
        ["Catalog.Planning"] = ["Catalog.Resolving", "Catalog.Naming", "Catalog.Collecting", "Catalog", "Model", "Findings"],
        ["Writing"] = ["Model", "Text"],
    };

    /// <summary>What the layouts of ZStack's manuals have in common; it is no layout itself.</summary>
    private const string Shared = "Manuals";

    private static readonly Lazy<List<Mention>> s_mentions = new(Read);

    [Fact]
    public void A_build_writes_the_list_of_pages_into_its_output_only()
    {
        string[] roots = ["samples", "tests", "runtime", "generator"];
        string[] lists = [.. roots.SelectMany(root => Directory.GetDirectories(Path.Combine(Repository(), root))).SelectMany(project => Directory.GetFiles(project, "ZStackGen.pages.txt"))];
        Assert.Empty(lists);
    }

    [Fact]
    public void Every_folder_refers_only_to_folders_before_it()
    {
        IEnumerable<string> wrong = s_mentions.Value
            .Where(mention => mention.From.Length > 0 && mention.From != mention.To && !Allowed(mention.From).Contains(mention.To))
            .Select(mention => mention.ToString());
        Nothing(wrong);
    }

    [Fact]
    public void Only_the_registry_refers_to_a_layout()
    {
        IEnumerable<string> wrong = s_mentions.Value
            .Where(mention => mention.Namespace.StartsWith(Root + ".Layouts.", StringComparison.Ordinal)
                && LayoutOf(mention.Namespace) != LayoutOf(mention.OwnNamespace) && LayoutOf(mention.Namespace) != Shared && mention.File != "Layouts/LayoutRegistry.cs")
            .Select(mention => mention.ToString());
        Nothing(wrong);
    }

    [Fact]
    public void Stages_do_not_know_what_runs_them()
    {
        Assert.DoesNotContain(s_mentions.Value, mention => mention.Type is nameof(TypeCatalog) or nameof(CatalogMemory) && mention.From != "Catalog");
    }

    [Fact]
    public void Only_what_runs_the_stages_refers_to_them()
    {
        IEnumerable<string> wrong = s_mentions.Value
            .Where(mention => mention.From == "Catalog" && mention.To.StartsWith("Catalog.", StringComparison.Ordinal) && mention.File is not ("Catalog/TypeCatalog.cs" or "Catalog/CatalogMemory.cs"))
            .Select(mention => mention.ToString());
        Nothing(wrong);
    }

    [Fact]
    public void The_runtime_refers_to_nothing_that_reads_pages()
    {
        string runtime = Path.Combine(Repository(), "runtime");
        string generator = Path.GetFileName(Path.Combine(Repository(), "generator"));
        foreach (string project in Directory.GetDirectories(runtime).Where(IsRuntime))
        {
            foreach (string file in Directory.GetFiles(project, "*.csproj"))
                Assert.DoesNotContain("/" + generator + "/", File.ReadAllText(file).Replace('\\', '/'), StringComparison.Ordinal);
            foreach (string file in Sources(project))
                Assert.DoesNotContain("using ZStackGen.Specs", File.ReadAllText(file), StringComparison.Ordinal);
        }
    }

    /// <summary>The library and the hosting package; the API compiled from pages is not part of them.</summary>
    private static bool IsRuntime(string project) => Path.GetFileName(project) is "ZStackGen.Runtime" or "ZStackGen.Hosting";

    private static void Nothing(IEnumerable<string> wrong)
    {
        string[] found = [.. wrong.Distinct(StringComparer.Ordinal)];
        Assert.True(found.Length == 0, string.Join("\n", found));
    }

    private static string[] Allowed(string folder) => s_allowed.TryGetValue(folder, out string[]? allowed) ? allowed : [];

    private static string LayoutOf(string name) =>
        name.StartsWith(Root + ".Layouts.", StringComparison.Ordinal) ? name[(Root + ".Layouts.").Length..].Split('.')[0] : "";

    private static List<Mention> Read()
    {
        string folder = Path.Combine(Repository(), "generator", Root);
        string[] files = [.. Sources(folder), .. Sources(Path.Combine(Repository(), "generator", "Polyfills"))];
        SyntaxTree[] trees = [.. files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), new CSharpParseOptions(LanguageVersion.Latest), file))];
        // The names of Specs' own types are all that has to be bound: what they are built on may stay unknown.
        CSharpCompilation compilation = CSharpCompilation.Create("Specs", trees, [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        var mentions = new List<Mention>();
        foreach (SyntaxTree tree in trees.Where(tree => tree.FilePath.StartsWith(folder, StringComparison.Ordinal)))
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            string file = Path.GetRelativePath(folder, tree.FilePath).Replace('\\', '/');
            string own = tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString() ?? "";
            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (model.GetSymbolInfo(name).Symbol is not INamedTypeSymbol { ContainingNamespace: { } space } type)
                    continue;
                string to = space.ToDisplayString();
                if (to.StartsWith(Root, StringComparison.Ordinal))
                    mentions.Add(new Mention(file, own, Folder(own), Folder(to), to, type.Name));
            }
        }

        Assert.True(mentions.Count > 1000, "Only " + mentions.Count + " mentions were found.");
        Assert.True(mentions.Select(mention => mention.From).Distinct(StringComparer.Ordinal).Count() >= s_allowed.Count, "A folder was not read.");
        return mentions;
    }

    /// <summary>The folder in which a rule counts: the first below the root, and below Catalog its stage.</summary>
    private static string Folder(string name)
    {
        string[] parts = name.Split('.')[2..];
        return parts.Length > 1 && parts[0] == "Catalog" ? parts[0] + "." + parts[1] : parts.FirstOrDefault() ?? "";
    }

    private static IEnumerable<string> Sources(string folder) => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal) && !file.Replace('\\', '/').Contains("/bin/", StringComparison.Ordinal));

    private static string Repository()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "ZStackGen.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The repository was not found.");
    }

    private sealed record Mention(string File, string OwnNamespace, string From, string To, string Namespace, string Type)
    {
        public override string ToString() => File + " refers to " + Namespace + "." + Type;
    }
}
