using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using ZStackGen.Analyzers.Tests.Support;
using ZStackGen.Generator.Analysis;

namespace ZStackGen.Analyzers.Tests;

/// <summary>A project can be told the lowest version that it needs.</summary>
public sealed class LowestVersionTests
{
    private const string On = "build_property.ZStackGenReportLowestVersion = true";

    [Fact]
    public Task It_is_the_latest_version_that_something_outside_of_guards_needs() => ReportAsync(
        "Use(disk.Load); Use(disk.Label); if (client.ServerVersion >= ZStackVersion.V5_1) Use(disk.Parent);", "", "5.0.0", "Disk.Label");

    [Fact]
    public Task It_does_not_depend_on_the_target() => ReportAsync("Use(disk.Load); Use(Mode.Thin);", "4.0", "4.0.0", "Disk.Load");

    [Fact]
    public Task Of_several_symbols_the_first_one_is_named() => ReportAsync("Use(disk.Label); Use(Mode.Thick); Use(disk.Size);", "5.0", "5.0.0", "Disk.Label");

    [Fact]
    public Task A_marked_member_needs_nothing_itself_but_its_caller_does() => ReportAsync(
        "M(disk); --- [RequiresZStack(\"5.1\")] static void M(Disk disk) => Use(disk.Parent);", "", "5.1", "Program.M(Disk)");

    [Fact]
    public Task A_type_in_a_signature_counts() => ReportAsync("Use(disk.Load); --- static void M(List<Tag> tags) { }", "", "5.0.0", "Tag");

    [Theory]
    [InlineData("Use(disk.Label);", "build_property.ZStackGenReportLowestVersion = false")]
    [InlineData("Use(disk.Label);", "")]
    [InlineData("Use(disk.Early); Use(disk.Mistyped);", On)]
    public Task Otherwise_nothing_is_reported(string statements, string properties) => AnalyzerRun<TargetVersionAnalyzer>.MethodAsync(statements, "", properties);

    private static Task ReportAsync(string statements, string target, string version, string symbol) => AnalyzerRun<TargetVersionAnalyzer>.FileAsync(
        UserProgram.Of(statements), target, On, [new DiagnosticResult("ZSG3004", DiagnosticSeverity.Info).WithArguments(version, symbol)]);
}
