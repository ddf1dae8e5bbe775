using System;
using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Writing;

namespace ZStackGen.Specs.Tests;

/// <summary>Every layout produces the same model for the same API.</summary>
public sealed class ReadingTests
{
    private static PageReadResult Read(string text, string path = "specs/page1.txt") => SpecReader.Read(path, text, TestContext.Current.CancellationToken);

    public static TheoryData<string> Copies => new("Official", "Pipe", "GluedPipe", "Plain");

    private static string Page(string name) => name switch
    {
        "Official" => Pages.Official,
        "Pipe" => Pages.Pipe,
        "GluedPipe" => Pages.GluedPipe,
        "Plain" => Pages.Plain,
        _ => Pages.Own,
    };

    [Theory]
    [MemberData(nameof(Copies))]
    public void Each_published_layout_is_read_completely_and_without_a_finding(string look)
    {
        PageReadResult result = Read(Page(look));
        Assert.Empty(result.Findings.Select(f => f.Id + f.Message));
        ApiModel api = Assert.Single(result.Page.Apis);
        Assert.Equal("OpenDoor PUT /v1/doors/{uuid}/actions openDoor", $"{api.Name} {api.Method} {api.Path} {api.Wrapper}");
        Assert.True(api.RequiresSession);
        Assert.Equal(["uuid String Path False True 0.6", "speed String Body True False 1.2.0", "systemTags List Body False False 0.6"],
            api.Parameters.Select(p => $"{p.Name} {p.Type} {p.Location} {p.InWrapper} {p.IsRequired} {p.Since}"));
        Assert.Equal(["error ErrorCode s1", "inventory DoorInventory s2"], api.Response!.Fields.Select(f => $"{f.Name} {f.Type} {f.StructureId}"));
        Assert.Equal(["s1 ErrorCode code details cause>s1", "s2 DoorInventory uuid"],
            api.Structures.Select(s => $"{s.Id} {s.Name} {string.Join(" ", s.Fields.Select(f => f.Name + (f.StructureId is null ? "" : ">" + f.StructureId)))}"));
        Assert.NotNull(api.RequestExample);
        Assert.NotNull(api.ResponseExample);
        Assert.Equal(look is "Official" or "Pipe" ? PageLanguage.Chinese : PageLanguage.English, api.Language);
        if (look is "Official" or "Plain")
            Assert.Equal(["Slow", "Fast"], api.Parameters[1].Values);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_endings_byte_order_mark_and_invisible_marks_change_nothing(string lineEnd)
    {
        foreach (string page in Pages.All)
        {
            PageReadResult plain = Read(page);
            PageReadResult marked = Read("\ufeff" + page.Replace("uuid", "uuid\u200b", StringComparison.Ordinal).Replace("uuid\u200b}", "uuid}", StringComparison.Ordinal).Replace("\"uuid\u200b\"", "\"uuid\"", StringComparison.Ordinal).Replace("\n", lineEnd, StringComparison.Ordinal));
            Assert.Empty(marked.Findings.Select(f => f.Id + f.Message));
            Assert.Equal(WithoutExamples(plain.Page), WithoutExamples(marked.Page));
        }
    }

    [Fact]
    public void Our_own_page_is_read_completely()
    {
        PageReadResult result = Read(Pages.Own);
        Assert.Empty(result.Findings.Select(f => f.Id + f.Message));
        ApiModel api = Assert.Single(result.Page.Apis);
        Assert.Equal("OpenDoor PUT /v1/doors/{uuid}/actions openDoor", $"{api.Name} {api.Method} {api.Path} {api.Wrapper}");
        Assert.Equal("Opens a door.", api.Description);
        Assert.True(api.IsAsync);
        Assert.True(api.RequiresSession);
        Assert.Equal(["uuid String Path False True 0.6 Which door.", "speed String Body True False 1.2.0 How fast.", "systemTags List<String> Body False False 0.6 Labels."],
            api.Parameters.Select(p => $"{p.Name} {p.Type} {p.Location} {p.InWrapper} {p.IsRequired} {p.Since} {p.Description}"));
        Assert.Equal(["Slow", "Fast"], api.Parameters[1].Values);
        Assert.Equal("inventory DoorInventory s1", Assert.Single(api.Response!.Fields.Select(f => $"{f.Name} {f.Type} {f.StructureId}")));
        Assert.Equal("s1 DoorInventory", Assert.Single(api.Structures.Select(s => $"{s.Id} {s.Name}")));
        Assert.Equal("{\"openDoor\": {\"speed\": \"Fast\"}}", api.RequestExample);
        Assert.Contains("\"u1\"", api.ResponseExample, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_page_is_a_type_that_may_refer_to_itself()
    {
        PageReadResult result = Read(Pages.OwnType);
        Assert.Empty(result.Findings.Select(f => f.Id + f.Message));
        Assert.Empty(result.Page.Apis);
        StructureModel type = Assert.Single(result.Page.Types);
        Assert.Equal("DoorInventory Thing 0.6 A door.", $"{type.Name} {type.Extends} {type.Since} {type.Description}");
        Assert.Equal(["uuid String ", "neighbours List<DoorInventory> s1"], type.Fields.Select(f => $"{f.Name} {f.Type} {f.StructureId}"));
        Assert.Equal(2, result.Locations.Keys.Count(key => key.StartsWith("DoorInventory.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Fixed_phrases_of_our_own_format_are_read()
    {
        ApiModel api = Assert.Single(Read("""
            # LockDoor

            Locks
            a door.

            Since ever a useful thing.

            `POST /v1/doors/{uuid}/locks`
            `POST /v1/locks`

            Synchronous.
            No session required.
            Empty wrapper.
            Since 3.1.0.
            Category: doors.

            ## Parameters

            | Name | Type | Location | Description | Values | Since |
            |---|---|---|---|---|---|
            | uuid | String | path | Which. | | |
            | key | Map<String, Long> | body: "" | A `a \| b` key. | | |

            ## Response

            The response is empty.
            """).Page.Apis);
        Assert.Equal("Locks a door.\nSince ever a useful thing.", api.Description);
        Assert.Equal(["/v1/locks"], api.AlternatePaths);
        Assert.False(api.IsAsync);
        Assert.False(api.RequiresSession);
        Assert.Equal("", api.Wrapper);
        Assert.Equal("3.1.0", api.Since);
        Assert.Equal("doors", api.Category);
        Assert.True(api.Parameters[1].InWrapper);
        Assert.Equal("A `a | b` key.", api.Parameters[1].Description);
        Assert.Equal("Map<String, Long>", api.Parameters[1].Type);
        Assert.Empty(api.Response!.Fields);
        Assert.Equal("{}", api.ResponseExample);
    }

    [Fact]
    public void The_written_text_of_any_page_reads_back_as_the_same_model()
    {
        foreach (string page in Pages.All)
            AssertReadsBack(page);
    }

    [Theory]
    [InlineData("corpus/official-zh")]
    [InlineData("corpus/english")]
    [InlineData("corpus/scraped-zh")]
    [InlineData("corpus/explorer")]
    [InlineData("looks")]
    [InlineData("seeds")]
    public void The_written_text_of_a_published_page_reads_back_as_the_same_model(string folder)
    {
        foreach (string file in SharedFolder.Pages(folder))
            AssertReadsBack(System.IO.File.ReadAllText(file));
    }

    private static void AssertReadsBack(string text)
    {
        PageModel page = Read(text).Page;
        string written = PageWriter.Write(page);
        PageModel again = Read(written).Page;
        Assert.True(page == again, PageWriter.Write(again) == written ? "The written text is equal, the model is not:\n" + written : "Written, then read and written again:\n" + written + "\n----------\n" + PageWriter.Write(again));
    }

    private static string WithoutExamples(PageModel page) =>
        PageWriter.Write(page with { Apis = page.Apis.Select(api => api with { RequestExample = null, ResponseExample = null }).ToArray().ToEquatableArray() });
}
