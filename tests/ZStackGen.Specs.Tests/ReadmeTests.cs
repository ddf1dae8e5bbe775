using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Xunit;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>specs/README.md agrees with the code.</summary>
public sealed class ReadmeTests
{
    private static readonly string s_readme = File.ReadAllText(Path.Combine(SourceTree.Root, "specs", "README.md")).Replace("\r\n", "\n", StringComparison.Ordinal);

    private static readonly FindingRule[] s_rules = [.. typeof(FindingRules).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(FindingRule)).Select(f => (FindingRule)f.GetValue(null)!).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    [Fact]
    public void The_table_of_findings_matches_the_code()
    {
        string[] rows = [.. s_readme.Split('\n').Where(line => line.StartsWith("| ZSG", StringComparison.Ordinal))];
        Assert.Equal(s_rules.Select(rule => $"| {rule.Id} | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Title} | {rule.Cause} | {rule.Fix} |"), rows);
    }

    [Fact]
    public void Every_rule_has_a_unique_id_a_cause_and_a_fix()
    {
        Assert.Equal(s_rules.Length, s_rules.Select(rule => rule.Id).Distinct().Count());
        Assert.All(s_rules, rule => Assert.True(rule.Title.Length > 5 && rule.Cause.Length > 10 && rule.Fix.Length > 10, rule.Id));
    }

    [Fact]
    public void The_examples_of_the_format_read_without_a_finding_and_completely()
    {
        string api = Between("````markdown\n", "````");
        PageReadResult result = SpecReader.Read("specs/doors/PaintDoor.md", api, TestContext.Current.CancellationToken);
        Assert.Empty(result.Findings.Select(f => f.Id + " " + f.Message));
        ApiModel model = Assert.Single(result.Page.Apis);
        Assert.Equal("PaintDoor paintDoor 4.7.0 True", $"{model.Name} {model.Wrapper} {model.Since} {model.IsAsync}");
        Assert.Equal("Paints a door. A second sentence is part of the same paragraph.", model.Description);
        Assert.Equal(["uuid True False", "colour True True", "coats False True", "systemTags False False"], model.Parameters.Select(p => $"{p.Name} {p.IsRequired} {p.InWrapper}"));
        Assert.Equal(["Red", "Green", "Blue"], model.Parameters[1].Values);
        Assert.Equal(["inventory DoorInventory ", "leftovers List<PaintPot> s1"], model.Response!.Fields.Select(f => $"{f.Name} {f.Type} {f.StructureId}"));
        Assert.NotNull(model.RequestExample);
        Assert.NotNull(model.ResponseExample);

        result = SpecReader.Read("specs/types/DoorInventory.md", Between("```markdown\n# DoorInventory", "```", "# DoorInventory"), TestContext.Current.CancellationToken);
        Assert.Empty(result.Findings.Select(f => f.Id + " " + f.Message));
        Assert.Equal("DoorInventory Thing 4.7.0 2", Assert.Single(result.Page.Types.Select(t => $"{t.Name} {t.Extends} {t.Since} {t.Fields.Count}")));
    }

    [Fact]
    public void Every_layout_is_named()
    {
        IEnumerable<string> layouts = typeof(Layouts.Layout).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Layouts.Layout)) && !type.IsAbstract).Select(type => ((Layouts.Layout)Activator.CreateInstance(type)!).Name);
        Assert.All(layouts, layout => Assert.Contains($"| {layout} |", s_readme, StringComparison.Ordinal));
    }

    private static string Between(string open, string close, string keep = "")
    {
        int start = s_readme.IndexOf(open, StringComparison.Ordinal) + open.Length;
        return keep + s_readme[start..s_readme.IndexOf("\n" + close, start, StringComparison.Ordinal)];
    }
}
