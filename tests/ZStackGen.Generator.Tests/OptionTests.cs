using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>The MSBuild properties.</summary>
public sealed class OptionTests
{
    [Theory]
    [InlineData("ZStackGenNamespace", "My Cloud", "ZSG2001")]
    [InlineData("ZStackGenNamespace", "A..B", "ZSG2001")]
    [InlineData("ZStackGenNamespace", "Contoso.class", "ZSG2001")]
    [InlineData("ZStackGenNamespace", "A; class Injected { }", "ZSG2001")]
    [InlineData("ZStackGenAccessibility", "private", "ZSG2002")]
    [InlineData("ZStackGenTargetVersion", "4.x", "ZSG2003")]
    [InlineData("ZStackGenTargetVersionMode", "Ignore", "ZSG2004")]
    [InlineData("ZStackGenInclude", "Query[a-z]", "ZSG2005")]
    [InlineData("ZStackGenExclude", "a/b", "ZSG2005")]
    [InlineData("ZStackGenInclude", "category:", "ZSG2005")]
    [InlineData("ZStackGenInclude", "category:a/b", "ZSG2005")]
    [InlineData("ZStackGenPreCompilation", "yes", "ZSG2006")]
    [InlineData("ZStackGenStrict", "yes", "ZSG2009")]
    [InlineData("ZStackGenReportLowestVersion", "on", "ZSG2009")]
    [InlineData("ZStackGenPassProjectFile", "0", "ZSG2009")]
    public void An_invalid_value_is_an_error_that_names_it_and_the_default_is_used(string option, string value, string rule)
    {
        GeneratorRun run = GeneratorRun.On(SamplePages.Disks, new ProjectOptions((option, value))).CompilesWithoutWarnings();
        Diagnostic diagnostic = Assert.Single(run.Diagnostics, found => found.Id.StartsWith("ZSG2", StringComparison.Ordinal));
        Assert.Equal(rule, diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Contains(value, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("ZStack.Api.QueryDiskAction"));
    }

    [Theory]
    [InlineData("5.3.0", false)]
    [InlineData("5.3", false)]
    [InlineData("5.3.0.1", true)]
    [InlineData("7.0", true)]
    public void A_target_newer_than_every_release_is_an_information(string target, bool isReported)
    {
        GeneratorRun run = GeneratorRun.On(SamplePages.Disks, new ProjectOptions(("ZStackGenTargetVersion", target))).CompilesWithoutWarnings();
        Diagnostic[] found = [.. run.Diagnostics.Where(static diagnostic => diagnostic.Id == "ZSG2010")];
        Assert.Equal(isReported ? [DiagnosticSeverity.Info] : [], found.Select(static diagnostic => diagnostic.Severity));
        Assert.All(found, diagnostic => Assert.Contains("'" + target + "'", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    [Fact]
    public void Include_and_exclude_select_apis_and_their_structures()
    {
        GeneratorRun run = GeneratorRun.On(SamplePages.Disks, new ProjectOptions(("ZStackGenInclude", "delete*|Create*"), ("ZStackGenExclude", "CreateD?sk"))).CompilesWithoutWarnings();
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("ZStack.Api.DeleteDiskAction"));
        Assert.Null(run.Compilation.GetTypeByMetadataName("ZStack.Api.CreateDiskAction"));
        Assert.Null(run.Compilation.GetTypeByMetadataName("ZStack.Api.QueryDiskAction"));
        Assert.Null(run.Compilation.GetTypeByMetadataName("ZStack.Api.DiskInventory"));
    }

    [Fact]
    public void A_page_of_the_user_takes_precedence_over_a_page_of_the_package()
    {
        const string Package = "/home/user/.nuget/packages/zstackgen.pages/0.1.0/pages/disk/CreateDisk.md";
        GeneratorRun run = GeneratorRun.On(
            [(Package, SamplePages.CreateDisk), ("/project/specs/disk/CreateDisk.md", "# CreateDisk\n\n`POST /v1/own-disks`\n")],
            new ProjectOptions(("ZStackGenSpecs", "/project/specs/**/*.md|/home/**/*.md")));
        Diagnostic found = Assert.Single(run.Diagnostics, found => found.Id == "ZSG1102");
        Assert.Equal(Package, found.Location.GetLineSpan().Path);
        Assert.Contains("POST /v1/own-disks in '/project/specs/disk/CreateDisk.md', which takes precedence", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void A_category_selects_the_apis_of_its_folder()
    {
        (string, string)[] pages = [.. SamplePages.Disks, ("/project/specs/zone-cluster/QueryHall.md", "# QueryHall\n\nFinds halls.\n\n`GET /v1/halls`\n\n## Response\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| total | Long | Number of halls. | |\n")];
        GeneratorRun disks = GeneratorRun.On(pages, new ProjectOptions(("ZStackGenInclude", "Category:DISK"))).CompilesWithoutWarnings();
        Assert.NotNull(disks.Compilation.GetTypeByMetadataName("ZStack.Api.QueryDiskAction"));
        Assert.Null(disks.Compilation.GetTypeByMetadataName("ZStack.Api.QueryHallAction"));

        GeneratorRun halls = GeneratorRun.On(pages, new ProjectOptions(("ZStackGenInclude", "*|category:zone-*"), ("ZStackGenExclude", "category:disk"))).CompilesWithoutWarnings();
        Assert.Null(halls.Compilation.GetTypeByMetadataName("ZStack.Api.QueryDiskAction"));
        Assert.NotNull(halls.Compilation.GetTypeByMetadataName("ZStack.Api.QueryHallAction"));
    }

    [Theory]
    [InlineData("category: 虚拟机")]
    [InlineData("CATEGORY :\t虚*|category:none-")]
    [InlineData("category:my?fold+er|category:虚拟机")]
    public void A_category_is_a_folder_with_any_name_and_blanks_beside_the_colon_do_not_matter(string include)
    {
        GeneratorRun run = GeneratorRun.On([.. SamplePages.Disks, ("/project/specs/虚拟机/DeleteDisk.md", SamplePages.DeleteDisk.Replace("DeleteDisk", "RemoveDisk", StringComparison.Ordinal))], new ProjectOptions(("ZStackGenInclude", include)));
        Assert.DoesNotContain(run.Diagnostics, static found => found.Id == "ZSG2005");
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("ZStack.Api.RemoveDiskAction"));
        Assert.Null(run.Compilation.GetTypeByMetadataName("ZStack.Api.DeleteDiskAction"));
    }

    [Fact]
    public void A_category_can_contain_a_number_sign_which_the_targets_replace()
    {
        GeneratorRun run = GeneratorRun.On([.. SamplePages.Disks, ("/project/specs/c# work/DeleteDisk.md", SamplePages.DeleteDisk.Replace("DeleteDisk", "RemoveDisk", StringComparison.Ordinal))], new ProjectOptions(("ZStackGenInclude", "category:c\uff03?work"), ("ZStackGenExclude", "a\uff03b")));
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("ZStack.Api.RemoveDiskAction"));
        Assert.Null(run.Compilation.GetTypeByMetadataName("ZStack.Api.DeleteDiskAction"));
        Assert.Contains("'a#b'", Assert.Single(run.Diagnostics, static found => found.Id == "ZSG2005").GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void An_included_name_without_a_page_is_a_warning()
    {
        GeneratorRun run = GeneratorRun.On(SamplePages.Disks, new ProjectOptions(("ZStackGenInclude", "DeleteDiskAction|createdisk|Frob*"), ("ZStackGenExclude", "CreateDisk|Nothing*")));
        Assert.Equal(
            ["ZStackGenInclude contains 'DeleteDiskAction', which matches no API of the pages", "ZStackGenInclude contains 'Frob*', which matches no API of the pages"],
            run.Diagnostics.Where(found => found.Id == "ZSG2008").Select(found => found.GetMessage(CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal));
        Assert.All(run.Diagnostics.Where(found => found.Id == "ZSG2008"), found => Assert.Equal(DiagnosticSeverity.Warning, found.Severity));
    }

    [Fact]
    public void Omit_removes_members_newer_than_the_target_version()
    {
        GeneratorRun run = GeneratorRun.On(SamplePages.Disks, new ProjectOptions(("ZStackGenTargetVersion", "3.1.0"), ("ZStackGenTargetVersionMode", "Omit"))).CompilesWithoutWarnings();
        INamedTypeSymbol action = run.Compilation.GetTypeByMetadataName("ZStack.Api.CreateDiskAction")!;
        Assert.Single(action.GetMembers("Format"));
        Assert.Empty(action.GetMembers("TagUuids"));
        INamedTypeSymbol disk = run.Compilation.GetTypeByMetadataName("ZStack.Api.DiskInventory")!;
        Assert.Single(disk.GetMembers("Parts"));
        Assert.Empty(disk.GetMembers("Labels"));
    }

    [Theory]
    [InlineData("ZStackGenAccessibility", "pubic", "ZSG2002", "public")]
    [InlineData("ZStackGenTargetVersionMode", "Eror", "ZSG2004", "Error")]
    [InlineData("ZStackGenPreCompilation", "of", "ZSG2006", "off")]
    [InlineData("ZStackGenInclude", "CreateDsik", "ZSG2008", "CreateDisk")]
    [InlineData("ZStackGenInclude", "category:dsik", "ZSG2008", "category:disk")]
    public void A_misspelled_value_is_reported_with_the_intended_one(string option, string value, string rule, string meant)
    {
        GeneratorRun run = GeneratorRun.On(SamplePages.Disks, new ProjectOptions((option, value)));
        Diagnostic diagnostic = Assert.Single(run.Diagnostics, found => found.Id == rule);
        string message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("'" + value + "'", message, StringComparison.Ordinal);
        Assert.Contains("(did you mean '" + meant + "'?)", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Internal_types_are_internal()
    {
        GeneratorRun run = GeneratorRun.On(SamplePages.Disks, new ProjectOptions(("ZStackGenAccessibility", "Internal"))).CompilesWithoutWarnings();
        Assert.Equal(Accessibility.Internal, run.Compilation.GetTypeByMetadataName("ZStack.Api.CreateDiskAction")!.DeclaredAccessibility);
        Assert.Equal(Accessibility.Internal, run.Compilation.GetTypeByMetadataName("ZStack.Api.DiskInventory")!.DeclaredAccessibility);
    }

    [Theory]
    [InlineData("ZStack", "ZStack.CreateDiskAction")]
    [InlineData("System.Text", "System.Text.CreateDiskAction")]
    [InlineData("My.ZStack.Array.String", "My.ZStack.Array.String.CreateDiskAction")]
    public void A_namespace_may_contain_parts_that_generated_code_uses(string name, string type)
    {
        GeneratorRun run = GeneratorRun.On(SamplePages.Disks, new ProjectOptions(("ZStackGenNamespace", name))).CompilesWithoutWarnings();
        Assert.NotNull(run.Compilation.GetTypeByMetadataName(type));
    }

    [Theory]
    [InlineData("C:\\src\\app\\", "C:\\src\\app\\specs\\disk\\DeleteDisk.md", "", true)]
    [InlineData("/src/app/", "/src/app/specs/disk/DeleteDisk.txt", "", true)]
    [InlineData("/src/app/", "/src/app/docs/DeleteDisk.md", "", false)]
    [InlineData("/src/app/", "/src/app/specs/README.md", "", false)]
    [InlineData("/src/app/", "/src/app/specs/_draft.md", "", false)]
    [InlineData("/src/app/", "/src/app/specs/disk/DeleteDisk.cs", "", false)]
    [InlineData("/src/app/", "/src/shared/pages/DeleteDisk.md", "../shared/**/*.md", true)]
    [InlineData("/src/app/", "/elsewhere/DeleteDisk.md", "/elsewhere/*.md|specs/**/*.md", true)]
    [InlineData("/src/app/", "/elsewhere/deep/DeleteDisk.md", "/elsewhere/*.md", false)]
    [InlineData("", "/src/app/specs/disk/DeleteDisk.md", "", true)]
    public void The_globs_of_Specs_select_the_pages(string projectFolder, string path, string globs, bool isPage)
    {
        GeneratorRun run = GeneratorRun.On([(path, SamplePages.DeleteDisk)], new ProjectOptions(("ProjectDir", projectFolder), ("ZStackGenSpecs", globs)));
        Assert.Equal(isPage, run.Compilation.GetTypeByMetadataName("ZStack.Api.DeleteDiskAction") is not null);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp8)]
    public void A_language_version_before_9_is_one_error_and_no_code(LanguageVersion language)
    {
        GeneratorRun run = GeneratorRun.On(SamplePages.Disks, new ProjectOptions(), language, language == LanguageVersion.CSharp8 ? NullableContextOptions.Enable : NullableContextOptions.Disable);
        Assert.Empty(run.Result.GeneratedSources);
        Assert.Equal("ZSG2007", Assert.Single(run.Diagnostics).Id);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp9, NullableContextOptions.Disable)]
    [InlineData(LanguageVersion.CSharp10, NullableContextOptions.Enable)]
    [InlineData(LanguageVersion.CSharp11, NullableContextOptions.Disable)]
    [InlineData(LanguageVersion.Latest, NullableContextOptions.Enable)]
    [InlineData(LanguageVersion.Preview, NullableContextOptions.Enable)]
    public void Every_language_version_from_9_on_compiles_the_repository_specs(LanguageVersion language, NullableContextOptions nullable)
        => GeneratorRun.On(SamplePages.Repository(), new ProjectOptions(), language, nullable).CompilesWithoutWarnings();

    [Fact]
    public void Required_is_used_only_if_the_framework_supports_it()
    {
        (string, string)[] options = [("TargetFrameworkIdentifier", ".NETStandard"), ("TargetFrameworkVersion", "v2.0")];
        GeneratorRun run = GeneratorRun.On(SamplePages.Disks, new ProjectOptions(options)).CompilesWithoutWarnings();
        Assert.DoesNotContain("required", run.Source("Api.disk.g.cs"), StringComparison.Ordinal);
        Assert.Contains("public required string Name", GeneratorRun.On(SamplePages.Disks, new ProjectOptions()).Source("Api.disk.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("off")]
    public void Both_outputs_produce_the_same_files_once(string mode)
    {
        GeneratorRun run = GeneratorRun.On(SamplePages.Disks, new ProjectOptions(("ZStackGenPreCompilation", mode))).CompilesWithoutWarnings();
        Assert.Equal(["Api.disk.g.cs", "Types.D.g.cs"], run.Result.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal));
    }
}
