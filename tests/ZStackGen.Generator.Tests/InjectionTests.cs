using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>A page is untrusted: whatever stands in it, the output compiles, its documentation is well-formed, and it holds no member that the page does not name.</summary>
public sealed class InjectionTests
{
    private const string Marker = "Injected";

    private static readonly string[] s_places =
    [
        "title", "summary", "path", "alternate path", "wrapper", "parameter name", "parameter type", "parameter description", "value", "since", "field name",
        "field type", "field description", "structure name", "structure description", "request sample", "response sample", "async line", "file name",
        "value in a list", "field value", "value's description", "limit", "query name", "query path", "query item", "extended name",
    ];

    private static readonly string[] s_attacks =
    [
        "public class Injected { }",
        "*/ public class Injected { } /*",
        "\"); } public class Injected { } //",
        "\"\"\"; public class Injected { } string s = \"\"\"",
        "@\"; public class Injected { } //\"",
        "{0} $\"{new Injected()}\"",
        "</summary></remarks><Injected/><![CDATA[",
        "]]> <!-- --> &Injected; <Injected attr='1'",
        "<c>`unclosed</c> `code <Injected> & code` ``double``",
        "x\u2028public class Injected { }",
        "x\u2029public class Injected { }",
        "x\u0085public class Injected { }",
        "x\vpublic class Injected { }\fmore",
        "\ud800 lone high",
        "\udc00 lone low",
        "\ud83d\ude00 pair",
        "\u0000\u0001\u001b control",
        "\u202e\u200b\ufeff\u2066 invisible",
        "\ufffe\uffff no characters",
        "#error Injected",
        "#if true\n#line 1 \"Injected.cs\"\n#endif",
        "#pragma warning disable\n#nullable disable",
        "a\\\" + Injected.Run() + \\\"",
        "a\\u0022); Injected();",
        "%> <%= Injected %>",
        "{{x}} {y} }",
    ];

    public static TheoryData<string> Places => [.. s_places];

    [Theory]
    [MemberData(nameof(Places))]
    public void Nothing_escapes_from_its_place(string place)
    {
        foreach (LanguageVersion language in new[] { LanguageVersion.CSharp9, LanguageVersion.CSharp12 })
        {
            GeneratorRun run = GeneratorRun.On(s_attacks.SelectMany((attack, index) => Attacked(place, attack, index)), new ProjectOptions(), language);
            run.CompilesWithoutWarnings();
            AssertHarmless(run, place);
        }
    }

