using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using Xunit;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Tests;

public sealed class JsonSampleTests
{
    private static JsonSample Read(string text) => JsonSample.Read(text, new TextRange(0, text.Length));

    private static readonly JsonSerializerOptions s_relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string? Compact(string? json) => json is null ? null : JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement, s_relaxed);

    [Theory]
    [InlineData("""{"a":1.0,"b":8.589934592E9,"c":-0.5e-3}""")]
    [InlineData("""{ "a" : "x\u003dy\n", "b": [ true, false, null, {} , [] ] }""")]
    [InlineData("[]")]
    [InlineData("{\n\t\"a\":            \"wide\"\n}")]
    public void A_valid_sample_is_not_changed(string text)
    {
        JsonSample sample = Read(text);

        Assert.Equal(text, sample.Json);
        Assert.Empty(sample.Flaws);
        Assert.Equal(text.Length, sample.End);
    }

    [Fact]
    public void Line_endings_make_no_difference()
    {
        const string text = "{\r\n\"a\": [ 1,\r2 ]\r\n}\r\nrest";
        JsonSample sample = Read(text);

        Assert.Equal("{\n\"a\": [ 1,\n2 ]\n}", sample.Json);
        Assert.Empty(sample.Flaws);
        Assert.Equal("\r\nrest", text[sample.End..]);
    }

    [Theory]
    [InlineData("""{"a":{"b":"}"}}curl -X GET""", "curl -X GET")]
    [InlineData("{}SDK", "SDK")]
    [InlineData("""{"a":"\"}"}| Name | Type |""", "| Name | Type |")]
    [InlineData("""{ "inventories": [ { "uuid": "1" } ] }Change History""", "Change History")]
    [InlineData("[1,2]\n{\"next\":1}", "\n{\"next\":1}")]
    public void Text_of_the_page_after_the_last_bracket_is_not_part_of_the_sample(string text, string rest)
    {
        JsonSample sample = Read(text);

        Assert.Equal(rest, text[sample.End..]);
        Assert.Equal(text[..^rest.Length], sample.Json);
        Assert.Empty(sample.Flaws);
    }

    [Theory]
    [InlineData("{\n\"a\": 623.0\n\"b\": \"x\"\n}", """{"a":623.0,"b":"x"}""", nameof(JsonSampleRepair.LostComma))]
    [InlineData("""{"a":"x" "b":{"c":1} "d":[{} {}]}""", """{"a":"x","b":{"c":1},"d":[{},{}]}""", nameof(JsonSampleRepair.LostComma))]
    [InlineData("""{"a":"x""b":1}""", """{"a":"x","b":1}""", nameof(JsonSampleRepair.LostComma))]
    [InlineData("""{"a":1，"b":2;"c":3}""", """{"a":1,"b":2,"c":3}""", nameof(JsonSampleRepair.LostComma))]
    [InlineData("""{"a":1,,"b":[1,2,],}""", """{"a":1,"b":[1,2]}""", nameof(JsonSampleRepair.ExtraComma))]
    [InlineData("""{,"a":1}""", """{"a":1}""", nameof(JsonSampleRepair.ExtraComma))]
    [InlineData("""{"a: "x", b": "y", c: "z"}""", """{"a":"x","b":"y","c":"z"}""", nameof(JsonSampleRepair.LostQuote))]
    [InlineData("{\"a\": \"x,\n\"b\": \"y\n}", """{"a":"x","b":"y"}""", nameof(JsonSampleRepair.LostQuote))]
    [InlineData("""{"a": "x, "b": "y"}""", """{"a":"x","b":"y"}""", nameof(JsonSampleRepair.LostQuote))]
    [InlineData("""{"a": x", "b": y"}""", """{"a":"x","b":"y"}""", nameof(JsonSampleRepair.LostQuote))]
    [InlineData("""{"a": "x"", "b": 1}""", """{"a":"x","b":1}""", nameof(JsonSampleRepair.LostQuote))]
    [InlineData("""{'a': 'it''s', “b”: “y”, 'c': ['x']}""", """{"a":"it''s","b":"y","c":["x"]}""", nameof(JsonSampleRepair.OtherQuotes))]
    [InlineData("""{"a": "{"uuid":"x","n":[1]}", "b": 1}""", """{"a":"{\"uuid\":\"x\",\"n\":[1]}","b":1}""", nameof(JsonSampleRepair.InnerQuote))]
    [InlineData("""{"a": "say "yes" now", "b": 1}""", """{"a":"say \"yes\" now","b":1}""", nameof(JsonSampleRepair.InnerQuote))]
    [InlineData("""{"a" "x", "b"：1, "c"=>2}""", """{"a":"x","b":1,"c":2}""", nameof(JsonSampleRepair.LostColon))]
    [InlineData("""{"a": , "b": }""", """{"a":null,"b":null}""", nameof(JsonSampleRepair.LostValue))]
    [InlineData("""{"a": True, "b": None, "c": 192.168.1.1, "d": 01, "e": <name>, "f": {uuid}, "g": 10.0.0.0/24}""",
        """{"a":true,"b":null,"c":"192.168.1.1","d":"01","e":"<name>","f":"{uuid}","g":"10.0.0.0/24"}""", nameof(JsonSampleRepair.BareWord))]
    [InlineData("{ # first {x}\n\"a\": 1, // second\n\"b\": \"x\" # third \"q\"\n/* fourth */ }", """{"a":1,"b":"x"}""", nameof(JsonSampleRepair.Comment))]
    [InlineData("""{ "a": 1, # set on one line "b": "#x" # end }""", """{"a":1,"b":"#x"}""", nameof(JsonSampleRepair.Comment))]
    [InlineData("""{"a": [ {"b":1}, ... ], "c": {...}, ……}""", """{"a":[{"b":1}],"c":{}}""", nameof(JsonSampleRepair.Ellipsis))]
    [InlineData("{\"a\":\u00A0\"x\ty\\z\"}", """{"a":"x\ty\\z"}""", nameof(JsonSampleRepair.Character))]
    [InlineData("{\"a\": \"one\ntwo\", \"b\": 1}", """{"a":"one\ntwo","b":1}""", nameof(JsonSampleRepair.Character))]
    [InlineData("""{"a":[{"b":1},"c":2}""", """{"a":[{"b":1},"c",2]}""", null)]
    [InlineData("""{"a":[{"b":1]}""", """{"a":[{"b":1}]}""", nameof(JsonSampleRepair.Bracket))]
    [InlineData("""{"a":[1}""", """{"a":[1]}""", nameof(JsonSampleRepair.Bracket))]
    [InlineData("""{"a":1]""", """{"a":1}""", nameof(JsonSampleRepair.Bracket))]
    public void An_invalid_sample_is_repaired_and_reports_the_repair(string text, string json, string? mend)
    {
        JsonSample sample = Read(text);

        if (mend is null)
        {
            Assert.Null(sample.Json);
            Assert.Null(Assert.Single(sample.Flaws).Mend);
            return;
        }

        Assert.Equal(json, Compact(sample.Json));
        Assert.Contains(sample.Flaws, flaw => flaw.Mend.ToString() == mend);
        Assert.All(sample.Flaws, flaw => Assert.InRange(flaw.Place.End, flaw.Place.Start, text.Length));
        Assert.Equal(text.Length, sample.End);
    }

    [Theory]
    [InlineData("""{"a": {"b": [1, 2""", """{"a":{"b":[1,2]}}""")]
    [InlineData("""{"a": {"b": "cut he""", """{"a":{"b":"cut he"}}""")]
    [InlineData("""{"a": 1, "b":""", """{"a":1,"b":null}""")]
    [InlineData("""{"a": 1, "b""", """{"a":1}""")]
    [InlineData("""{"a": 1 "b""", """{"a":1}""")]
    [InlineData("""{"a": 1,   """, """{"a":1}""")]
    [InlineData("""{"a": [{"b": tr""", """{"a":[{"b":"tr"}]}""")]
    [InlineData("{", "{}")]
    public void A_cut_sample_keeps_its_complete_members(string text, string json)
    {
        JsonSample sample = Read(text);

        Assert.Equal(json, Compact(sample.Json));
        Assert.Contains(sample.Flaws, flaw => flaw.Mend == JsonSampleRepair.Truncated);
    }

    [Theory]
    [InlineData("{\n\"a\": {\n\"b\": 1\n}\nSDK sample\n", "\nSDK sample\n")]
    [InlineData("{ \"a\": [ { \"b\": 1 }\n| Name | Type |\n", "\n| Name | Type |\n")]
    [InlineData("{ \"a\": { \"b\": \"x } }Change History\nNo history.", "Change History\nNo history.")]
    public void A_sample_without_its_last_bracket_or_quote_ends_before_the_next_text_of_the_page(string text, string rest)
    {
        JsonSample sample = Read(text);

        Assert.NotNull(sample.Json);
        Assert.Equal(rest, text[sample.End..]);
        Assert.NotNull(Compact(sample.Json));
    }

    [Theory]
    [InlineData("{ this is no JSON }rest", 2, "rest")]
    [InlineData("{ \"a\": { ( } }rest", 9, "rest")]
    [InlineData("{ <html>\nnext line", 2, "\nnext line")]
    [InlineData("{ {\"a\":1} }rest", 2, "rest")]
    public void A_sample_beyond_repair_has_a_place_and_a_reason_but_no_JSON(string text, int offset, string rest)
    {
        JsonSample sample = Read(text);

        Assert.Null(sample.Json);
        Assert.Equal(JsonSampleKind.None, sample.Root.Kind);
        JsonFlaw fault = Assert.Single(sample.Flaws);
        Assert.Null(fault.Mend);
        Assert.NotEmpty(fault.Message);
        Assert.Equal(offset, fault.Place.Start);
        Assert.Equal(rest, text[sample.End..]);
    }

    [Fact]
    public void Keys_have_their_path_and_place_even_in_a_repaired_sample()
    {
        const string text = "x{ \"inventories\": [ { \"uuid\": \"1\" 'vmNics': [ { ip: \"2\" } ] } ], \"a\\\"b\": 1 }";
        JsonSample sample = JsonSample.Read(text, new TextRange(1, text.Length));

        string[] paths = [.. Enumerable.Range(0, sample.Keys.Count).Select(sample.PathOf)];
        Assert.Equal(["inventories", "inventories.uuid", "inventories.vmNics", "inventories.vmNics.ip", "a\"b"], paths);
        Assert.Equal(["inventories", "uuid", "vmNics", "ip", "a\\\"b"], sample.Keys.Select(key => text[key.Place.Start..key.Place.End]));
    }

    [Fact]
    public void The_tree_contains_members_kinds_and_the_elements_of_arrays()
    {
        JsonSampleNode root = Read("""{"list":[{"a":1},null,{"b":2}],"mixed":[1,"x"],"none":[],"n":8.5E9,"half":0.5,"t":"x\u003dy","yes":true}""").Root;

        Assert.Equal(JsonSampleKind.Object, root.Kind);
        Assert.Equal(["list", "mixed", "none", "n", "half", "t", "yes"], root.Members.Select(member => member.Key));
        Assert.Equal(JsonSampleKind.Object, root["list"].ElementKind);
        Assert.Equal(JsonSampleKind.None, root["mixed"].ElementKind);
        Assert.Equal(JsonSampleKind.None, root["none"].ElementKind);
        Assert.Equal(3, root["list"].Items.Count());
        Assert.Equal("2", root["list"].Items.Last()["b"].Text);
        Assert.True(root["n"].IsWholeNumber);
        Assert.False(root["half"].IsWholeNumber);
        Assert.Equal("x=y", root["t"].Text);
        Assert.Equal(JsonSampleKind.Boolean, root["yes"].Kind);
        Assert.Equal(JsonSampleKind.None, root["missing"].Kind);
        Assert.Equal(JsonSampleKind.None, root["list"]["a"].Kind);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("{\"a\":[")]
    [InlineData("[{ x: ")]
    public void A_nesting_of_a_hundred_thousand_levels_is_read(string level)
    {
        string text = string.Concat(Enumerable.Repeat(level, 100_000));

        JsonSample sample = Read(text);

        Assert.NotNull(sample.Json);
        Assert.InRange(sample.End, text.Length - 1, text.Length);
        int keys = level.Contains(':', StringComparison.Ordinal) ? 100_000 : 0;
        Assert.Equal(keys, sample.Keys.Count);
        if (keys > 0)
            Assert.Equal(99_998, sample.Keys[99_999].Parent);
    }

    [Fact]
    public void Samples_are_strict_JSON_and_every_place_is_in_the_text()
    {
        string[] pieces = ["{", "}", "[", "]", ",", ":", "\"", "'", "\"a\"", "\"b\":", "b: ", "1", "1.", "-", "tru", "null", "#", "//", "/*", "...", "\n", " ", "\\", "\\u00", "\u0001", "中", "“", "curl", "}Change", "\uD83D"];
        var random = new Random(20240917);
        for (int round = 0; round < 60_000; round++)
        {
            var text = new StringBuilder(random.Next(2) == 0 ? "{" : "[");
            int count = random.Next(1, 24);
            for (int i = 0; i < count; i++)
                text.Append(pieces[random.Next(pieces.Length)]);
            string page = text.ToString();

            JsonSample sample = Read(page);

            Assert.InRange(sample.End, 0, page.Length);
            Assert.All(sample.Keys, key => Assert.InRange(key.Place.End, key.Place.Start, page.Length));
            Assert.All(sample.Flaws, flaw => Assert.InRange(flaw.Place.End, flaw.Place.Start, page.Length));
            Assert.True(sample.Json is null == sample.Flaws.Any(flaw => flaw.Mend is null), page);
            if (sample.Json is not null)
            {
                try
                {
                    JsonDocument.Parse(sample.Json).Dispose();
                }
                catch (JsonException exception)
                {
                    Assert.Fail(page + " -> " + sample.Json + ": " + exception.Message);
                }
            }
        }
    }

    [Theory]
    [InlineData("\"a\": \"{\"x")]
    [InlineData("\"a\": \"b \"c ")]
    [InlineData("\"a\": \"b\nc ")]
    [InlineData("1 # c\n")]
    [InlineData("'a': 'b ")]
    [InlineData("/* ")]
    [InlineData("x ")]
    [InlineData("\"a\": 1 } ] ")]
    [InlineData("[ { \"a\": 1 ] } ")]
    [InlineData("\"", "next\": 1 } ] }")]
    [InlineData("\" ", "\"next\": 1 } ] }")]
    [InlineData("\"{\"a ", "}\", \"next\": 1 } ] }")]
    [InlineData("\\\"", "\": 1")]
    [InlineData("'", "': 1")]
    [InlineData("x\":", "1 } ] }")]
    [InlineData("{ # ", "\n}")]
    [InlineData(", ", "1 ] }")]
    public void Endlessly_repeated_mistakes_are_read_in_linear_time(string fault, string tail = "")
    {
        // With quadratic time a text of this length would not end. The test proves the growth, not a duration.
        string text = "{ \"list\": [ " + string.Concat(Enumerable.Repeat(fault, 2_000_000 / fault.Length)) + tail;

        JsonSample sample = Read(text);

        Assert.InRange(sample.End, 1, text.Length);
    }
}
