using System;
using System.Collections.Generic;
using System.Linq;

namespace ZStackGen.Generator.Tests.Support;

/// <summary>The properties of attacked pages besides the attack.</summary>
[Flags]
internal enum PageTraits
{
    None = 0,
    Query = 1,
    NoSession = 2,
    AlternatePath = 4,
    UuidRoute = 8,
    Asynchronous = 16,
    Wrapper = 32,
    Values = 64,
    Extends = 128,
    SystemTags = 256,
    Since = 512,
    Category = 1024,
    TextFile = 2048,
    All = 4095,
}

/// <summary>Pages about an element, with an attacker's text in one place.</summary>
internal static class AttackedPages
{
    /// <summary>The places of a page that contain text.</summary>
    public static IReadOnlyList<string> Places { get; } =
    [
        "title", "summary", "path", "path variable", "alternate path", "uuid route", "wrapper", "wrapper phrase", "category phrase", "since phrase", "parameter name", "parameter type",
        "parameter description", "parameter location", "value", "first value", "since", "field name", "field type", "field description", "structure name", "structure heading", "structure description",
        "request sample", "response sample", "phrase", "file name", "folder", "value in a list", "field value", "value's description", "limit", "item", "extended name", "extended link",
        "type since", "system tags", "tag description", "note", "response name",
    ];

    /// <summary>Texts that end a literal, a comment, a line, an attribute or an element, or are invalid text.</summary>
    public static IReadOnlyList<string> Attacks { get; } =
    [
        "public class Injected { }",
        "*/ public class Injected { } /*",
        "\"); } public class Injected { } //",
        "\"}},x);[System.Runtime.CompilerServices.ModuleInitializer]internal static void Injected(){}//",
        "/\"}}); public static int Injected = 1; //",
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
        "\\n\\",
        "%> <%= Injected %>",
        "{{x}} {y} }",
        "class", "Injected.Injected", "été Größe Имя", "1x", "_", "-",
    ];

