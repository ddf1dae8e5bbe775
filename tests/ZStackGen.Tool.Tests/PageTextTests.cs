using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Tests;

public sealed class PageTextTests
{
    private const string Text = "# CreateZone\n\nCreates a zone 区域 \U0001F600.\n";

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", true }, { "utf-8", false }, { "utf-16", true }, { "utf-16", false }, { "utf-16BE", true }, { "utf-16BE", false },
        { "utf-32", true }, { "utf-32BE", true },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_in_every_Unicode_encoding_is_decoded_without_its_mark(string name, bool mark)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)];
        Assert.Equal(new PageText(Text, -1, 0), PageText.Decode(bytes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ab\0\0cd")]
    public void Short_and_unusual_text_is_read_as_UTF8(string text) => Assert.Equal(text, PageText.Decode(Encoding.UTF8.GetBytes(text)).Text);

    [Fact]
    public async Task A_byte_that_is_not_UTF8_is_an_error_at_its_line_and_column()
    {
        using var folder = new TemporaryFolder();
        // 区 in GB 18030 after a line in UTF-8.
        folder.Write("X.md", [.. "# 区\r\nab"u8, 0xC7, 0xF8, .. " c\n"u8]);
        ToolRun run = await ToolRun.InAsync(folder.Path, "inspect", "X.md");
        Assert.Equal(1, run.ExitCode);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement finding = json.RootElement[0].GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("id").GetString() == "ZSG1002");
        Assert.Equal("error", finding.GetProperty("severity").GetString());
        Assert.Equal((2, 3), (finding.GetProperty("line").GetInt32(), finding.GetProperty("column").GetInt32()));
        Assert.Contains("0xC7", finding.GetProperty("message").GetString(), System.StringComparison.Ordinal);
    }
}
