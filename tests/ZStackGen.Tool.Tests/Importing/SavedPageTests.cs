using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Tool.Importing.Sources;

namespace ZStackGen.Tool.Tests.Importing;

/// <summary>Files of a folder: pages saved as a single file, documents, pipes and links.</summary>
public sealed class SavedPageTests
{
    [Theory]
    [InlineData("quoted-printable", "\r\n", "p.mhtml")]
    [InlineData("quoted-printable", "\n", "p.mht")]
    [InlineData("base64", "\r\n", "p.MHTML")]
    [InlineData("8bit", "\r\n", "p.mhtml")]
    [InlineData("base64", "\n", "renamed.html")]
    public async Task A_page_saved_as_a_single_file_is_imported(string encoding, string newLine, string name)
    {
        using var folder = new TemporaryFolder();
        folder.Write("saved/" + name, Encoding.UTF8.GetBytes(Archive(newLine, (encoding, ImportCommandTests.Page("OpenDoor", "Öffnet die Tür = 门。")))));
        ToolRun run = await ToolRun.InAsync(folder.Path, "import", "saved");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("\nÖffnet die Tür = 门。\n", await File.ReadAllTextAsync(Path.Combine(folder.Path, "specs/doors/OpenDoor.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("findings       0 errors, 0 warnings, 0 infos\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_frame_of_a_saved_page_is_a_page()
    {
        using var folder = new TemporaryFolder();
        folder.Write("p.mhtml", Encoding.UTF8.GetBytes(Archive("\r\n", ("base64", "<html><body><p>menu</p></body></html>"), ("base64", ImportCommandTests.Page("OpenDoor")), ("quoted-printable", ImportCommandTests.Page("ShutDoor")))));
        await ToolRun.InAsync(folder.Path, "import", "p.mhtml");
        Assert.Equal(["OpenDoor.md", "ShutDoor.md"], Directory.EnumerateFiles(Path.Combine(folder.Path, "specs/doors")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("# OpenDoor\n\nMIME-Version: 1.0\n")]
    [InlineData("Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>\n--x--\n")]
    [InlineData("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"x\"\n\n--x")]
    [InlineData("MIME-Version: 1.0\nContent-Type: multipart/related\n\n--x\nContent-Type: text/html\n\n<p>")]
    [InlineData("MIME-Version: 1.0")]
    [InlineData("\n")]
    [InlineData("")]
    public void A_text_that_is_no_archive_has_no_parts(string text) => Assert.Empty(WebArchive.Read(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("=", "=")]
    [InlineData("a=3", "a=3")]
    [InlineData("a=ZZb", "a=ZZb")]
    [InlineData("a=\r\nb", "ab")]
    [InlineData("=3D=", "==")]
    public void Damaged_quotes_are_kept(string text, string expected)
    {
        WebArchive.Part part = Assert.Single(WebArchive.Read(Encoding.UTF8.GetBytes("MIME-Version: 1.0\nContent-Type: text/html; charset=\"gbk\"\nContent-Transfer-Encoding: Quoted-Printable\n\n" + text)));
        Assert.Equal((expected, "gbk"), (Encoding.UTF8.GetString(part.Content), part.Charset));
    }

    [Fact]
    public async Task Documents_that_cannot_be_read_are_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write("manual/open.html", ImportCommandTests.Page("OpenDoor"));
        folder.Write("manual/b/vm.docx", "");
        folder.Write("manual/zone.pdf", "");
        folder.Write("manual/style.css", "");
        ToolRun run = await ToolRun.InAsync(folder.Path, "import", "manual", "--dry-run");
        Assert.Equal("zstackgen: note: 2 documents are not read (manual/b/vm.docx, manual/zone.pdf); save them as HTML, and import the HTML\n", run.Error);
    }

    [Fact]
    public async Task A_pipe_is_not_waited_for_and_a_link_has_the_size_of_its_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "manual"));
        Assert.Equal(0, (await ToolRun.OfAsync(folder.Path, "mkfifo", ["manual/pipe.html"])).ExitCode);
        ToolRun run = await ToolRun.InAsync(folder.Path, "import", "manual", "manual/pipe.html");
        Assert.Contains("manual/pipe.html(1,1): warning ZSG1001", run.Error, StringComparison.Ordinal);
        folder.Write("large.txt", new string(' ', 2 << 20));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "manual/link.html"), "../large.txt");
        ToolRun refused = await ToolRun.InAsync(folder.Path, "import", "manual", "--max-size", "1");
        Assert.Contains("'manual/link.html' has 2 MB, which exceeds the limit of 1 MB", refused.Error, StringComparison.Ordinal);
    }

    // As browsers write it.
    private static string Archive(string newLine, params (string Encoding, string Html)[] parts)
    {
        var lines = new List<string>
        {
            "From: <Saved by Blink>", "Snapshot-Content-Location: http://docs.example/p", "Subject: =?utf-8?Q?T=C3=BCr?=", "MIME-Version: 1.0", "Content-Type: multipart/related;",
            "\ttype=\"text/html\";", "\tboundary=\"----MultipartBoundary--x----\"", "", "",
        };
        foreach ((string encoding, string html) in parts)
            lines.AddRange(["------MultipartBoundary--x----", "Content-Type: text/html", "Content-ID: <frame@mhtml.blink>", $"Content-Transfer-Encoding: {encoding}", "", Encode(html, encoding, newLine)]);
        lines.AddRange(["------MultipartBoundary--x----", "Content-Type: image/png", "Content-Transfer-Encoding: base64", "", "iVBORw0KGgo=", "------MultipartBoundary--x------", ""]);
        return string.Join(newLine, lines);
    }

    private static string Encode(string html, string encoding, string newLine)
    {
        if (encoding == "8bit")
            return html;
        byte[] bytes = Encoding.UTF8.GetBytes(html);
        if (encoding == "base64")
            return string.Join(newLine, Convert.ToBase64String(bytes).Chunk(76).Select(static line => new string(line)));
        var text = new StringBuilder();
        int column = 0;
        foreach (byte b in bytes)
        {
            string piece = b == '\n' ? newLine : b is >= 32 and < 127 and not (byte)'=' ? ((char)b).ToString() : $"={b:X2}";
            if (b == '\n')
                column = 0;
            else if ((column += piece.Length) > 70)
            {
                text.Append('=').Append(newLine);
                column = piece.Length;
            }

            text.Append(piece);
        }

        return text.ToString();
    }
}
