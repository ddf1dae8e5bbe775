using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using ZStackGen.Analyzers.Tests.Support;
using ZStackGen.Generator.Analysis;

namespace ZStackGen.Analyzers.Tests;

/// <summary>Every way to use a symbol that the target version does not have is reported.</summary>
public sealed class UseTests
{
    public static IEnumerable<TheoryDataRow<string>> Members { get; } =
    [
        Case("property", "Use({|ZSG3001:disk.Label|}); {|ZSG3001:disk.Load|} = 1; Use(disk.Name);"),
        Case("object initializer", "Use(new Disk { Name = \"a\", {|ZSG3001:Label|} = \"b\" });"),
        Case("nested object initializer", "Use(new Disk { {|ZSG3001:Parent|} = { {|ZSG3001:Label|} = \"b\" } });"),
        Case("conditional access", "Disk? maybe = disk; Use(maybe?{|ZSG3001:.Label|});"),
        Case("property pattern", "if (disk is { {|ZSG3001:Label|}: \"a\" }) return; if (disk is { {|ZSG3001:{|ZSG3001:Parent|}.Label|}: null }) return;"),
        Case("nameof a member", "Use(nameof({|ZSG3001:disk.Label|})); Use(nameof({|ZSG3001:Disk.Parent|}));"),
        Case("nameof a type", "Use(nameof({|ZSG3001:Tag|}));"),
        Case("field, event and method", "Use({|ZSG3001:disk.Size|}); {|ZSG3001:disk.Changed|} += null; {|ZSG3001:disk.Grow()|}; Do({|ZSG3001:disk.Grow|});"),
        Case("static method", "Use({|ZSG3001:Disk.Format(1)|});"),
        Case("enumeration value", "Use({|ZSG3001:Mode.Thick|}); Use(Mode.Thin); if (Mode.Thin is {|ZSG3001:Mode.Thick|}) return;"),
        Case("open enumeration value", "Use({|ZSG3001:Disk.StateValue.Paused|}); Use(Disk.StateValue.Enabled);"),
        Case("system tag", "Use({|ZSG3001:CreateDiskAction.SystemTag.Pool(\"a\")|}); Use(CreateDiskAction.SystemTag.Boot());"),
        Case("query field", "Use(client.Query(Disk.Query.Where(f => {|ZSG3001:f.Label|} == \"a\" & f.Name == \"b\").OrderBy(f => {|ZSG3001:f.Load|})));"),
        Case("query field of a part", "Use(client.Query(Disk.Query.Where(f => {|ZSG3001:{|ZSG3001:f.Parent|}.Label|} == \"a\")));"),
        Case("query field behind a guard", "if (client.ServerVersion >= ZStackVersion.V5_1) Use(client.Query(Disk.Query.Where(f => f.Parent.Label == \"a\")));"),
        Case("result", "var result = await client.CallAsync(new CreateDiskAction()); Use({|ZSG3001:result.Inventory|});"),
        Case("object creation", "Use({|ZSG3001:new Tag()|}); Tag tag = {|ZSG3001:new()|}; Use(tag.Color);"),
        Case("a new type's own initializer is reported once", "Use({|ZSG3001:new Tag { Color = Tag.None.Color }|});"),
        Case("static member of a new type", "Use({|ZSG3001:Tag.None|}); Use({|ZSG3001:CreateTagAction.KindValue.Red|});"),
        Case("typeof", "Use({|ZSG3001:typeof(Tag)|}); Use({|ZSG3001:typeof(List<Tag>)|}); Use({|ZSG3001:typeof(CreateTagAction.Result)|});"),
        Case("cast and as", "object o = disk; Use({|ZSG3001:(Tag)o|}); Use({|ZSG3001:o as Tag|});"),
        Case("is and patterns", "object o = disk; Use({|ZSG3001:o is Tag|}); if (o is {|ZSG3001:Tag t|}) Use(t); Use(o switch { {|ZSG3001:Tag|} => 1, _ => 2 }); if (o is {|ZSG3001:Tag { Name: \"a\" }|}) return;"),
        Case("generic argument of a method", "Use({|ZSG3001:disks.OfType<Tag>()|}); Use({|ZSG3001:client.ResumeJob<CreateTagAction.Result>(\"a\")|});"),
        Case("generic argument of a type", "Use({|ZSG3001:new List<Tag>()|}); Use({|ZSG3001:new Tag[1]|}); Use({|ZSG3001:default(CreateTagAction.KindValue)|});"),
        Case("interpolation, deconstruction and tuples", "Use($\"{{|ZSG3001:disk.Label|}}\"); (var a, var b) = ({|ZSG3001:disk.Label|}, disk.Name); Use((a, b));"),
        Case("overriding", "Use(new Mine()); {|ZSG3001:new Mine().Grow()|}; --- class Mine : Disk { public override void Grow() => {|ZSG3001:base.Grow()|}; }"),
        Case("field initializer and default value", "--- static readonly string? s_label = {|ZSG3001:new Disk().Label|}; static string? Label { get; } = {|ZSG3001:new Disk().Label|}; static void Take(Mode mode = {|ZSG3001:Mode.Thick|}) { }"),
        Case("expression body, accessor and constructor", "--- class Mine { string? _l = \"\"; public Mine(string? l) => _l = l; public Mine(Disk d) : this({|ZSG3001:d.Label|}) { _l = {|ZSG3001:d.Label|}; } string? this[Disk d] => {|ZSG3001:d.Label|}; public static string? operator +(Mine m, Disk d) => {|ZSG3001:d.Label|}; }"),
        Case("base list", "--- class Mine : {|ZSG3001:Tag|} { } class Other2 : List<Disk>, IEquatable<{|ZSG3001:Tag|}> { public bool Equals({|ZSG3001:Tag|}? other) => false; } class Fine : Disk { }"),
        Case("attribute", "--- [{|ZSG3001:Mark|}] class Mine { [{|ZSG3001:Mark|}] void M([{|ZSG3001:Mark|}] int p) { } [{|ZSG3001:Mark|}] int _f = 0; }"),
        Case("typeof, nameof and names in attributes", "--- [Note({|ZSG3001:typeof(Tag)|})] class Mine { [Note(nameof({|ZSG3001:Disk.Label|}))] void M() { } [Note({|ZSG3001:Text|} = \"a\")] int _f = 0; }"),
        Case("a class that is only called QueryFields", "Use(new Mine.QueryFields().Label); --- class Mine { [Since(\"5.0\")] public string? Label { get; set; } public class QueryFields { public string? Label => null; } }"),
        Case("unknown and mistyped versions", "Use(disk.Early); Use(disk.Mistyped);"),
        Case("dead code", "\n#pragma warning disable CS0162\nreturn; Use(disk.Label);"),
    ];

