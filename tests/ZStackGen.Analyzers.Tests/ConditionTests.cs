using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using ZStackGen.Analyzers.Tests.Support;
using ZStackGen.Generator.Analysis;

namespace ZStackGen.Analyzers.Tests;

/// <summary>Conditions of queries that no resource can meet.</summary>
public sealed class ConditionTests
{
    public static IEnumerable<TheoryDataRow<string>> Cases { get; } =
    [
        new("f.Name == \"a\" & {|ZSG3012:f.Name == \"b\"|}"),
        new("f.Name == \"a\" & f.Load > 1 & {|ZSG3012:f.Name == \"b\"|}"),
        new("(f.Name == \"a\").And({|ZSG3012:f.Name == \"b\"|})"),
        new("f.Name == \"a\" & {|ZSG3012:f.Name != \"a\"|}"),
        new("f.Name == null & {|ZSG3012:f.Name == \"a\"|}"),
        new("f.Name == null & {|ZSG3012:f.Name != null|}"),
        new("f.Load == 1 & {|ZSG3012:f.Load > 1|}"),
        new("f.Load > 5 & {|ZSG3012:f.Load < 3|}"),
        new("f.Load > 5 & {|ZSG3012:f.Load <= 5|}"),
        new("f.State == \"Enabled\" & {|ZSG3012:f.State == \"Disabled\"|}"),
        new("f.State == {|ZSG3012:\"Enabeld\"|}"),
        new("f.State.In({|ZSG3012:\"Running\"|}, \"enabled\")"),
        new("f.State == Disk.StateValue.Enabled & {|ZSG3012:f.State == Disk.StateValue.Disabled|}"),
        new("f.State == Disk.StateValue.Enabled & {|ZSG3012:f.State == \"Disabled\"|}"),
        new("f.State == \"Disabled\" & {|ZSG3012:f.State == Disk.StateValue.Enabled|}"),
        new("f.State == Disk.StateValue.Enabled & {|ZSG3012:f.State != Disk.StateValue.Enabled|}"),
        new("f.Name.EqualTo(\"a\") & {|ZSG3012:f.Name.EqualTo(\"b\")|}"),
        new("f.Load.GreaterThan(5).And({|ZSG3012:f.Load.LessThanOrEqualTo(5)|})"),
        new("f.Name.IsNull() & {|ZSG3012:f.Name == \"a\"|}"),
        new("f.State.EqualTo({|ZSG3012:\"Enabeld\"|})"),
        new("f.Name.In(\"a\", \"b\") & {|ZSG3012:f.Name == \"c\"|}"),
        new("f.Name.In(\"a\", \"b\") & {|ZSG3012:f.Name.In(new[] { \"c\", \"d\" })|}"),
        new("f.Name.In([\"a\", \"b\"]) & {|ZSG3012:f.Name.IsNull()|}"),
        new("f.Load.In(1, 2) & {|ZSG3012:f.Load > 5|}"),
        new("f.Name == \"a\" & {|ZSG3012:f.Name.NotIn(\"a\", \"b\")|}"),
        new("f.State.In([{|ZSG3012:\"Running\"|}, \"Enabled\"])"),
        new("f.State.In(new List<Disk.StateValue> { \"Enabled\", {|ZSG3012:\"Running\"|} })"),
        new("f.Name.In(\"a\", \"b\") & f.Name == \"B\" & f.Name.In(\"b\", \"c\") & f.Name.NotIn(\"a\")"),
        new("f.Name.In(\"a\", disk.Name!) & f.Name == \"c\""),
        new("f.Name.In([\"a\", .. disks.Select(d => d.Name!)]) & f.Name == \"c\""),
        new("f.Load.In(1, 9) & f.Load > 5"),
        new("f.Name.In() & f.Name == \"c\""),
        new("f.State == Disk.StateValue.Enabled & f.State == \"enabled\" & f.State != Disk.StateValue.Disabled"),
        new("f.Name == \"a\" | f.Name == \"b\""),
        new("f.Name == \"a\" & f.Name == \"A\""),
        new("f.Name == \"a\" & f.Name != \"b\""),
        new("f.Name != \"a\" & f.Name != \"b\""),
        new("f.Name == \"a\" & f.Label == \"b\""),
        new("f.Name == \"a\" & f.Name == disk.Name"),
        new("f.Name == \"a\" & (f.Name == \"b\" | f.Load == 1)"),
        new("f.Name > \"a\" & f.Name < \"b\""),
        new("f.Load > 1 & f.Load < 3 & f.Load != 2"),
        new("f.Load >= 5 & f.Load <= 5"),
        // One of several parts or tags may meet the one, another the other.
        new("f.Parent.Name == \"a\" & f.Parent.Name == \"b\""),
        new("f.UserTag == \"a\" & f.UserTag == \"b\""),
        new("f.State == \"Enabled\" | f.State == \"PAUSED\" | f.State != \"Other\" | f.State == Disk.StateValue.Enabled"),
    ];

