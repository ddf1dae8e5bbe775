using System;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

public sealed class ExplorerRobustnessTests
{
    private const string Header = "Manual/Doors\nPUTDoorsSince 4.7.0SynchronousAuth Required\nOpenDoor\n";

    private static void AssertSound(string text)
    {
        PageReadResult result = ExplorerPages.Read(text);
        Assert.DoesNotContain(result.Findings, finding => finding.Id == "ZSG1013");
        Assert.All(result.Findings, finding => Assert.InRange(finding.Span.Start + finding.Span.Length, finding.Span.Start, text.Length));
    }

    [Fact]
    public void Cut_spliced_and_shuffled_pages_are_read_without_a_failure()
    {
        string[] pages = [.. Directory.GetFiles(SharedFolder.Require("corpus/explorer")).Concat(Directory.GetDirectories(SharedFolder.Require("looks"), "explorer-*").SelectMany(Directory.GetFiles)).Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        var random = new Random(4711);
        for (int round = 0; round < 6000; round++)
        {
            string page = pages[random.Next(pages.Length)];
            string other = pages[random.Next(pages.Length)];
            string[] lines = page.Split('\n');
            string text = (round % 6) switch
            {
                0 => page[..random.Next(page.Length)],
                1 => page[..random.Next(page.Length)] + other[random.Next(other.Length)..],
                2 => string.Join('\n', lines.OrderBy(_ => random.Next())),
                3 => page.Remove(random.Next(page.Length), 1).Insert(random.Next(page.Length), ((char)random.Next(1, 0xFFFF)).ToString()),
                4 => string.Concat(page.Where(_ => random.Next(40) != 0)),
                _ => page.Replace(random.Next(2) == 0 ? "\n" : " ", random.Next(2) == 0 ? "" : "\r\n", StringComparison.Ordinal),
            };
            AssertSound(text);
        }
    }

    [Theory]
    [InlineData("nameStringRequired")]
    [InlineData("nameStringRequiredtext\n")]
    [InlineData("  • nameList\n")]
    [InlineData("{\"a\" b\n")]
    [InlineData("{\n")]
    [InlineData("200{\n")]
    [InlineData("curl -X PUT 'http://h/zstack/v1/x?a=b&' -d '{\"a\":\n")]
    [InlineData("PUT/zstack/v1/{a}\n")]
    [InlineData("PUTxSince 1.0Synchronous\n")]
    [InlineData("Responses\n{ \"a\" 1 }Endpoint\n")]
    [InlineData("List<")]
    public void A_page_of_two_megabytes_of_one_kind_is_read_in_linear_time(string piece)
    {
        // With quadratic time the test would not end. It proves the growth, not a duration.
        foreach (string section in new[] { "", "Body Fields\n", "Response Example\n", "Endpoint\nPUT/zstack/v1/doors\nRequest Example\ncurl -X PUT 'http://h/zstack/v1/doors' -d '{\"" })
            AssertSound(Header + section + string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length)));
    }

    [Fact]
    public void A_call_with_a_hundred_thousand_members_and_rows_is_read_in_linear_time()
    {
        const int count = 100_000;
        string rows = string.Concat(Enumerable.Range(0, count).Select(i => $"r{i}StringOptional.\n"));
        string body = string.Join(',', Enumerable.Range(0, count).Select(i => $"\"p{i}\":1"));
        string paths = string.Concat(Enumerable.Range(0, count / 10).Select(i => $"PUT/zstack/v1/doors/{i}/{{x{i}}}\n"));
        string query = string.Join('&', Enumerable.Range(0, count / 10).Select(i => $"q{i}=1"));

        AssertSound($"{Header}Body Fields\n{rows}Endpoint\n{paths}Request Example\ncurl -X PUT 'http://h/zstack/v1/doors?{query}' -d '{{\"opendoor\":{{{body}}},{body}}}'\n");
    }

    [Fact]
    public void Endlessly_indented_rows_are_read_without_recursion()
    {
        var page = new StringBuilder(Header + "Responses\n");
        for (int depth = 1; depth < 1500; depth++)
            page.Append(' ', depth).Append("• aList\n");
        page.Append("Endpoint\nPUT/zstack/v1/doors\n");

        AssertSound(page.ToString());
    }
}