    public static IEnumerable<TheoryDataRow<string>> Requirements { get; } =
    [
        Case("inside a marked method", "--- [RequiresZStack(\"5.0.0\")] static void M(Disk disk) { Use(disk.Label); Use({|ZSG3001:disk.Parent|}); Do(() => Use(disk.Label)); }"),
        Case("inside a marked type", "--- [RequiresZStack(\"5.0\")] class Mine { string? _l = new Disk().Label; void M(Disk d) => Use(d.Label); class Inner { void N(Disk d) => Use(d.Label); } }"),
        Case("inside a marked property", "--- [RequiresZStack(\"5.0\")] static string? P { get => new Disk().Label; set => new Disk().Label = value; }"),
        Case("a lower mark", "--- [RequiresZStack(\"4.9\")] static void M(Disk disk) => Use({|ZSG3001:disk.Label|});"),
        Case("a mark without a version", "--- [RequiresZStack(null!)] static void M(Disk disk) => Use({|ZSG3001:disk.Label|});"),
        Case("callers of a marked method", "{|ZSG3001:M()|}; Do({|ZSG3001:M|}); if (client.ServerVersion >= ZStackVersion.V5_0) M(); --- [RequiresZStack(\"5.0.0\")] static void M() { }"),
        Case("callers that are marked themselves", "--- [RequiresZStack(\"5.0.0\")] static void M() { } [RequiresZStack(\"5.1\")] static void N() => M(); [RequiresZStack(\"4.0\")] static void O() => {|ZSG3001:M()|};"),
        Case("a marked type", "Use({|ZSG3001:new Mine()|}); Use({|ZSG3001:Mine.Make()|}); --- [RequiresZStack(\"5.0\")] class Mine { public static Mine Make() => new(); }"),
        Case("a base that is marked", "--- [RequiresZStack(\"5.0\")] class Mine { } class Derived : {|ZSG3001:Mine|} { } [RequiresZStack(\"5.0\")] class Fine : Mine { }"),
        Case("a marked local function", "{|ZSG3001:M()|}; [RequiresZStack(\"5.0\")] void M() => Use(disk.Label);"),
    ];