    /// <summary>Returns the pages of an attack. <paramref name="index"/> makes their names unique.</summary>
    public static (string Path, string Text)[] Make(string place, string attack, int index, PageTraits traits)
    {
        string At(string name, string otherwise) => place == name ? attack : otherwise;
        string If(PageTraits trait, string text) => traits.HasFlag(trait) ? text : "";
        bool isQuery = traits.HasFlag(PageTraits.Query);
        string api = isQuery ? "QueryThing" + index : "DoThing" + index;
        string collection = "/v1/things" + index + At("path", "");
        string since = At("since", traits.HasFlag(PageTraits.Since) ? "3.1" : "0.6");
        string head = $"""
            # {At("title", api)}

            {At("summary", "Does a thing.")}

            `{(isQuery ? "GET " + collection : "PUT " + collection + "/{" + At("path variable", "uuid") + "}/actions")}`
            {If(PageTraits.UuidRoute, $"\n`{(isQuery ? "GET" : "PUT")} {collection}{At("uuid route", "")}/{{uuid}}`\n")}{If(PageTraits.AlternatePath, $"\n`{(isQuery ? "GET" : "PUT")} /v1/others{index}{At("alternate path", "")}`\n")}
            {At("phrase", If(PageTraits.Asynchronous, "Asynchronous."))}
            {If(PageTraits.NoSession, "No session required.")}
            {(isQuery ? "Query API." : If(PageTraits.Wrapper, $"Wrapper: {At("wrapper phrase", "doThing" + index)}."))}
            {If(PageTraits.Since, $"Since {At("since phrase", "4.7.0")}.")}
            {If(PageTraits.Category, $"Category: {At("category phrase", "doors")}.")}

            """;
        string inner = traits.HasFlag(PageTraits.Wrapper) ? "body" : "body: " + At("wrapper", "doThing" + index);
        string parameters = isQuery ? "" : $"""

            ## Parameters

            | Name | Type | Location | Description | Values | Since |
            |---|---|---|---|---|---|
            | uuid | String | path | Which. | | 0.6 |
            | {At("parameter name", "name")} | {At("parameter type", "String")} | {At("parameter location", inner)} | {At("parameter description", "A name.")} | {If(PageTraits.Values, $"`{At("first value", "a")}`, `{At("value", "b")}`")} | {since} |
            | kinds (optional) | List<String> | {inner} | Kinds: `c` {At("value's description", "is one")}. | {If(PageTraits.Values, $"`c`, `{At("value in a list", "d")}`")} | 0.6 |
            | size (optional) | Long | {inner} | A size. | {At("limit", "1..9")} | 0.6 |
            {If(PageTraits.SystemTags, $"| systemTags (optional) | List<String> | body | {At("system tags", "System tags")}. | | 0.6 |")}

            """;
        parameters += If(PageTraits.SystemTags, $"""

            ## System tags

            | Tag | Description | Since |
            |---|---|---|
            | `driver::{"{name}"}` | {At("tag description", "A driver.")} | 4.7.0 |

            ## Notes

            {At("note", "One of both is needed.")}

            """);
        string item = At("item", "Thing" + index + "Inventory");
        string response = $$"""

            ## {{At("response name", "Response")}}

            | Name | Type | Description | Since |
            |---|---|---|---|
            | {{(isQuery ? "inventories | List<" + item + ">" : "inventory | " + item)}} | The thing. | {{since}} |
            | {{At("field name", "more")}} | {{At("field type", "List")}} | {{At("field description", "More.")}} | 0.6 |
            | extra | [Extra{{index}}](#extra{{index}}) | Extra. | 0.6 |

            ### {{At("structure heading", "Extra" + index)}}

            | Name | Type | Description | Values | Since |
            |---|---|---|---|---|
            | {{At("field name", "more")}} | String | {{At("field description", "More.")}} | {{If(PageTraits.Values, "`A`, `" + At("field value", "B") + "`")}} | 0.6 |

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

            {{If(PageTraits.Since, "Since " + At("type since", "3.1") + ".")}}

            | Name | Type | Description | Values | Since |
            |---|---|---|---|---|
            | uuid | String | Which. | | 0.6 |
            | {{At("field name", "size")}} | Long | {{At("field description", "Bytes.")}} | | {{since}} |
            | state | String | Its state. | {{If(PageTraits.Values, "`On`, `" + At("field value", "Off") + "`")}} | 0.6 |
            """;
        string derived = $$"""
            # Derived{{index}}Inventory

            Extends [{{At("extended name", "Thing" + index + "Inventory")}}]({{At("extended link", "Thing" + index + "Inventory")}}.md).

            | Name | Type | Description | Since |
            |---|---|---|---|
            | extra | String | More. | 0.6 |
            """;
        string extension = traits.HasFlag(PageTraits.TextFile) ? ".txt" : ".md";
        List<(string, string)> pages =
        [
            ("/project/specs/" + At("folder", "things") + "/" + At("file name", "DoThing") + index + extension, head + parameters + response),
            ("/project/specs/types/Thing" + index + "Inventory" + extension, type),
        ];
        if (traits.HasFlag(PageTraits.Extends))
            pages.Add(("/project/specs/types/Derived" + index + "Inventory" + extension, derived));
        return [.. pages];
    }

    /// <summary>
    /// Returns each attack at each place, with traits and a language drawn from a fixed seed, so that every pair of place, attack, trait,
    /// and language occurs.
    /// </summary>
    public static IEnumerable<(string Place, string Attack, PageTraits Traits, bool IsNewLanguage)> Pairwise()
    {
        var random = new Random(2026);
        foreach (string place in Places)
        {
            foreach (string attack in Attacks)
                yield return (place, attack, (PageTraits)random.Next((int)PageTraits.All + 1), random.Next(2) == 0);
        }
    }
}
