using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using ZStackGen.Generator.Analysis;
using ZStackGen.Generator.Diagnostics;
using ZStackGen.Generator.Tests.Support;
using ZStackGen.Specs.Findings;

namespace ZStackGen.Generator.Tests;

/// <summary>The diagnostic descriptors for the rules.</summary>
public sealed class DescriptorTests
{
    /// <summary>A page without readable content (ZSG1003).</summary>
    private static readonly (string Path, string Text) s_faulty = ("/project/specs/disk/Faulty.md", "Words about disks.\n");

    [Fact]
    public void Every_rule_about_pages_has_a_descriptor_with_the_same_text()
    {
        List<FindingRule> rules =
        [
            .. typeof(FindingRules).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == typeof(FindingRule)).Select(field => (FindingRule)field.GetValue(null)!),
        ];
        Assert.NotEmpty(rules);
        foreach (FindingRule rule in rules)
        {
            DiagnosticDescriptor? descriptor = PageDescriptors.Find(rule.Id);
            Assert.True(descriptor is not null, rule.Id + " has no descriptor");
            Assert.Equal(rule.Id, descriptor.Id);
            Assert.Equal(rule.Title, descriptor.Title.ToString(null));
            Assert.Equal(rule.Severity.ToString(), descriptor.DefaultSeverity.ToString());
            Assert.Equal(rule.Cause + " " + rule.Fix, descriptor.Description.ToString(null));
        }

        Assert.Equal(rules.Count, rules.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(rules.Count, Descriptors(typeof(PageDescriptors)).Count);
    }

    [Fact]
    public void Every_descriptor_is_in_the_release_notes()
    {
        string notes = string.Concat(Directory.GetFiles(Path.Combine(SourceTree.Root, "generator", "ZStackGen.Generator"), "AnalyzerReleases.*.md").Select(File.ReadAllText));
        foreach (DiagnosticDescriptor descriptor in Descriptors(typeof(PageDescriptors)).Concat(Descriptors(typeof(OptionDescriptors))).Concat(Descriptors(typeof(UsageDescriptors))))
            Assert.Contains(descriptor.Id + " | " + descriptor.Category + " | " + descriptor.DefaultSeverity, notes, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_descriptor_has_a_help_link_to_its_documented_cause_and_fix()
    {
        string documentation = File.ReadAllText(Path.Combine(SourceTree.Root, "generator", "ZStackGen.Generator", "DIAGNOSTICS.md"));
        foreach (DiagnosticDescriptor descriptor in Descriptors(typeof(PageDescriptors)).Concat(Descriptors(typeof(OptionDescriptors))).Concat(Descriptors(typeof(UsageDescriptors))))
        {
            Assert.EndsWith("/generator/ZStackGen.Generator/DIAGNOSTICS.md#" + descriptor.Id.ToLowerInvariant(), descriptor.HelpLinkUri, StringComparison.Ordinal);
            string heading = "## " + descriptor.Id + "\n\n**" + descriptor.Title.ToString(null) + "** (" + descriptor.DefaultSeverity.ToString().ToLowerInvariant() + ")\n\n" + descriptor.Description.ToString(null) + "\n";
            Assert.True(documentation.Contains(heading, StringComparison.Ordinal), "generator/ZStackGen.Generator/DIAGNOSTICS.md lacks:\n" + heading);
        }
    }

    [Fact]
    public void Findings_do_not_make_the_host_bind_the_generated_code_in_the_generator_phase()
    {
        CSharpParseOptions parse = GeneratorRun.Language(LanguageVersion.CSharp12);
        GeneratorDriverRunResult run = GeneratorRun.Driver([.. SamplePages.Disks, s_faulty], new ProjectOptions(), parse)
            .RunGenerators(GeneratorRun.Project(parse), TestContext.Current.CancellationToken)
            .GetRunResult();
        Assert.NotEmpty(run.Diagnostics);
        Assert.NotEmpty(run.GeneratedTrees);
        // A tree is parsed on its first use.
        Assert.All(run.GeneratedTrees, tree => Assert.False(tree.TryGetRoot(out _), tree.FilePath + " was parsed"));
    }

    [Theory]
    [InlineData(ReportDiagnostic.Suppress, null)]
    [InlineData(ReportDiagnostic.Error, DiagnosticSeverity.Error)]
    [InlineData(ReportDiagnostic.Warn, DiagnosticSeverity.Warning)]
    public void Findings_have_the_severity_that_the_project_sets(ReportDiagnostic configured, DiagnosticSeverity? expected)
    {
        CSharpParseOptions parse = GeneratorRun.Language(LanguageVersion.CSharp12);
        CSharpCompilation project = GeneratorRun.Project(parse);
        GeneratorDriverRunResult run = GeneratorRun.Driver([s_faulty], new ProjectOptions(), parse)
            .RunGenerators(project.WithOptions(project.Options.WithSpecificDiagnosticOptions([new("ZSG1003", configured)])), TestContext.Current.CancellationToken)
            .GetRunResult();
        Assert.Equal(expected, run.Diagnostics.SingleOrDefault(diagnostic => diagnostic.Id == "ZSG1003")?.Severity);
    }

    private static List<DiagnosticDescriptor> Descriptors(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == typeof(DiagnosticDescriptor)).Select(field => (DiagnosticDescriptor)field.GetValue(null)!)];
}
