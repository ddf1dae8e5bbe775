using System;
using System.Linq;
using System.Threading;
using CsCheck;
using Xunit;
using ZStackGen.Specs;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Writing;
using ZStackGen.Tool.Formatting;

namespace ZStackGen.Tool.Tests;

/// <summary>Random text in every text of a page stays in its cell or paragraph and is not lost.</summary>
public sealed class PageWriterProperties
{
    private const string Signs = "ab9 |\\`<>*_[](){}#-+.,;:!&'\"=~^$%@/?中，、；。\n";

    private static readonly string[] s_words =
    [
        "<br>", "</b>", "<li>", "<ul><li>x</li></ul>", "](", "[X](#x)", "[X](X.md)", "```", "`GET /v1/zones`", "Since 0.6.", "Synchronous.", "Extends Base.", "| --- |", "---", "===", "1. ",
        "- ", "> ", "# ", "&lt;", "\\|", "`a|b`", "`a\\`", "Optional.", "(optional)", "See inventory.", "Example", "{uuid}", "Category: x.", "Chinese: 门.", "Wrapper: x.",
        "Since 4.7", "**Since** 4.7", "Since: v1.0", "Asynchronous", "*Query API*", "Wrapper: x", "none", "N/A", "无", "1-10", "[1,9]", ">= 1", "A / B", "A|B", "{a, b}", "&#65;", "&amp;", "<!-- x -->",
        "- `GET /v1/zones`",
    ];

    private static readonly string[] s_types = ["String", "List", "Leg", "List<Leg>", "Map<String, Leg>", "Base", "int", "long[]"];

    private static readonly Gen<string> s_text = Gen.OneOf(
        Gen.Char[Signs].Array[0, 12].Select(static c => new string(c)),
        Gen.OneOf(Gen.Int[0, s_words.Length - 1].Select(static i => s_words[i]), Gen.Char[Signs].Array[1, 3].Select(static c => new string(c))).Array[1, 6].Select(string.Concat));

    // Possible results of reading: blanks are single and never at the ends of a line, and no line is empty.
    private static readonly Gen<string?> s_description = s_text.Select(static text =>
        string.Join('\n', text.Split('\n').Select(static line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Where(static line => line.Length > 0)) is { Length: > 0 } normal
            ? normal
            : null);

    private static readonly Gen<EquatableArray<string>> s_values = s_description.Array[0, 3].Select(static values => new EquatableArray<string>(
        [.. values.OfType<string>().Select(static value => value.Replace('\n', ' ').Replace('`', 'q'))]));

    // An enumeration has each of its values once.
    private static readonly Gen<EquatableArray<string>> s_items = s_values.Select(static values => values.Distinct().ToArray().ToEquatableArray());

    private static readonly Gen<string?> s_type = Gen.Int[0, s_types.Length - 1].Select(static i => (string?)s_types[i]);

    [Fact]
    public void Random_text_reads_back() =>
        Gen.Select(s_description, s_description, s_description, s_values, s_items, s_type).Sample(
            static (description, cell, paragraph, values, items, type) =>
            {
                ApiModel api = new()
                {
                    Name = "LiftRobot",
                    Method = "PUT",
                    Path = "/v1/robots/{uuid}/actions",
                    Wrapper = "liftRobot",
                    Description = description,
                    Parameters = new(
                    [
                        new ParameterModel { Name = "uuid", Type = type, Location = ParameterLocation.Path, IsRequired = true, Description = cell, Values = values, HasOpenValues = values.Count > 0 && cell is null },
                        new ParameterModel { Name = "height", Type = "int", Location = ParameterLocation.Body, InWrapper = true, Description = description, Since = "0.6" },
                    ]),
                    Notes = new([.. (paragraph ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)]),
                    SystemTags = new([new SystemTagModel("staticIp::{l3NetworkUuid}::{ip}", cell, null), new SystemTagModel("driver::{name}", description, "4.7.0")]),
                    Response = new ResponseModel(new(
                    [
                        new FieldModel { Name = "inventory", Type = type, Description = cell, StructureId = "s1" },
                        new FieldModel { Name = "other", Type = type, Description = paragraph, Values = values },
                    ])),
                    Structures = new([new StructureModel { Id = "s1", Name = "Leg", Description = paragraph, Fields = new([new FieldModel { Name = "up", Type = type, Description = cell }]), Values = items }]),
                };
                PageModel page = new("x.md", new([api with { Language = PageLanguage.English }, api with { Name = "DropRobot", Wrapper = "dropRobot", Language = PageLanguage.Chinese }]), default);
                AssertReadsBack(page);
                AssertReadsBack(new PageModel("x.md", default, api.Structures));
                if (cell is not null)
                    AssertReadsBack(new PageModel("x.md", default, new([Described(items, cell)])));
            },
            iter: 3000);

    private static StructureModel Described(EquatableArray<string> items, string description)
    {
        string[] values = [.. items.Append("Last").Distinct()];
        return new StructureModel { Id = "s1", Name = "Leg", Values = new(values), ValueDescriptions = new([.. values.Select(value => new ValueDescription(value, description))]) };
    }

    private static void AssertReadsBack(PageModel page)
    {
        string text = PageWriter.Write(page);
        string? difference = ModelDifference.Find(page, SpecReader.Read("x.md", text, CancellationToken.None).Page);
        Assert.True(difference is null, difference + "\n" + text);
    }
}