    [Fact]
    public void The_attacked_pages_give_queries_and_enumerations_to_attack()
    {
        GeneratorRun run = GeneratorRun.On(Attacked("none", "", 0), new ProjectOptions()).CompilesWithoutWarnings();
        INamedTypeSymbol structure = run.Compilation.GetTypeByMetadataName("ZStack.Api.Thing0Inventory")!;
        Assert.NotEmpty(structure.GetTypeMembers("QueryFields"));
        Assert.NotEmpty(structure.GetMembers("Query"));
        INamedTypeSymbol action = run.Compilation.GetTypeByMetadataName("ZStack.Api.DoThing0Action")!;
        Assert.Equal(2, action.GetTypeMembers().Count(type => type.Name.EndsWith("Value", StringComparison.Ordinal)));
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("ZStack.Api.QueryThing0Action"));
        Assert.Equal("Thing0Inventory", run.Compilation.GetTypeByMetadataName("ZStack.Api.Derived0Inventory")!.BaseType!.Name);
    }

    private static void AssertHarmless(GeneratorRun run, string where)
    {
        foreach (SyntaxTree tree in run.Result.GeneratedSources.Select(source => source.SyntaxTree))
        {
            SyntaxNode root = tree.GetRoot(TestContext.Current.CancellationToken);
            Assert.DoesNotContain(root.DescendantTrivia(descendIntoTrivia: true), trivia => trivia.IsKind(SyntaxKind.SkippedTokensTrivia));
            Assert.DoesNotContain(root.DescendantTrivia(), trivia => trivia.IsKind(SyntaxKind.MultiLineCommentTrivia));
            // The only directives are those of the file's head.
            List<string> directives = [.. root.DescendantTrivia().Where(trivia => trivia.IsDirective).Select(trivia => trivia.ToString())];
            Assert.True(directives.Count == 2, where + ": " + string.Join(" ", directives));
            foreach (BaseTypeDeclarationSyntax type in root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
                Assert.False(type.Identifier.ValueText == Marker, where + ": a type of that name was declared");
            foreach (MethodDeclarationSyntax method in root.DescendantNodes().OfType<MethodDeclarationSyntax>())
                Assert.Contains(method.Identifier.ValueText, new[] { "WritePath", "WriteQuery", "WriteBody", "WriteBodyOutsideWrapper", "ReadResult", "Read", "ReadMember", "WriteMembers", "Equals", "GetHashCode", "ToString" });
            foreach (XmlElementSyntax element in root.DescendantNodes(descendIntoTrivia: true).OfType<XmlElementSyntax>())
                Assert.Contains(element.StartTag.Name.ToString(), new[] { "summary", "remarks", "c" });
            foreach (IdentifierNameSyntax identifier in root.DescendantNodes().OfType<IdentifierNameSyntax>())
                Assert.False(identifier.Identifier.ValueText == Marker, where + ": the name is used in code");
        }
    }

    private static (string, string)[] Attacked(string place, string attack, int index)
    {
        string At(string name, string otherwise) => place == name ? attack : otherwise;
        string api = $$"""
            # {{At("title", "DoThing" + index)}}

            {{At("summary", "Does a thing.")}}

            `PUT /v1/things{{index}}/{uuid}{{At("path", "")}}`

            `PUT /v1/others{{index}}{{At("alternate path", "")}}`

            {{At("async line", "Asynchronous.")}}

            ## Parameters

            | Name | Type | Location | Description | Values | Since |
            |---|---|---|---|---|---|
            | uuid | String | path | Which. | | 0.6 |
            | {{At("parameter name", "name")}} | {{At("parameter type", "String")}} | body: {{At("wrapper", "doThing" + index)}} | {{At("parameter description", "A name.")}} | `a`, `{{At("value", "b")}}` | {{At("since", "3.1")}} |
            | kinds (optional) | List<String> | body: doThing{{index}} | Kinds: `c` {{At("value's description", "is one")}}. | `c`, `{{At("value in a list", "d")}}` | 0.6 |
            | size (optional) | Long | body: doThing{{index}} | A size. | {{At("limit", "1..9")}} | 0.6 |

            ## Response

            | Name | Type | Description | Since |
            |---|---|---|---|
            | inventory | Thing{{index}}Inventory | The thing. | {{At("since", "0.6")}} |
            | {{At("field name", "more")}} | {{At("field type", "List")}} | {{At("field description", "More.")}} | 0.6 |

            ## Example

            ```json
            {"doThing{{index}}": {"name": "{{At("request sample", "x")}}"} }
            ```

            ```json
            {"inventory": {"uuid": "x"}, "{{At("response sample", "more")}}": ["x"] }
            ```
            """;
        string type = $$"""
            # {{At("structure name", "Thing" + index + "Inventory")}}

            {{At("structure description", "A thing.")}}

            | Name | Type | Description | Values | Since |
            |---|---|---|---|---|
            | uuid | String | Which. | | 0.6 |
            | {{At("field name", "size")}} | Long | {{At("field description", "Bytes.")}} | | {{At("since", "3.1")}} |
            | state | String | Its state. | `On`, `{{At("field value", "Off")}}` | 0.6 |
            """;
        string query = $$"""
            # {{At("query name", "QueryThing" + index)}}

            Finds things.

            `GET /v1/things{{index}}{{At("query path", "")}}`

            ## Response

            | Name | Type | Description | Since |
            |---|---|---|---|
            | inventories | List<{{At("query item", "Thing" + index + "Inventory")}}> | The things. | 0.6 |
            """;
        string derived = $$"""
            # Derived{{index}}Inventory

            Extends [{{At("extended name", "Thing" + index + "Inventory")}}](Thing{{index}}Inventory.md)

            | Name | Type | Description | Since |
            |---|---|---|---|
            | more | String | More. | 0.6 |
            """;
        return
        [
            ("/project/specs/things/" + At("file name", "DoThing") + index + ".md", api),
            ("/project/specs/things/QueryThing" + index + ".md", query),
            ("/project/specs/types/Thing" + index + "Inventory.md", type),
            ("/project/specs/types/Derived" + index + "Inventory.md", derived),
        ];
    }
}
