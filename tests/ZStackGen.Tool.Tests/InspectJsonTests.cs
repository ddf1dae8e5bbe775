using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Inspecting;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Tests;

/// <summary>The inspect contract, on handmade models.</summary>
public sealed class InspectJsonTests
{
    private static readonly ApiModel s_start = new()
    {
        Name = "StartVmInstance",
        Method = "PUT",
        Path = "/v1/vm-instances/{uuid}/actions",
        Wrapper = "startVmInstance",
        Since = "0.6",
        Description = "启动 <b>\"x\"</b> & 'y'",
        Language = PageLanguage.Chinese,
        Parameters = new(
        [
            new ParameterModel { Name = "uuid", Type = "String", Location = ParameterLocation.Path, IsRequired = true, Since = "0.6" },
            new ParameterModel { Name = "mode", Location = ParameterLocation.Body, InWrapper = true, Values = new(["A", "B"]) },
        ]),
        Response = new ResponseModel(new([new FieldModel { Name = "inventory", Type = "VmInstanceInventory", Since = "0.6", StructureId = "s1" }])),
        Structures = new([new StructureModel { Id = "s1", Name = "VmInstanceInventory", Fields = new([new FieldModel { Name = "uuid", Type = "String" }]) }]),
        ResponseExample = """{"inventory": {"memorySize": 8.589934592E9}}""",
    };

    [Theory]
    [InlineData("{\n\t\"a\":\t1\n}")]
    [InlineData("{\r\n  \"a\": 1\r\n}")]
    [InlineData("{\r\"a\": 1\r}")]
    public void An_example_with_tabs_or_other_line_ends_is_valid_JSON(string example) =>
        Assert.Equal(1, Write(new PageModel("x.md", new([s_start with { RequestExample = example }]), default))[0].GetProperty("apis")[0].GetProperty("requestExample").GetProperty("a").GetInt32());