    public static IEnumerable<TheoryDataRow<string, string>> Gone { get; } =
    [
        Gone2("removed at the target", "3.6", "Use({|ZSG3002:disk.Old|});"),
        Gone2("removed before the target", "4.0", "Use({|ZSG3002:disk.Old|});"),
        Gone2("removed after the target", "3.5", "Use(disk.Old);"),
        Gone2("removed for servers behind a guard", "3.5", "Use(disk.Old); if (client.ServerVersion >= ZStackVersion.V4_0) Use({|ZSG3002:disk.Old|});"),
        Gone2("removed query field", "4.0", "Use(Disk.Query.Where(f => {|ZSG3002:f.Old|} == \"a\"));"),
        Gone2("removed in an initializer and a pattern", "4.0", "Use(new Disk { {|ZSG3002:Old|} = \"a\" }); if (disk is { {|ZSG3002:Old|}: null }) return;"),
        Gone2("deprecated", "4.0", "Use({|ZSG3002:disk.Aging|});"),
        Gone2("not yet deprecated", "3.10.40", "Use(disk.Aging);"),
        Gone2("deprecated, then removed", "5.0", "Use({|ZSG3002:disk.Passing|});"),
        Gone2("newer and removed at once", "2.0", "Use({|ZSG3001:disk.Passing|}); if (client.ServerVersion >= ZStackVersion.V5_0) Use({|ZSG3002:disk.Passing|});"),
    ];

    [Theory]
    [MemberData(nameof(Members))]
    public Task A_use_of_a_newer_symbol_is_reported(string statements) => AnalyzerRun<TargetVersionAnalyzer>.MethodAsync(statements);

    [Theory]
    [MemberData(nameof(Requirements))]
    public Task A_mark_grants_a_version_inside_and_asks_for_it_outside(string statements) => AnalyzerRun<TargetVersionAnalyzer>.MethodAsync(statements);

    [Theory]
    [MemberData(nameof(Gone))]
    public Task A_use_of_what_is_gone_is_reported(string target, string statements) => AnalyzerRun<TargetVersionAnalyzer>.MethodAsync(statements, target);

    [Fact]
    public Task The_message_names_symbol_and_versions() => AnalyzerRun<TargetVersionAnalyzer>.FileAsync(
        UserProgram.Of("Use({|#0:disk.Label|}); {|#1:M()|}; --- [RequiresZStack(\"4.5\")] static void M() { }"),
        expected:
        [
            new DiagnosticResult("ZSG3001", DiagnosticSeverity.Warning).WithLocation(0).WithArguments("Disk.Label", "came with", "5.0.0", "3.0"),
            new DiagnosticResult("ZSG3001", DiagnosticSeverity.Warning).WithLocation(1).WithArguments("Program.M()", "requires", "4.5", "3.0"),
        ]);

