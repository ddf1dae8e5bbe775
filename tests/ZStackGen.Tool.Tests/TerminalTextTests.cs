using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace ZStackGen.Tool.Tests;

/// <summary>Texts and names of pages cannot act on the terminal of the user.</summary>
public sealed class TerminalTextTests
{
    private const string Page = "# GetThing\n\n`GET /v1/x`\n\n## Parameters\n\n| Name | Type | Location | Description | Since |\n|---|---|---|---|---|\n"
        + "| a | Str\u001b[2Jing | query | de\u001b]0;t\u0007sc \u202e | 4.7.0 |\n\n## Details\n\n| b | \u001b[31mString | query | x |\n";

    [Theory]
    [InlineData("inspect specs --format text")]
    [InlineData("inspect specs --format text --unread")]
    [InlineData("check specs")]
    [InlineData("format specs -o out")]
    [InlineData("import specs -o out -s info")]
    [InlineData("openapi specs -o out.json")]
    [InlineData("matrix specs")]
    [InlineData("verify specs --against specs --all")]
    [InlineData("diff specs specs")]
    public async Task No_character_of_a_page_or_of_a_file_name_acts_on_the_terminal(string line)
    {
        using var folder = new TemporaryFolder();
        folder.Write("specs/things/" + (OperatingSystem.IsWindows() ? "a" : "a\u001b[31mb") + ".md", Page);
        ToolRun run = await ToolRun.InAsync(folder.Path, line.Split(' '));
        Assert.DoesNotContain(run.Output + run.Error, static c => c != '\n' && (char.IsControl(c) || c == '\u202e'));
    }

    [Fact]
    public void Line_endings_are_kept()
    {
        var inner = new StringWriter { NewLine = "\r\n" };
        var writer = new VisibleWriter(inner);
        writer.WriteLine("a\rb\nc");
        writer.Write("d\n\ne");
        writer.WriteLine();
        writer.Write('\u001b');
        writer.Write(['x', '\u009b'], 0, 2);
        Assert.Equal("a b\nc\r\nd\n\ne\r\n x ", inner.ToString());
    }
}
