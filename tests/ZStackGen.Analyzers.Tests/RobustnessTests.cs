using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;
using ZStackGen.Analyzers.Tests.Support;
using ZStackGen.Generator.Analysis;

namespace ZStackGen.Analyzers.Tests;

/// <summary>Analyzers run while the code is written: over what does not compile, and over what is large.</summary>
public sealed class RobustnessTests
{
    private const string Program = """
        var label = client.ServerVersion >= ZStackVersion.V5_0 ? disk.Label : null;
                if (client is { ServerVersion: { } v } && v.CompareTo(ZStackVersion.V5_0) >= 0 || IsNew(client)) { Do(() => Use(disk.Parent?.Label)); }
                switch (client.ServerVersion) { case { } w when w >= ZStackVersion.Parse("5.1"): Use(nameof(disk.Parent)); break; default: return; }
                try { foreach (var d in disks) Use(new Disk { Label = d.Label, Parent = { Old = "a" } }); } catch (Exception e) when (e is not null) { throw; } finally { Inner(); }
                await client.StartAsync(new CreateDiskAction { Label = "a" }); client.TryCallAsync(new CreateTagAction());
                Use(client.Query(Disk.Query.Where(f => f.Name == "a" & f.Name == "b" & f.State == "On"))); Use((await client.Query(Disk.Query).ToListAsync()).Count);
                Use(ZStackCredential.Password("admin", "password")); void Inner() => Use(disk.Label);
        --- [ZStackVersionGuard("5.0")] static bool IsNew(IZStackClient c) => c.ServerVersion > ZStackVersion.V4_8;
        [RequiresZStack("5.0")] class Mine : Tag { [Note(Text = nameof(Disk.Label))] public override void Grow() => base.Grow(); }
        """;

    [Fact]
    public async Task Code_that_does_not_compile_stops_no_analyzer()
    {
        string whole = UserProgram.Of(Program);
        int start = whole.IndexOf("var label", StringComparison.Ordinal);
        for (int length = start; length < whole.Length; length += 23)
        {
            ImmutableArray<Diagnostic> found = await AnalyzeAsync(whole[..length]);
            Assert.DoesNotContain(found, static diagnostic => diagnostic.Id == "AD0001");
        }

        // The whole program is right, and the test would prove nothing if it had no findings.
        ImmutableArray<Diagnostic> all = await AnalyzeAsync(whole);
        Assert.Superset(new HashSet<string> { "ZSG3001", "ZSG3010", "ZSG3012", "ZSG3013", "ZSG3014" }, all.Select(static diagnostic => diagnostic.Id).ToHashSet());
    }

    [Fact]
    public async Task A_text_of_thousands_of_parts_does_not_overflow_the_stack()
    {
        var text = new StringBuilder("string text = disk.Label");
        for (int i = 0; i < 3000; i++)
            text.Append(" + disk.Name");
        ImmutableArray<Diagnostic> found = await AnalyzeAsync(UserProgram.Of(text + ";"));
        Assert.Equal("ZSG3001", Assert.Single(found).Id);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("try { try { ", " } finally { Use(flag); } } catch (Exception) { }")]
    public async Task A_method_of_thousands_of_branches_is_followed(string before, string after)
    {
        var text = new StringBuilder(before);
        for (int i = 0; i < 1500; i++)
            text.Append("bool b").Append(i).Append(" = flag && client.ServerVersion >= ZStackVersion.V5_0 || Other(); if (flag) Use(b").Append(i).Append("); ");
        ImmutableArray<Diagnostic> found = await AnalyzeAsync(UserProgram.Of(text + "Use(disk.Label); if (client.ServerVersion >= ZStackVersion.V5_0) Use(disk.Label);" + after));
        Assert.Equal("ZSG3001", Assert.Single(found).Id);
    }

    [Theory]
    [InlineData("3.0", false)]
    [InlineData("4.0", true)]
    public async Task With_a_target_version_the_compiler_does_not_report_what_is_removed(string target, bool isReported)
    {
        ImmutableArray<Diagnostic> found = await AnalyzeAsync(UserProgram.Of("Use(disk.Old);"), target);
        Assert.Equal(isReported ? ["ZSG3002"] : [], found.Select(static diagnostic => diagnostic.Id));
    }

    [Fact]
    public async Task Without_a_target_version_the_compiler_reports_it() =>
        Assert.Equal(["CS0618"], (await AnalyzeAsync(UserProgram.Of("Use(disk.Old);"), "")).Select(static diagnostic => diagnostic.Id));

    /// <summary>The compiler's warnings and the analyzers' findings, without what is suppressed.</summary>
    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source, string target = "3.0")
    {
        var compilation = CSharpCompilation.Create(
            "User",
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp12), cancellationToken: TestContext.Current.CancellationToken)],
            References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        ImmutableArray<DiagnosticAnalyzer> analyzers =
        [
            new TargetVersionAnalyzer(), new NeedlessGuardAnalyzer(), new UnusedCallAnalyzer(), new EmptyConditionAnalyzer(), new SecretLiteralAnalyzer(),
            new ListForCountAnalyzer(), new DeprecationSuppressor(),
        ];
        ImmutableArray<Diagnostic> found = await compilation
            .WithAnalyzers(analyzers, new AnalyzerOptions([], new ProjectProperties(("build_property.ZStackGenTargetVersion", target))))
            .GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.Where(static diagnostic => !diagnostic.IsSuppressed && (diagnostic.Id.StartsWith("ZSG", StringComparison.Ordinal) || diagnostic.Id is "AD0001" or "CS0618"))];
    }
}
