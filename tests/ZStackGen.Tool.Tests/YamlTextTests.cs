using System.Linq;
using System.Text.Json.Nodes;
using Xunit;
using YamlDotNet.Core;
using YamlScalar = YamlDotNet.Core.Events.Scalar;

namespace ZStackGen.Tool.Tests;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("\u001b[31m")]
    [InlineData("a\tb")]
    [InlineData("a\rb")]
    [InlineData("a\nb\n")]
    [InlineData("a\u0085b")]
    [InlineData("a\u2028b\u202eb")]
    [InlineData("0x1f")]
    [InlineData("2:0:0:1")]
    [InlineData("off")]
    [InlineData("Null")]
    [InlineData("1.5")]
    [InlineData("1e5")]
    [InlineData("2024-01-01")]
    [InlineData("~")]
    [InlineData("")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData("a: b")]
    [InlineData("a #b")]
    [InlineData("- a")]
    [InlineData("*a")]
    [InlineData("!a")]
    [InlineData("\"a\\\"")]
    [InlineData("数据\ud83d\ude00")]
    public void A_text_that_readers_could_misread_is_quoted(string text)
    {
        string yaml = YamlText.Of(new JsonObject { ["inventory"] = new JsonObject { ["name"] = text } });
        Assert.DoesNotContain(yaml, static c => c is not '\n' && (char.IsControl(c) || c is '\u2028' or '\u202e'));
        Assert.Equal(3, yaml.Split('\n').Length);
        YamlScalar[] scalars = Scalars(yaml);
        Assert.Equal(["inventory", "name", text], scalars.Select(static scalar => scalar.Value));
        Assert.Equal(ScalarStyle.DoubleQuoted, scalars[2].Style);
    }

    [Theory]
    [InlineData("web-1")]
    [InlineData("Enabled")]
    [InlineData("first zone")]
    [InlineData("a/b_c.d")]
    public void Safe_words_are_plain(string text) =>
        Assert.Equal($"name: {text}\n", YamlText.Of(new JsonObject { ["name"] = text }));

    [Fact]
    public void Lists_objects_and_empty_values_keep_their_structure() => Assert.Equal(
        """
        inventories:
        - uuid: "1e5"
          cpuNum: 2
          isDefault: false
          tags: []
          map: {}
          nics:
          - ip: "10.0.0.1"
            rules:
            - a
            - - b
              - c
        total: 1

        """.ReplaceLineEndings("\n"),
        YamlText.Of((JsonObject)JsonNode.Parse("""{"inventories":[{"uuid":"1e5","cpuNum":2,"isDefault":false,"tags":[],"map":{},"nics":[{"ip":"10.0.0.1","rules":["a",["b","c"]]}]}],"total":1}""")!));

    [Theory]
    [InlineData("1e400")]
    [InlineData("1e-40")]
    [InlineData("8.589934592E9")]
    [InlineData("123456789012345678901234567890123456789")]
    public void The_digits_of_a_number_are_kept(string number) =>
        Assert.Equal($"size: {number}\n", YamlText.Of((JsonObject)JsonNode.Parse($$"""{"size":{{number}}}""")!));

    [Fact]
    public void Values_can_be_nested_as_deeply_as_a_response()
    {
        string json = string.Concat(Enumerable.Repeat("{\"a\":[", 32)) + "null" + string.Concat(Enumerable.Repeat("]}", 32));
        Assert.EndsWith("- null\n", YamlText.Of((JsonObject)JsonNode.Parse(json)!), System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_a_member_is_quoted_like_a_text() =>
        Assert.Equal(["a\u001b: b", "off", "x"], Scalars(YamlText.Of(new JsonObject { ["a\u001b: b"] = new JsonObject { ["off"] = "x" } })).Select(static scalar => scalar.Value));

    private static YamlScalar[] Scalars(string yaml)
    {
        var parser = new Parser(new System.IO.StringReader(yaml));
        var scalars = new System.Collections.Generic.List<YamlScalar>();
        while (parser.MoveNext())
        {
            if (parser.Current is YamlScalar scalar)
                scalars.Add(scalar);
        }

        return [.. scalars];
    }
}
