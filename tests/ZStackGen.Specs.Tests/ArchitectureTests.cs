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
/// Checks which types the types of a folder may refer to. Reads symbols and not usings, because the types of a parent namespace need no
/// using.
/// </summary>
public sealed class ArchitectureTests
{
    private const string Root = "ZStackGen.Specs";

    /// <summary>
    /// The folders that each folder may refer to besides itself. Model and Findings are leaves that all stages share. The stages of the catalog
    /// pass records to each other, so each may use the records of all earlier stages. Catalog itself contains the types of the result, which
    /// every stage may use, and the class that runs the stages, which no stage may use.
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
        // A cell's reader decides which text the writer escapes.
        ["Writing"] = ["Parsing", "Model", "Text"],
    };

    /// <summary>The common parts of the layouts of ZStack's manuals. Not itself a layout.</summary>
    private const string Shared = "Manuals";

    private static readonly Lazy<List<Mention>> s_mentions = new(Read);

    [Fact]
    public void A_build_writes_the_list_of_pages_only_into_its_output()
    {
        string[] roots = ["samples", "tests", "runtime", "generator"];
        string[] lists = [.. roots.SelectMany(root => Directory.GetDirectories(Path.Combine(SourceTree.Root, root))).SelectMany(project => Directory.GetFiles(project, "ZStackGen.pages.txt"))];
        Assert.Empty(lists);
    }

    [Fact]
    public void Folders_refer_only_to_earlier_folders()
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
    public void Stages_do_not_refer_to_the_classes_that_run_them()
    {
        Assert.DoesNotContain(s_mentions.Value, mention => mention.Type is nameof(TypeCatalog) or nameof(CatalogRun) or nameof(CatalogMemory) && mention.From != "Catalog");
    }

    [Fact]
    public void Only_the_classes_that_run_the_stages_refer_to_them()
    {
        IEnumerable<string> wrong = s_mentions.Value
            .Where(mention => mention.From == "Catalog" && mention.To.StartsWith("Catalog.", StringComparison.Ordinal) && mention.File is not ("Catalog/TypeCatalog.cs" or "Catalog/CatalogRun.cs" or "Catalog/CatalogMemory.cs"))
            .Select(mention => mention.ToString());
        Nothing(wrong);
    }

    [Fact]
    public void The_runtime_does_not_refer_to_code_that_reads_pages()
    {
        string runtime = Path.Combine(SourceTree.Root, "runtime");
        string generator = Path.GetFileName(Path.Combine(SourceTree.Root, "generator"));
        foreach (string project in Directory.GetDirectories(runtime).Where(IsRuntime))
        {
            foreach (string file in Directory.GetFiles(project, "*.csproj"))
                Assert.DoesNotContain("/" + generator + "/", File.ReadAllText(file).Replace('\\', '/'), StringComparison.Ordinal);
            foreach (string file in Sources(project))
                Assert.DoesNotContain("using ZStackGen.Specs", File.ReadAllText(file), StringComparison.Ordinal);
        }
    }

    /// <summary>The runtime and the hosting package, without the API compiled from pages.</summary>
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
        string folder = Path.Combine(SourceTree.Root, "generator", Root);
        string[] files = [.. Sources(folder), .. Sources(Path.Combine(SourceTree.Root, "generator", "Polyfills"))];
        SyntaxTree[] trees = [.. files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), new CSharpParseOptions(LanguageVersion.Latest), file))];
        // Only the names of Specs' own types must be bound. Their dependencies may stay unknown.
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

    /// <summary>Returns the folder for the rules: the first below the root, and in Catalog the stage.</summary>
    private static string Folder(string name)
    {
        string[] parts = name.Split('.')[2..];
        return parts.Length > 1 && parts[0] == "Catalog" ? parts[0] + "." + parts[1] : parts.FirstOrDefault() ?? "";
    }

    private static IEnumerable<string> Sources(string folder) => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal) && !file.Replace('\\', '/').Contains("/bin/", StringComparison.Ordinal));

    private sealed record Mention(string File, string OwnNamespace, string From, string To, string Namespace, string Type)
    {
        public override string ToString() => File + " refers to " + Namespace + "." + Type;
    }
}
