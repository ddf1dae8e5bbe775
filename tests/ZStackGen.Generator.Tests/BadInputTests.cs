using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>A bad page causes a diagnostic at its place and does not affect the code of other pages.</summary>
public sealed class BadInputTests
{
    private const string Bad = "/project/specs/bad/Bad.md";

    public static TheoryData<string, string, string, string> BadPages => new()
    {
        // kind, rule, text in the message, text at the diagnostic's place ("" = anywhere on the page)
        { "no method line", "ZSG1004", "", "" },
        { "broken row", "ZSG1005", "", "" },
        { "unknown type", "ZSG1006", "", "" },
        { "undescribed type", "ZSG1104", "NoSuchInventory", "NoSuchInventory" },
        { "duplicate parameter", "ZSG1007", "uuid", "" },
        { "empty", "ZSG1001", "", "" },
        { "binary", "ZSG1002", "", "" },
        { "prose", "ZSG1003", "", "" },
        { "HTML", "ZSG1050", "", "<!DOCTYPE html>" },
    };

    [Theory]
    [MemberData(nameof(BadPages))]
    public void A_bad_page_is_reported_at_its_place_and_affects_no_other_page(string kind, string rule, string named, string at)
    {
        string text = Text(kind);
        GeneratorRun run = GeneratorRun.On([.. SamplePages.Disks, (Bad, text)], new ProjectOptions()).CompilesWithoutWarnings();

        Diagnostic diagnostic = Assert.Single(run.Diagnostics, found => found.Id == rule);
        Assert.Contains(named, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        Assert.Equal(Bad, place.Path);
        if (named.Length > 0)
            Assert.Contains(named, text.Split('\n')[place.StartLinePosition.Line], StringComparison.Ordinal);
        if (at.Length > 0)
            Assert.Equal(at, text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        foreach (string action in new[] { "CreateDiskAction", "DeleteDiskAction", "QueryDiskAction", "DiskInventory" })
            Assert.NotNull(run.Compilation.GetTypeByMetadataName("ZStack.Api." + action));
    }

    [Theory]
    [InlineData("no method line", "", DiagnosticSeverity.Warning)]
    [InlineData("no method line", "false", DiagnosticSeverity.Warning)]
    [InlineData("no method line", "true", DiagnosticSeverity.Error)]
    [InlineData("no method line", "True", DiagnosticSeverity.Error)]
    [InlineData("binary", "", DiagnosticSeverity.Warning)]
    [InlineData("binary", "true", DiagnosticSeverity.Error)]
    [InlineData("broken row", "true", DiagnosticSeverity.Warning)]
    public void An_unreadable_page_is_an_error_only_in_a_strict_build(string kind, string strict, DiagnosticSeverity expected)
    {
        GeneratorRun run = GeneratorRun.On([.. SamplePages.Disks, (Bad, Text(kind))], new ProjectOptions(("ZStackGenStrict", strict)));
        Diagnostic[] found = [.. run.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
        Assert.NotEmpty(found);
        Assert.Equal(expected, found.Max(static diagnostic => diagnostic.Severity));
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("ZStack.Api.CreateDiskAction"));
    }

    [Theory]
    [InlineData("/project/specs/vm/Manual.html", true)]
    [InlineData("/project/specs/Manual.HTM", true)]
    [InlineData("/project/specs/_Manual.html", false)]
    [InlineData("/project/wwwroot/index.html", false)]
    public void HTML_among_the_pages_is_reported_with_the_command_to_import_it(string path, bool isReported)
    {
        GeneratorRun run = GeneratorRun.On([.. SamplePages.Disks, (path, "<html><body><h1>StopDisk</h1></body></html>")], new ProjectOptions()).CompilesWithoutWarnings();
        Diagnostic[] found = [.. run.Diagnostics.Where(static diagnostic => diagnostic.Id == "ZSG1050")];
        Assert.Equal(isReported ? 1 : 0, found.Length);
        foreach (Diagnostic diagnostic in found)
            Assert.Contains("zstackgen import", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_in_another_encoding_is_reported_at_its_first_invalid_byte()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("# 停止 (Bad)\n\n关"), 0xC7, 0xF8, .. "\n"u8];
        Microsoft.CodeAnalysis.Text.SourceText text = Microsoft.CodeAnalysis.Text.SourceText.From(Encoding.Latin1.GetString(bytes), Encoding.Latin1);
        Diagnostic diagnostic = Reported(new GivenText(text));
        Assert.Equal("The byte 0xC7 is not UTF-8. Save the page as UTF-8.", diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(new Microsoft.CodeAnalysis.Text.LinePosition(2, 1), diagnostic.Location.GetLineSpan().StartLinePosition);
    }

    [Fact]
    public void A_page_in_another_encoding_with_only_ASCII_bytes_is_accepted()
    {
        Microsoft.CodeAnalysis.CSharp.CSharpParseOptions parse = GeneratorRun.Language(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12);
        var text = new GivenText(Microsoft.CodeAnalysis.Text.SourceText.From(SamplePages.DeleteDisk, Encoding.Latin1));
        GeneratorRunResult result = GeneratorRun.Driver([], new ProjectOptions(), parse).AddAdditionalTexts([text])
            .RunGenerators(GeneratorRun.Project(parse), TestContext.Current.CancellationToken).GetRunResult().Results[0];
        Assert.DoesNotContain(result.Diagnostics, static found => found.Id == "ZSG1002");
    }

    private static Diagnostic Reported(AdditionalText text)
    {
        Microsoft.CodeAnalysis.CSharp.CSharpParseOptions parse = GeneratorRun.Language(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12);
        GeneratorRunResult result = GeneratorRun.Driver([], new ProjectOptions(), parse).AddAdditionalTexts([text])
            .RunGenerators(GeneratorRun.Project(parse), TestContext.Current.CancellationToken).GetRunResult().Results[0];
        return Assert.Single(result.Diagnostics, static found => found.Id == "ZSG1002");
    }

    private sealed class GivenText(Microsoft.CodeAnalysis.Text.SourceText text) : AdditionalText
    {
        public override string Path => Bad;

        public override Microsoft.CodeAnalysis.Text.SourceText GetText(System.Threading.CancellationToken cancellationToken = default) => text;
    }

    [Fact]
    public void A_table_of_five_megabytes_is_read_without_hanging()
    {
        var text = new StringBuilder(SamplePages.DeleteDisk);
        text.Append("\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n");
        for (int i = 0; text.Length < 5_000_000; i++)
            text.Append(CultureInfo.InvariantCulture, $"| p{i} | String | query | {new string('x', 400)} | | 0.6 |\n");
        GeneratorRun run = GeneratorRun.On([.. SamplePages.Disks, (Bad, text.ToString().Replace("DeleteDisk", "DeleteMuch", StringComparison.Ordinal))], new ProjectOptions());
        Assert.Null(run.Result.Exception);
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("ZStack.Api.CreateDiskAction"));
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("ZStack.Api.DeleteMuchAction"));
    }

    [Fact]
    public void An_unreadable_file_is_reported()
    {
        CSharpRunWithUnreadable(out GeneratorRunResult result);
        Assert.Null(result.Exception);
        Diagnostic diagnostic = Assert.Single(result.Diagnostics, found => found.Id == "ZSG1002");
        Assert.Contains("cannot be read, or it is not a text file", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(2, result.GeneratedSources.Length);
    }

    [Fact]
    public void A_failed_stage_is_reported_and_other_pages_are_still_generated()
    {
        var good = ZStackGen.Specs.Catalog.Collecting.CatalogPage.From(ZStackGen.Specs.SpecReader.Read("/specs/DeleteDisk.md", SamplePages.DeleteDisk, TestContext.Current.CancellationToken).Page);
        var bad = ZStackGen.Specs.Catalog.Collecting.CatalogPage.From(ZStackGen.Specs.SpecReader.Read("/specs/QueryDisk.md", SamplePages.QueryDisk, TestContext.Current.CancellationToken).Page);

        ZStackGen.Specs.Catalog.CatalogModel model = ZStackGen.Generator.Pages.SafeCatalog.Build(
            [good, bad],
            ZStackGen.Specs.Catalog.CatalogOptions.Default,
            (pages, options, token) => pages.Contains(bad) ? throw new InvalidOperationException("boom") : ZStackGen.Specs.Catalog.TypeCatalog.Build(pages, options, token),
            TestContext.Current.CancellationToken);

        Assert.Equal("DeleteDisk", Assert.Single(model.Actions.ToArray()).Name);
        ZStackGen.Specs.Catalog.CatalogFinding finding = Assert.Single(model.Findings.ToArray(), found => found.Rule == "ZSG1999");
        Assert.Equal("/specs/QueryDisk.md", finding.Path);
        Assert.Contains("boom", finding.Message, StringComparison.Ordinal);
    }

    private static void CSharpRunWithUnreadable(out GeneratorRunResult result)
    {
        Microsoft.CodeAnalysis.CSharp.CSharpParseOptions parse = GeneratorRun.Language(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12);
        GeneratorDriver driver = GeneratorRun.Driver(SamplePages.Disks, new ProjectOptions(), parse).AddAdditionalTexts([new UnreadableText()]);
        result = driver.RunGenerators(GeneratorRun.Project(parse), TestContext.Current.CancellationToken).GetRunResult().Results[0];
    }

    private static string Text(string kind) => kind switch
    {
        "no method line" => SamplePages.DeleteDisk.Replace("DeleteDisk", "Bad", StringComparison.Ordinal).Replace("`DELETE /v1/disks/{uuid}`", "", StringComparison.Ordinal),
        "broken row" => Page("| uuid | String | path | The disk. | | 0.6 |\n| broken |"),
        "unknown type" => Page("| uuid | String | path | The disk. | | 0.6 |\n| other (optional) | strnig | query | Misspelt. | | 0.6 |"),
        "undescribed type" => Page("| uuid | String | path | The disk. | | 0.6 |\n| other (optional) | NoSuchInventory | query | Nowhere. | | 0.6 |"),
        "duplicate parameter" => Page("| uuid | String | path | The disk. | | 0.6 |\n| uuid | String | path | Again. | | 0.6 |"),
        "empty" => "",
        "binary" => "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\u0001\0\ufffd\ufffd\0\ufffd",
        "HTML" => "<!DOCTYPE html>\n<html><body><h1>Bad</h1><pre>PUT zstack/v1/bad</pre></body></html>\n",
        "prose" => "# Notes\n\nSome words about the project, and nothing else.\n",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such page."),
    };

    private static string Page(string rows) =>
        "# Bad\n\nA bad page.\n\n`DELETE /v1/bad/{uuid}`\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n" + rows + "\n";

    private sealed class UnreadableText : AdditionalText
    {
        public override string Path => "/project/specs/bad/Gone.md";

        public override Microsoft.CodeAnalysis.Text.SourceText? GetText(System.Threading.CancellationToken cancellationToken = default) => null;
    }
}