    [Fact]
    public Task The_message_names_what_replaces_a_removed_symbol() => AnalyzerRun<TargetVersionAnalyzer>.FileAsync(
        UserProgram.Of("Use({|#0:disk.Old|}); Use({|#1:disk.Aging|});"),
        "4.7",
        expected:
        [
            new DiagnosticResult("ZSG3002", DiagnosticSeverity.Warning).WithLocation(0).WithArguments("Disk.Old", "was removed in", "3.6.0", "4.7", "; use Name"),
            new DiagnosticResult("ZSG3002", DiagnosticSeverity.Warning).WithLocation(1).WithArguments("Disk.Aging", "is deprecated since", "4.0.0", "4.7", ""),
        ]);

    [Theory]
    [InlineData("")]
    [InlineData("4.7.x")]
    [InlineData("-1")]
    [InlineData("zsv 4.1.6")]
    [InlineData("1.2.3.4.5")]
    [InlineData("99999999999")]
    public Task Without_a_valid_target_nothing_is_reported(string target) => AnalyzerRun<TargetVersionAnalyzer>.MethodAsync("Use(disk.Label); Use(disk.Old);", target);

    [Fact]
    public Task A_target_newer_than_all_has_everything() => AnalyzerRun<TargetVersionAnalyzer>.MethodAsync("Use(disk.Label); Use(disk.Parent); Use({|ZSG3002:disk.Old|});", "99.0");

    [Theory]
    [InlineData("5.0")]
    [InlineData("5.0.0")]
    [InlineData("5.0.0.1")]
    [InlineData("05.0")]
    public Task A_target_of_the_same_version_has_it(string target) => AnalyzerRun<TargetVersionAnalyzer>.MethodAsync("Use(disk.Label);", target);

    [Fact]
    public Task In_error_mode_what_is_newer_or_removed_is_an_error() => AnalyzerRun<TargetVersionAnalyzer>.FileAsync(
        UserProgram.Of("Use({|#0:disk.Label|}); Use({|#1:disk.Old|}); Use({|#2:disk.Aging|});"),
        "4.7",
        "build_property.ZStackGenTargetVersionMode = error",
        [
            new DiagnosticResult("ZSG3001", DiagnosticSeverity.Error).WithLocation(0).WithArguments("Disk.Label", "came with", "5.0.0", "4.7"),
            new DiagnosticResult("ZSG3002", DiagnosticSeverity.Error).WithLocation(1).WithArguments("Disk.Old", "was removed in", "3.6.0", "4.7", "; use Name"),
            new DiagnosticResult("ZSG3002", DiagnosticSeverity.Warning).WithLocation(2).WithArguments("Disk.Aging", "is deprecated since", "4.0.0", "4.7", ""),
        ]);

    [Fact]
    public Task A_marked_assembly_takes_its_version_for_granted() => AnalyzerRun<TargetVersionAnalyzer>.FileAsync(
        UserProgram.Of("Use(disk.Label); Use({|ZSG3001:disk.Parent|}); --- class Mine : Tag { }")
            .Replace("static class Program", "[assembly: RequiresZStack(\"5.0.0\")]\nstatic class Program", StringComparison.Ordinal));

    [Fact]
    public Task A_library_that_is_marked_asks_its_users_for_the_version() => AnalyzerRun<TargetVersionAnalyzer>.FileAsync(
        "class User { object Make({|ZSG3001:Tools.Tool|} tool) { tool.Work(); return {|ZSG3001:new Tools.Tool()|}; } }",
        references: [References.Compile("Tools", "[assembly: ZStack.RequiresZStack(\"5.0\")] namespace Tools { public class Tool { public void Work() { } } }")]);

    private static TheoryDataRow<string> Case(string name, string statements) => new(statements) { TestDisplayName = name };

    private static TheoryDataRow<string, string> Gone2(string name, string target, string statements) => new(target, statements) { TestDisplayName = name };
}
