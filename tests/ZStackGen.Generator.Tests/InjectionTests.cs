using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;
using ZStackGen.Generator.Emission;
using ZStackGen.Generator.Options;
using ZStackGen.Generator.Sharding;
using ZStackGen.Generator.Tests.Support;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Tests;

/// <summary>
/// A page is untrusted. For any text at any place of a page with any traits, the output compiles without a diagnostic, its documentation is
/// well-formed, and token by token it equals the code of harmless text. Only the content of literals and comments differs.
/// </summary>
public sealed class InjectionTests
{
    private const string Marker = "Injected";

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp12)]
    public void An_attack_changes_only_literals_and_comments(LanguageVersion language)
    {
        bool isNew = language == LanguageVersion.CSharp12;
        // All places in one project, because starting a compilation costs more than compiling the pages of an attack.
        var pages = AttackedPages.Pairwise()
            .Where(row => row.IsNewLanguage == isNew)
            .SelectMany((row, index) => AttackedPages.Make(row.Place, row.Attack, index, row.Traits))
            .DistinctBy(page => page.Path)
            .ToList();
        GeneratorRun run = GeneratorRun.On(pages, new ProjectOptions(), language);
        Assert.Null(run.Result.Exception);
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Id == "ZSG1999");
        run.CompilerHasNothingToSay();
        AssertHarmless(run);
        AssertSameAsHarmless(run, isNew);
    }

    [Fact]
    public void The_matrix_has_every_pair_of_place_attack_and_trait()
    {
        var rows = AttackedPages.Pairwise().ToList();
        foreach (bool isNew in new[] { false, true })
        {
            Assert.Equal(AttackedPages.Places.Count, rows.Where(row => row.IsNewLanguage == isNew).Select(row => row.Place).Distinct().Count());
            Assert.Equal(AttackedPages.Attacks.Count, rows.Where(row => row.IsNewLanguage == isNew).Select(row => row.Attack).Distinct().Count());
        }

        PageTraits[] traits = [.. Enum.GetValues<PageTraits>().Where(trait => trait is not (PageTraits.None or PageTraits.All))];
        foreach (PageTraits trait in traits)
        {
            foreach (bool has in new[] { false, true })
            {
                var having = rows.Where(row => row.Traits.HasFlag(trait) == has).ToList();
                Assert.Equal(AttackedPages.Places.Count, having.Select(row => row.Place).Distinct().Count());
                Assert.Equal(AttackedPages.Attacks.Count, having.Select(row => row.Attack).Distinct().Count());
                Assert.Equal(2, having.Select(row => row.IsNewLanguage).Distinct().Count());
                foreach (PageTraits other in traits.Where(other => other != trait))
                    Assert.Equal(2, having.Select(row => row.Traits.HasFlag(other)).Distinct().Count());
            }
        }
    }

    /// <summary>The matrix would prove nothing about pages that are not read, or about code that does not depend on the attacked text.</summary>
    [Fact]
    public void The_attacked_pages_produce_all_code_that_can_be_attacked()
    {
        GeneratorRun query = GeneratorRun.On(AttackedPages.Make("none", "", 0, PageTraits.All)).CompilesWithoutWarnings();
        INamedTypeSymbol structure = query.Compilation.GetTypeByMetadataName("ZStack.Api.Thing0Inventory")!;
        Assert.NotEmpty(structure.GetTypeMembers("QueryFields"));
        Assert.NotEmpty(structure.GetMembers("Query"));
        Assert.Contains("/v1/things0/{uuid}", query.AllSources(), StringComparison.Ordinal);
        Assert.Equal("Thing0Inventory", query.Compilation.GetTypeByMetadataName("ZStack.Api.Derived0Inventory")!.BaseType!.Name);

        GeneratorRun call = GeneratorRun.On(AttackedPages.Make("none", "", 0, PageTraits.All & ~PageTraits.Query)).CompilesWithoutWarnings();
        INamedTypeSymbol action = call.Compilation.GetTypeByMetadataName("ZStack.Api.DoThing0Action")!;
        Assert.Equal(2, action.GetTypeMembers().Count(type => type.Name.EndsWith("Value", StringComparison.Ordinal)));
        Assert.NotNull(call.Compilation.GetTypeByMetadataName("ZStack.Api.Extra0"));
    }

    [Theory]
    [InlineData("/v1/x\"}},y);[System.Runtime.CompilerServices.ModuleInitializer]internal static void Injected(){}//")]
    [InlineData("/v1/x\\")]
    [InlineData("/v1/x\\n")]
    public void A_query_without_session_writes_its_uuid_route_as_a_literal(string path)
    {
        // Not through a page, whose reader may refuse the path: the writer is safe for any input.
        var structure = new CatalogStructure
        {
            TypeName = "ThingInventory",
            HasQueryFields = true,
            Query = new CatalogQuery { Api = "QueryThing", Path = path, HasUuidRoute = true, RequiresSession = false },
        };
        GeneratedSource source = ShardEmitter.Emit(new Shard("Types.T.g.cs", default, new([structure]), default), Options(true), CancellationToken.None);
        Assert.Equal(default, source.Failures);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(source.Text, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(tree.GetDiagnostics(TestContext.Current.CancellationToken));
        Assert.Contains(Tokens(tree), token => token.IsKind(SyntaxKind.StringLiteralToken) && token.ValueText == path + "/{uuid}");
        Assert.DoesNotContain(Tokens(tree), token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == Marker);
    }

    private static EmitOptions Options(bool isNew) => new("ZStack.Api", true, isNew, isNew, isNew, true, true);

    /// <summary>Compares the code with that of the same catalog with harmless texts.</summary>
    private static void AssertSameAsHarmless(GeneratorRun run, bool isNew)
    {
        var catalog = (CatalogModel)run.Result.TrackedSteps[Steps.Catalog].Single().Outputs.Single().Value;
        Dictionary<string, string> expected = ShardPlan.Make(HarmlessCatalog.Of(catalog)).OfType<Shard>()
            .ToDictionary(shard => shard.HintName, shard => ShardEmitter.Emit(shard, Options(isNew), CancellationToken.None).Text);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), run.Result.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal));
        foreach (GeneratedSourceResult source in run.Result.GeneratedSources)
        {
            string[] harmless = [.. Tokens(CSharpSyntaxTree.ParseText(expected[source.HintName], (CSharpParseOptions)source.SyntaxTree.Options, cancellationToken: TestContext.Current.CancellationToken)).Select(Shape)];
            string[] attacked = [.. Tokens(source.SyntaxTree).Select(Shape)];
            Assert.True(harmless.SequenceEqual(attacked), source.HintName + " differs: " + Difference(harmless, attacked));
        }
    }

    private static IEnumerable<SyntaxToken> Tokens(SyntaxTree tree) => tree.GetRoot(TestContext.Current.CancellationToken).DescendantTokens();

    private static string Shape(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.StringLiteralToken => "\"\"",
        SyntaxKind.Utf8StringLiteralToken => "\"\"u8",
        SyntaxKind.NumericLiteralToken => "0",
        _ => token.Text,
    };

    private static string Difference(string[] expected, string[] actual)
    {
        int at = 0;
        while (at < expected.Length && at < actual.Length && expected[at] == actual[at])
            at++;
        return "expected " + string.Join(" ", expected.Skip(Math.Max(0, at - 12)).Take(25)) + "\n    but got " + string.Join(" ", actual.Skip(Math.Max(0, at - 12)).Take(25));
    }

    private static void AssertHarmless(GeneratorRun run)
    {
        foreach (SyntaxTree tree in run.Result.GeneratedSources.Select(source => source.SyntaxTree))
        {
            SyntaxNode root = tree.GetRoot(TestContext.Current.CancellationToken);
            Assert.DoesNotContain(root.DescendantTrivia(descendIntoTrivia: true), trivia => trivia.IsKind(SyntaxKind.SkippedTokensTrivia));
            Assert.DoesNotContain(root.DescendantTrivia(), trivia => trivia.IsKind(SyntaxKind.MultiLineCommentTrivia));
            // The only directives are those at the top of the file.
            List<string> directives = [.. root.DescendantTrivia().Where(trivia => trivia.IsDirective).Select(trivia => trivia.ToString())];
            Assert.True(directives.Count == 2, string.Join(" ", directives));
            foreach (XmlElementSyntax element in root.DescendantNodes(descendIntoTrivia: true).OfType<XmlElementSyntax>())
                Assert.Contains(element.StartTag.Name.ToString(), new[] { "summary", "remarks", "para", "c", "exception" });
        }
    }
}