    public static IEnumerable<TheoryDataRow<string>> Queries { get; } =
    [
        new("Use(Disk.Query.Where(f => f.State == \"Enabled\").Where(f => {|ZSG3012:f.State == \"Disabled\"|}));"),
        new("Use(Disk.Query.Where(f => f.Name == \"a\").OrderBy(f => f.Name).Take(3).Where(x => x.Load > 1 & {|ZSG3012:x.Name.In(\"b\")|}));"),
        new("var query = Disk.Query.Where(f => f.Name == \"a\"); Use(query.Where(f => f.Load > 1).Where(f => {|ZSG3012:f.Name == \"b\"|}));"),
        new("Use(Disk.Query.Where(f => f.Name == \"a\").Where(f => { return {|ZSG3012:f.Name == null|}; }));"),
        new("var query = Disk.Query.Where(f => f.Name == \"a\"); if (flag) query = Disk.Query; Use(query.Where(f => f.Name == \"b\"));"),
        new("Use(Disk.Query.Where(f => f.Name == \"a\" | f.Load > 1).Where(f => f.Name == \"b\"));"),
        new("Use(Disk.Query.Where(f => f.Load > 1).Where(f => f.Load < 5)); Use(disks.Where(d => d.Name == \"a\").Where(d => d.Name == \"b\"));"),
        new("var state = {|CS0841:state|} ?? \"Enabeld\"; Use(Disk.Query.Where(f => f.State == state));"),
        new("var state = \"Enabeld\"; Use(Disk.Query.Where(f => f.State == {|ZSG3012:state|})); string[] states = [\"On\"]; Use(Disk.Query.Where(f => f.Name.In(states) & {|ZSG3012:f.Name == \"Off\"|}));"),
        new("var state = \"Enabeld\"; Do(() => state = \"Enabled\"); Use(Disk.Query.Where(f => f.State == state));"),
    ];

    [Theory]
    [MemberData(nameof(Queries))]
    public Task Conditions_of_a_whole_query_are_compared(string statements) => AnalyzerRun<EmptyConditionAnalyzer>.MethodAsync(statements);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_condition_that_matches_nothing_is_reported(string condition) =>
        AnalyzerRun<EmptyConditionAnalyzer>.MethodAsync("Use(client.Query(Disk.Query.Where(f => " + condition + ")));");

    [Fact]
    public Task The_messages_name_the_comparisons_and_the_values() => AnalyzerRun<EmptyConditionAnalyzer>.FileAsync(
        UserProgram.Of("Use(Disk.Query.Where(f => f.Name == \"a\" & {|#0:f.Name == \"b\"|})); Use(Disk.Query.Where(f => f.State == {|#1:\"On\"|}));"),
        expected:
        [
            new DiagnosticResult("ZSG3012", DiagnosticSeverity.Warning).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithArguments("No resource meets both 'f.Name == \"a\"' and 'f.Name == \"b\"'"),
            new DiagnosticResult("ZSG3012", DiagnosticSeverity.Warning).WithLocation(1).WithArguments("The documentation does not list the value 'On' of 'State'; it lists Enabled, Disabled, Paused"),
        ]);
}
