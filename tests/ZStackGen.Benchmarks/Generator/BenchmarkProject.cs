using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ZStackGen.Benchmarks.Generator;

/// <summary>A project of pages in memory, in the form in which a host passes it to a generator.</summary>
internal sealed class BenchmarkProject(List<(string Path, string Text)> pages)
{
    public static CSharpParseOptions Parse { get; } = new(LanguageVersion.Latest);

    public AdditionalText[] Texts { get; } = [.. pages.Select(page => new Page(page.Path, page.Text))];

    public int IndexOf(string page) => Array.FindIndex(Texts, text => text.Path.EndsWith("/" + page + ".md", StringComparison.Ordinal));

    public CSharpGeneratorDriver Driver(IIncrementalGenerator generator, bool tracksSteps = false) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        Texts,
        Parse,
        new Options(),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracksSteps));

    /// <summary>A page in memory.</summary>
    public sealed class Page(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        private static readonly Properties s_properties = new();

        public override AnalyzerConfigOptions GlobalOptions => s_properties;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => s_properties;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => s_properties;
    }

    private sealed class Properties : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key switch
            {
                "build_property.TargetFrameworkIdentifier" => ".NETCoreApp",
                "build_property.TargetFrameworkVersion" => "v10.0",
                "build_property.ProjectDir" => "/project/",
                _ => null,
            };
            return value is not null;
        }
    }
}