    [Fact]
    public void An_API_is_written_with_all_members_of_the_contract()
    {
        JsonElement page = Write(new PageModel("look/Api.md", new([s_start]), default))[0];
        Assert.Equal(["file", "apis", "types", "findings"], page.EnumerateObject().Select(static p => p.Name));
        JsonElement api = page.GetProperty("apis")[0];
        Assert.Equal("StartVmInstance", api.GetProperty("name").GetString());
        Assert.Equal("PUT", api.GetProperty("method").GetString());
        Assert.Equal("/v1/vm-instances/{uuid}/actions", api.GetProperty("path").GetString());
        Assert.Equal(0, api.GetProperty("alternatePaths").GetArrayLength());
        Assert.Equal("startVmInstance", api.GetProperty("wrapper").GetString());
        Assert.False(api.GetProperty("isQuery").GetBoolean());
        Assert.True(api.GetProperty("requiresSession").GetBoolean());
        Assert.Equal("0.6", api.GetProperty("since").GetString());
        Assert.Equal("unknown", api.GetProperty("sinceProvenance").GetString());
        JsonElement mode = api.GetProperty("parameters")[1];
        Assert.Equal("mode", mode.GetProperty("name").GetString());
        Assert.Equal("body", mode.GetProperty("location").GetString());
        Assert.True(mode.GetProperty("inWrapper").GetBoolean());
        Assert.False(mode.GetProperty("required").GetBoolean());
        Assert.Equal(["A", "B"], mode.GetProperty("values").EnumerateArray().Select(static v => v.GetString()));
        foreach (string absent in new[] { "type", "since", "description" })
            Assert.Equal(JsonValueKind.Null, mode.GetProperty(absent).ValueKind);
        Assert.Equal("path", api.GetProperty("parameters")[0].GetProperty("location").GetString());
        Assert.Equal("s1", api.GetProperty("response").GetProperty("fields")[0].GetProperty("struct").GetString());
        Assert.Equal("s1", api.GetProperty("structs")[0].GetProperty("id").GetString());
        Assert.Equal("uuid", api.GetProperty("structs")[0].GetProperty("fields")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void A_page_without_response_has_null_and_an_empty_response_has_no_fields()
    {
        JsonElement apis = Write(new PageModel("X.md", new([s_start with { Response = null }, s_start with { Response = new ResponseModel(default) }]), default))[0].GetProperty("apis");
        Assert.Equal(JsonValueKind.Null, apis[0].GetProperty("response").ValueKind);
        Assert.Equal(0, apis[1].GetProperty("response").GetProperty("fields").GetArrayLength());
    }

    [Fact]
    public void Text_is_not_escaped_and_numbers_of_an_example_keep_their_notation()
    {
        string text = WriteText(new PageModel("X.md", new([s_start]), default));
        Assert.Contains("启动 <b>\\\"x\\\"</b> & 'y'", text, System.StringComparison.Ordinal);
        Assert.Contains("8.589934592E9", text, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_and_control_characters_are_written_as_valid_JSON()
    {
        JsonElement api = Write(new PageModel("X.md", new([s_start with { Description = "a\uD83Db\u0000\u2028" }]), default))[0].GetProperty("apis")[0];
        Assert.Equal("a\uFFFDb\u0000\u2028", api.GetProperty("description").GetString());
    }

    [Fact]
    public void An_example_nested_deeper_than_the_writer_validates_is_written_as_JSON()
    {
        string deep = new string('[', 500) + new string(']', 500);
        string text = WriteText(new PageModel("X.md", new([s_start with { ResponseExample = deep }]), default));
        using JsonDocument json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 1000 });
        Assert.Equal(deep, json.RootElement[0].GetProperty("apis")[0].GetProperty("responseExample").GetRawText());
    }

    [Fact]
    public void A_type_page_is_written_under_types()
    {
        var type = new StructureModel { Id = "s1", Name = "VmNicInventory", Extends = "Base", Fields = new([new FieldModel { Name = "ip", Type = "String" }]) };
        JsonElement page = Write(new PageModel("types/VmNicInventory.md", default, new([type])))[0];
        Assert.Equal(0, page.GetProperty("apis").GetArrayLength());
        Assert.Equal("VmNicInventory", page.GetProperty("types")[0].GetProperty("name").GetString());
        Assert.Equal("Base", page.GetProperty("types")[0].GetProperty("extends").GetString());
        Assert.Equal("ip", page.GetProperty("types")[0].GetProperty("fields")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void Line_and_column_of_a_finding_start_at_one()
    {
        var page = new PageModel("X.md", default, default);
        var finding = new Finding("ZSG1004", FindingSeverity.Warning, "X.md", new PageSpan(40, 3, 11, 2, 11, 5), "message");
        JsonElement written = Write(page, finding)[0].GetProperty("findings")[0];
        Assert.Equal("ZSG1004", written.GetProperty("id").GetString());
        Assert.Equal("warning", written.GetProperty("severity").GetString());
        Assert.Equal(12, written.GetProperty("line").GetInt32());
        Assert.Equal(3, written.GetProperty("column").GetInt32());
        Assert.Equal("message", written.GetProperty("message").GetString());
        Assert.Equal("12 6", $"{written.GetProperty("endLine").GetInt32()} {written.GetProperty("endColumn").GetInt32()}");
    }

    [Fact]
    public void Unread_lines_are_listed_as_JSON_and_as_text_with_the_option()
    {
        const string Text = "# OpenDoor\n\n| uuid | String |\n| name | String |\n";
        var unread = new UnreadLines(UnreadKind.Rows, new PageSpan(12, 35, 2, 0, 3, 17), 2);
        var page = new ReadPage(new PageFile("/x/a.md", "a.md", "a.md", "a.md"), Text, new PageModel("a.md", default, default), [], ElementLocations.None) { Unread = [unread] };
        var output = new StringWriter();
        InspectJson.Write([page], output, unread: true);
        using JsonDocument json = JsonDocument.Parse(output.ToString());
        JsonElement lines = json.RootElement[0].GetProperty("unread")[0];
        Assert.Equal("rows 3 4 2", $"{lines.GetProperty("kind").GetString()} {lines.GetProperty("line").GetInt32()} {lines.GetProperty("endLine").GetInt32()} {lines.GetProperty("count").GetInt32()}");
        Assert.StartsWith("| uuid", lines.GetProperty("text").GetString(), System.StringComparison.Ordinal);
        output = new StringWriter();
        UnreadText.Write([page], output);
        Assert.Equal("a.md(3-4): rows: | uuid | String |\n2 unread lines in 1 of 1 pages.\n", output.ToString());
    }

    private static JsonElement Write(PageModel page, params Finding[] findings)
    {
        using JsonDocument json = JsonDocument.Parse(WriteText(page, findings));
        return json.RootElement.Clone();
    }

    private static string WriteText(PageModel page, params Finding[] findings)
    {
        var output = new StringWriter();
        InspectJson.Write([new ReadPage(new PageFile("/x/" + page.Path, page.Path, page.Path, page.Path), "", page, findings, ElementLocations.None)], output);
        return output.ToString();
    }
}
