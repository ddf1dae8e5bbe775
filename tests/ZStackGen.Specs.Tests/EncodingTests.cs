using System;
using System.Linq;
using System.Text;
using CsCheck;
using Xunit;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>Characters that were lost in transit, and files that are not text.</summary>
public sealed class EncodingTests
{
    /// <summary>Bytes at the limits of valid UTF-8.</summary>
    private static readonly byte[] s_marks = [0x41, 0x80, 0xBF, 0xC1, 0xC2, 0xE0, 0xE4, 0xED, 0x9F, 0xA0, 0xEF, 0xF0, 0x8F, 0x90, 0xF4, 0xF5, 0xFF];

    private const string Page = "# StopDoor\n\nStops it.\n\n`PUT /v1/doors/{uuid}/actions`\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n"
        + "| uuid | String | path | The door. | | 0.6 |\n| how (optional) | String | body: stopDoor | The way. | Slowly, Fast | 0.6 |\n| tag (optional) | DoorTag | body: stopDoor | Its tag. | | 0.6 |\n";

    [Theory]
    [InlineData("| how ", "| h\ufffdw ", "name", "h\ufffdw")]
    [InlineData("DoorTag", "Door\ufffdTag", "type", "Door\ufffdTag")]
    [InlineData("Slowly", "Sl\ufffdwly", "value", "Sl\ufffdwly")]
    [InlineData("/v1/doors", "/v1/d\ufffdors", "path", "/v1/d\ufffdors/{uuid}/actions")]
    public void A_lost_character_in_a_wire_name_is_an_error_that_names_it(string text, string broken, string kind, string named)
    {
        Finding finding = Assert.Single(Findings(Page.Replace(text, broken, StringComparison.Ordinal)), static finding => finding.Id == "ZSG1051");
        Assert.Equal(FindingSeverity.Error, finding.Severity);
        Assert.StartsWith($"The {kind} '{named}' contains U+FFFD", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_character_in_a_description_is_an_info()
    {
        Finding finding = Assert.Single(Findings(Page.Replace("The way.", "The w\ufffdy.", StringComparison.Ordinal)));
        Assert.Equal(("ZSG1051", FindingSeverity.Info), (finding.Id, finding.Severity));
    }

    [Fact]
    public void A_NUL_anywhere_makes_a_file_binary()
    {
        foreach (int at in (int[])[0, 10, 100_000])
        {
            string text = Page + new string('x', 100_000) + "\n";
            Finding finding = Assert.Single(Findings(text.Insert(at, "\0")));
            Assert.Equal(("ZSG1002", "The file is not a text file. Save the page as UTF-8 text."), (finding.Id, finding.Message));
        }
    }

    [Fact]
    public void No_bytes_fail_the_reader() => Gen.Byte.Array[0, 200].Sample(static bytes =>
    {
        string text = Page + Encoding.UTF8.GetString(bytes) + Page + Encoding.Latin1.GetString(bytes);
        Assert.DoesNotContain(SpecReader.Read("a.md", text).Findings, static finding => finding.Id is "ZSG1013" or "ZSG1999");
    });

    [Fact]
    public void The_first_invalid_byte_is_the_one_at_which_a_strict_decoder_stops() => Gen.OneOf(
        Gen.Byte.Array[0, 12],
        Gen.Int[0, s_marks.Length - 1].Select(static i => s_marks[i]).Array[0, 12]).Sample(static bytes =>
    {
        int expected = -1;
        for (int offset = 0; offset < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes.AsSpan(offset), out _, out int consumed) != System.Buffers.OperationStatus.Done)
            {
                expected = offset;
                break;
            }

            offset += consumed;
        }

        Assert.Equal(expected, EncodingFindings.FirstInvalidUtf8(bytes));
    });

    private static Finding[] Findings(string text) => [.. SpecReader.Read("a.md", text, TestContext.Current.CancellationToken).Findings.Where(static finding => finding.Id is not "ZSG1104")];
}
